"""Who acts: commands without a named user act as the system, and every saved row remembers whose change it was."""

from collections.abc import Iterable

from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.db import models

SYSTEM_NAME = "system"


def system_user() -> User:
    """The inactive user without a password that commands act as when nobody is named; made when missing."""
    user, made = get_user_model().objects.get_or_create(
        username=SYSTEM_NAME, defaults={"is_active": False, "password": "!", "first_name": "The system"}
    )
    if made:
        user.set_unusable_password()
        user.save(update_fields=["password"])
    return user


def save_by(row: models.Model, by: User, fields: Iterable[str] | None = None) -> None:
    """Save a row (only `fields` when given) so that its history names the user."""
    row._history_user = by  # type: ignore[attr-defined]
    row.save(update_fields=None if fields is None else list(fields))


def delete_by(row: models.Model, by: User) -> None:
    """Delete a row so that its history names the user."""
    row._history_user = by  # type: ignore[attr-defined]
    row.delete()
