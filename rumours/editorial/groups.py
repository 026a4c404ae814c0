"""The groups contributor, editor and chief, made and repaired after every migration."""

from typing import Any

from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.db import DEFAULT_DB_ALIAS

from rumours.editorial.permissions import GROUPS


def repair_groups(sender: Any, *, using: str = DEFAULT_DB_ALIAS, **kwargs: Any) -> None:
    """Give the three groups exactly their permissions of this application; what others gave them of theirs stays.

    A `post_migrate` receiver (`sender` is the application's configuration). Permissions are made by another receiver,
    which may run later on a fresh database: they are made here first. Again changes nothing.
    """
    create_permissions(sender, using=using, verbosity=0)
    known = {
        permission.codename: permission
        for permission in Permission.objects.using(using).filter(content_type__app_label=sender.label)
    }
    for name, codenames in GROUPS.items():
        group, _ = Group.objects.using(using).get_or_create(name=name)
        held = set(group.permissions.filter(content_type__app_label=sender.label).values_list("codename", flat=True))
        group.permissions.remove(*[known[codename] for codename in held - codenames])
        group.permissions.add(*[known[codename] for codename in codenames - held])
