"""Who may look at which address of the desk: every one that the resolver knows, by role.

An address that is new fails here until it is listed, with those who may see it.
"""

from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission, User
from django.test import Client

from tests import factories
from tests.accounts.addresses import EVERY, KEY

pytestmark = pytest.mark.once

ROLES = ("anonymous", "reader", "contributor", "editor", "chief", "superuser")
NOBODY: frozenset[str] = frozenset()
SUPERUSER = frozenset({"superuser"})
CHIEFS = SUPERUSER | {"chief"}
EDITORS = CHIEFS | {"editor"}
STAFF = EDITORS | {"contributor"}

# Model -> who sees the page that adds one, and the page that deletes one. All staff see lists, rows and histories.
MODELS = {
    "article": (STAFF, NOBODY),
    "club": (STAFF, CHIEFS),
    "competition": (STAFF, CHIEFS),
    "correction": (NOBODY, NOBODY),
    "decision": (NOBODY, NOBODY),
    "exchangerate": (CHIEFS, CHIEFS),
    "feed": (EDITORS, CHIEFS),
    "feedentry": (NOBODY, NOBODY),
    "mention": (NOBODY, STAFF),
    "merge": (NOBODY, NOBODY),
    "oldaddress": (NOBODY, NOBODY),
    "person": (STAFF, CHIEFS),
    "player": (STAFF, CHIEFS),
    "quote": (NOBODY, NOBODY),
    "report": (NOBODY, NOBODY),
    "source": (STAFF, CHIEFS),
    "suggestion": (NOBODY, NOBODY),
    "transferlink": (NOBODY, NOBODY),
    "window": (EDITORS, CHIEFS),
}
WITH_OLD_VERSIONS = (
    "article", "club", "competition", "person", "player", "quote", "report", "source", "transferlink", "window",
)  # fmt: skip
DESK = {
    "rumours_article_fares": 200,
    "rumours_article_keys": 405,
    "rumours_article_queue": 200,
    "rumours_article_queue_do": 405,
    "rumours_article_queue_next": 405,
    "rumours_article_sittings": 200,
    "rumours_article_stubs": 200,
    "rumours_article_tag": 200,
    "rumours_article_tag_do": 405,
    "rumours_article_tag_find": 400,
    "rumours_article_tag_state": 200,
}
PAGES = ("changelist", "change", "history")
# Name -> who is let in; the others are refused.
TABLE: dict[str, frozenset[str]] = {
    **dict.fromkeys(("index", "app_list", "jsi18n", "password_change", "password_change_done"), STAFF),
    **{f"rumours_{model}_{page}": STAFF for model in MODELS for page in PAGES},
    **{f"rumours_{model}_add": add for model, (add, _) in MODELS.items()},
    **{f"rumours_{model}_delete": delete for model, (_, delete) in MODELS.items()},
    **{f"auth_{model}_{page}": SUPERUSER for model in ("user", "group") for page in (*PAGES, "add", "delete")},
    "auth_user_password_change": SUPERUSER,
    **{f"rumours_{model}_merge": CHIEFS for model in ("club", "person", "player", "source")},
    "rumours_article_original": STAFF,
    "rumours_article_step": EDITORS,
    "rumours_competition_load": EDITORS,
    "rumours_window_season": EDITORS,
    # Nothing is there for this key or without more in the address; the password was asked for all the same.
    **{f"rumours_{model}_simple_history": STAFF for model in WITH_OLD_VERSIONS},
    **{f"rumours_{model}_step": STAFF for model in ("merge", "quote", "report")},
    "rumours_article_suggestions": STAFF,
    "view_on_site": STAFF,
    # The tagging desk and its queue; what is posted there is refused by the functions that write.
    **dict.fromkeys(DESK, STAFF),
    "autocomplete": NOBODY,
}
# What those who are let in get, where it is not 200.
ANSWERS = {
    **DESK,
    "rumours_article_suggestions": 405,
    "view_on_site": 404,
    **{f"rumours_{model}_merge": 302 for model in ("club", "person", "player", "source")},
    **{f"rumours_{model}_simple_history": 404 for model in WITH_OLD_VERSIONS},
    **{f"rumours_{model}_step": 404 for model in ("merge", "quote", "report")},
}
# Addresses before the log-in, and those that only lead on.
OPEN = {"login", "logout", "second-factor", "second-factor-enrol", "second-factor-codes", ""}


@pytest.fixture
def clients(db: None) -> dict[str, Client]:
    found = {"anonymous": Client()}
    for role in ROLES[1:]:
        user: User = factories.UserFactory(username=role, is_staff=role != "reader", is_superuser=role == "superuser")
        if role in ("contributor", "editor", "chief"):
            user.groups.add(Group.objects.get(name=role))
        found[role] = Client()
        found[role].force_login(user)
    return found


@pytest.fixture
def rows(db: None) -> None:
    """A row with the key 1 in every table that has a page."""
    article = factories.ArticleFactory(pk=KEY)
    Group.objects.create(pk=KEY, name="somebody else's")
    factories.UserFactory(pk=KEY, username="somebody else")
    by = factories.UserFactory()
    for kind in (
        "Competition",
        "Club",
        "Player",
        "Person",
        "Source",
        "ExchangeRate",
        "OldAddress",
        "Correction",
        "Feed",
    ):
        getattr(factories, f"{kind}Factory")(pk=KEY)
    factories.WindowSpanFactory(window__pk=KEY)
    factories.TransferLinkFactory(pk=KEY)
    factories.FeedEntryFactory(pk=KEY)
    for kind in ("Report", "Quote", "Mention", "Suggestion"):
        getattr(factories, f"{kind}Factory")(pk=KEY, article=article)
    model: Any = apps.get_model("rumours", "Decision")
    model.objects.create(pk=KEY, client_id="1", action="accept", row_kind="suggestion", row_id=1, by=by)
    changes: dict[str, list[object]] = {"changed": [], "dropped": [], "made": []}
    merged: Any = apps.get_model("rumours", "Merge")
    merged.objects.create(pk=KEY, kind="club", kept_id=1, gone_id=2, gone_name="AC", changes=changes, by=by)


def test_every_address_of_the_desk_is_listed_here() -> None:
    assert {name for name, _ in EVERY} == set(TABLE) | OPEN


@pytest.mark.parametrize("role", ROLES)
def test_who_is_let_in(role: str, clients: dict[str, Client], rows: None) -> None:
    found, expected = {}, {}
    for name, address in EVERY:
        if name not in OPEN:
            answer = clients[role].get(address)
            found[name] = (answer.status_code, answer.headers.get("Location", "").startswith("/admin/login/"))
            refused = (403, False) if role in STAFF else (302, True)
            expected[name] = (ANSWERS.get(name, 200), False) if role in TABLE[name] else refused
    assert found == expected


@pytest.mark.parametrize("role", ["anonymous", "reader"])
def test_what_leads_on_leads_strangers_to_the_log_in(role: str, clients: dict[str, Client]) -> None:
    led = {clients[role].get(address).headers["Location"].partition("?")[0] for name, address in EVERY if not name}
    assert led == {"/admin/login/"}


def test_pages_of_the_desk_are_kept_nowhere(clients: dict[str, Client], rows: None) -> None:
    pages = {name: clients["superuser"].get(address) for name, address in EVERY if name in TABLE and name != "jsi18n"}
    kept = [
        name
        for name, page in pages.items()
        if page.status_code == 200 and "no-store" not in page.headers.get("Cache-Control", "")
    ]
    assert kept == []


def test_only_superusers_give_rights(db: None) -> None:
    """Not even who may change users: he would give himself all of them, or take a superuser's password."""
    helper: User = factories.UserFactory(username="helper")
    helper.user_permissions.set(Permission.objects.filter(content_type__app_label="auth"))
    other, boss = factories.UserFactory(username="other"), factories.ChiefFactory(username="boss")
    client = Client()
    client.force_login(helper)
    form = {"username": "other", "is_active": "on", "date_joined_0": "2026-01-01", "date_joined_1": "10:00"}
    rights = {"is_superuser": "on", "groups": [Group.objects.get(name="chief").pk]}
    assert client.post(f"/admin/auth/user/{other.pk}/change/", {**form, **rights}).status_code == 302
    other.refresh_from_db()
    assert (other.is_superuser, other.groups.count(), other.is_staff) == (False, 0, True)
    assert client.post(f"/admin/auth/user/{boss.pk}/change/", form).status_code == 403
    assert client.get(f"/admin/auth/user/{boss.pk}/password/").status_code == 403
