"""manage.py reset_second_factor: for a superuser who has lost app and recovery codes."""

from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError, CommandParser

from rumours.accounts import second_factor


class Command(BaseCommand):
    help = "Take a user's second factor away; a new one is set up at the next log-in."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("user", help="name of the user")

    def handle(self, *args: Any, **options: Any) -> None:
        user = User.objects.filter(username=options["user"]).first()
        if user is None:
            raise CommandError(f"There is no user {options['user']!r}.", returncode=2)
        second_factor.reset(user)
        self.stdout.write(f"{user.get_username()} sets up a new second factor at the next log-in.")
