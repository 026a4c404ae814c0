"""Users and groups: only superusers say who may do what, and the history of a user names the groups that changed."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.http import HttpRequest
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from rumours.accounts import second_factor

# The stock pages of the last two would show everybody's secrets.
admin.site.unregister([User, TOTPDevice, StaticDevice])
_RIGHTS = ("is_superuser", "is_staff", "groups", "user_permissions")


@admin.register(User)
class StaffAdmin(UserAdmin):
    """As Django's, but the right to change users does not grow into all rights."""

    actions = ["reset_second_factor"]
    list_display = ("username", "first_name", "last_name", "is_staff", "is_superuser", "last_login")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Nobody but a superuser gives rights, to himself as little as to others."""
        fields = super().get_readonly_fields(request, obj)
        return fields if request.user.is_superuser else (*fields, *_RIGHTS)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nor does anybody else change a superuser, whose password would be the way to all rights."""
        hands_off = isinstance(obj, User) and obj.is_superuser and not request.user.is_superuser
        return not hands_off and super().has_change_permission(request, obj)

    def get_actions(self, request: HttpRequest) -> Any:
        """What only superusers do is offered to no one else."""
        actions = super().get_actions(request)
        if not request.user.is_superuser:
            actions.pop("reset_second_factor", None)
        return actions

    @admin.action(description="Reset the second factor")
    def reset_second_factor(self, request: HttpRequest, users: QuerySet[User]) -> None:
        """Who lost app and codes sets up anew at the next log-in."""
        for user in users:
            second_factor.reset(user)
            self.log_change(request, user, "Reset the second factor.")
        messages.success(request, f"{len(users)} to set up a new second factor at the next log-in.")

    def construct_change_message(self, request: HttpRequest, form: Any, formsets: Any, add: bool = False) -> Any:
        """Django's words, and each group that was given or taken."""
        message: list[Any] = super().construct_change_message(request, form, formsets, add)
        if "groups" in form.changed_data:
            before = {group.name for group in form.initial.get("groups", ())}
            after = {group.name for group in form.cleaned_data["groups"]}
            message += [{"added": {"name": "group", "object": name}} for name in sorted(after - before)]
            message += [{"deleted": {"name": "group", "object": name}} for name in sorted(before - after)]
        return message
