"""Those who work on the site."""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from factory.declarations import Sequence
from factory.django import DjangoModelFactory, Password
from factory.helpers import post_generation


class UserFactory(DjangoModelFactory):
    """A staff member without any permission; `permissions=("publish_article", ...)` gives some of the site's own."""

    class Meta:
        model = get_user_model()
        skip_postgeneration_save = True

    username = Sequence(lambda n: f"user{n}")
    password = Password("correct horse")
    is_staff = True

    @post_generation
    def permissions(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        if create and extracted:
            found = Permission.objects.filter(content_type__app_label="rumours", codename__in=extracted)
            self.user_permissions.set(found)


class ChiefFactory(UserFactory):
    """Somebody who may do everything."""

    is_superuser = True
