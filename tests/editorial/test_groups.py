"""The three groups, who may do what, and who acts when nobody is named."""

from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.core.exceptions import PermissionDenied

from rumours.editorial.actors import system_user
from rumours.editorial.groups import repair_groups
from rumours.editorial.permissions import GROUPS, may, require
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def codes(group: str) -> set[str]:
    return set(Group.objects.get(name=group).permissions.values_list("codename", flat=True))


def repair() -> None:
    repair_groups(apps.get_app_config("rumours"))


def test_the_groups_stand_after_migration_with_exactly_their_permissions() -> None:
    assert {name: codes(name) for name in GROUPS} == GROUPS


def test_what_is_missing_is_added_and_what_is_too_much_removed_but_not_other_applications() -> None:
    group, user_permission = Group.objects.get(name="contributor"), Permission.objects.get(codename="view_user")
    too_much = Permission.objects.get(codename="publish_article")
    group.permissions.set([too_much, user_permission])
    repair()
    assert codes("contributor") == GROUPS["contributor"] | {"view_user"}
    repair()
    assert codes("contributor") == GROUPS["contributor"] | {"view_user"}


def test_they_are_made_on_a_database_that_has_neither_groups_nor_permissions() -> None:
    Group.objects.all().delete()
    Permission.objects.all().delete()
    repair()
    assert {name: codes(name) for name in GROUPS} == GROUPS


@pytest.mark.parametrize(
    ("permission", "allowed"),
    [
        ("add_report", {"contributor", "editor", "chief"}),
        ("publish_article", {"editor", "chief"}),
        ("preview_article", {"editor", "chief"}),
        ("withdraw_quote", {"editor", "chief"}),
        ("withdraw_report", {"editor", "chief"}),
        ("change_club", {"editor", "chief"}),
        ("change_sourcetier", {"chief"}),
        ("merge_entities", {"chief"}),
        ("redact_article", {"chief"}),
        ("delete_player", {"chief"}),
        ("change_decision", set()),
    ],
)
def test_each_group_may_do_what_the_table_says(permission: str, allowed: set[str]) -> None:
    able = set()
    for name in GROUPS:
        user: Any = UserFactory()
        user.groups.add(Group.objects.get(name=name))
        if may(user, f"rumours.{permission}"):
            able.add(name)
    assert able == allowed


def test_one_without_the_permission_is_refused() -> None:
    with pytest.raises(PermissionDenied, match=r"rumours\.publish_article"):
        require(UserFactory(), "rumours.publish_article")


def test_the_system_acts_but_cannot_log_in() -> None:
    user = system_user()
    assert system_user() == user
    assert (user.is_active, user.has_usable_password()) == (False, False)
    require(user, "rumours.publish_article")
