"""As whom a command acts."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.core.management.base import CommandError, CommandParser

from rumours.editorial.actors import system_user


def add_by(parser: CommandParser) -> None:
    """Give a command its `--by USER`."""
    parser.add_argument("--by", metavar="USER", help="act as this user; default: the system")


def acting(name: str | None) -> User:
    """The user of `--by`, or the system; CommandError (exit 2) where there is no such user."""
    if name is None:
        return system_user()
    user = get_user_model().objects.filter(username=name).first()
    if user is None:
        raise CommandError(f"--by: there is no user {name!r}.", returncode=2)
    return user
