"""Who may come in at all."""

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import AnonymousUser, User


class StaffBackend(ModelBackend):
    """Only active members of staff: for the others there is nothing here to log in to.

    A right password of somebody else is answered, and counted, like a wrong one; and whoever is taken off the staff is
    out at his next request.
    """

    def user_can_authenticate(self, user: User | AnonymousUser | None) -> bool:
        return user is not None and user.is_staff and super().user_can_authenticate(user)
