"""manage.py demo_editor: an editor to try the site with, and a fresh password."""

import secrets
from typing import Any

from axes.utils import reset
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

NAME, GROUP = "editor", "chief"
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that look alike


def fresh_password() -> str:
    """Four groups of four letters and digits: about 79 bits, and easy to copy by eye."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(4))


class Command(BaseCommand):
    help = f"Make the demo user {NAME!r} of the group {GROUP!r}, or give it a new password, and print both."

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        if settings.PRODUCTION:
            raise CommandError("A production site has no demo editor; use createsuperuser.", returncode=2)
        group = Group.objects.filter(name=GROUP).first()
        if group is None:
            raise CommandError(f"There is no group {GROUP!r} yet; run migrate first.", returncode=2)
        user, _ = get_user_model().objects.get_or_create(username=NAME)
        password = fresh_password()
        user.set_password(password)
        user.is_staff = user.is_active = True
        user.save()
        user.groups.set([group])
        reset(username=NAME)  # wrong tries belong to the password before
        self.stdout.write(f"Demo editor: {NAME}   password: {password}")
