"""The keys of the tagging desk: one table for page, help and scripts; keys of one's own are checked first."""

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from rumours.admin.desk.commands import COMMANDS
from rumours.admin.desk.settings import is_key, settings_of
from rumours.models import DeskSettings


def keep(client: Client, **settings: Any) -> Any:
    asked = {"single_keys": True, "keys": {}} | settings
    return client.post(reverse("admin:rumours_article_keys"), json.dumps(asked), content_type="application/json")


def test_no_two_commands_share_a_key() -> None:
    keys = [key for command in COMMANDS for key in command.keys]
    assert sorted(keys) == sorted(set(keys))


def test_keys_of_ones_own_are_kept(editor: Client, django_user_model: Any) -> None:
    answer = keep(editor, single_keys=False, keys={"accept": "ü", "reject": "r", "swap": "x", "copy": "c"})
    assert answer.status_code == 200
    wanted = {"single_keys": False, "keys": {"accept": "ü", "reject": "r", "swap": "x"}}
    assert answer.json() == wanted
    assert settings_of(django_user_model.objects.get(username="editor")) == wanted


def test_a_command_that_is_gone_is_forgotten(editor: Client, django_user_model: Any) -> None:
    user = django_user_model.objects.get(username="editor")
    DeskSettings.objects.create(user=user, keys={"dance": "d", "accept": "b"})
    assert settings_of(user) == {"single_keys": True, "keys": {"accept": "b"}}


@pytest.mark.parametrize(
    ("keys", "field"),
    [
        ({"dance": "d"}, "dance"),
        ({"accept": "x"}, "accept"),
        ({"accept": "ArrowDown"}, "accept"),
        ({"next": "b", "copy": "b"}, "next"),
        ({"publish": "p"}, "publish"),
        ({"accept": "ab"}, "accept"),
        ({"accept": ""}, "accept"),
        ({"accept": " "}, "accept"),
        ({"accept": 7}, "accept"),
        ({"accept": "Shift+x"}, "accept"),
        ({"accept": "Ctrl+A"}, "accept"),
        ([], "keys"),
        (None, "keys"),
    ],
)
def test_a_key_that_cannot_be_is_refused_by_name(editor: Client, keys: Any, field: str) -> None:
    answer = keep(editor, keys=keys)
    assert (answer.status_code, answer.json()["field"]) == (400, field)
    assert not DeskSettings.objects.exists()


def test_single_letters_are_on_or_off(editor: Client) -> None:
    answer = keep(editor, single_keys="yes")
    assert (answer.status_code, answer.json()["field"]) == (400, "single_keys")


@pytest.mark.parametrize("key", ["a", "ß", "7", "?", "<", "Shift+A", "Shift+Ö", "Home", "F2", "ArrowLeft"])
def test_keys_there_are(key: str) -> None:
    assert is_key(key)


@pytest.mark.parametrize("key", ["A", "F13", "Alt", "Tab", "Escape", "\n", "Shift+1", "Shift+", "\u200b"])
def test_what_is_no_key(key: str) -> None:
    assert not is_key(key)


def test_settings_are_changed_by_post_alone(editor: Client) -> None:
    assert editor.get(reverse("admin:rumours_article_keys")).status_code == 405
