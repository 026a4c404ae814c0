"""Two editors with the same page open."""

from typing import Any

import pytest
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from rumours.admin.base import newer_save
from tests import factories
from tests.admin.conftest import Login
from tests.admin.forms import fields_of


def opened(client: Client, row: Model) -> tuple[str, str, dict[str, Any]]:
    """The address, the id of the form, and what a browser would send of it."""
    kind = row._meta.model_name
    address = reverse(f"admin:rumours_{kind}_change", args=[row.pk])
    return address, f"{kind}_form", dict(fields_of(client.get(address), f"{kind}_form"))


def test_a_save_over_a_newer_one_is_refused_and_what_was_typed_stays(logged_in: Login) -> None:
    ana, bea = logged_in("editor"), logged_in("chief")
    article = factories.ArticleFactory(headline="Old")
    address, _, anas = opened(ana, article)
    _, form_id, beas = opened(bea, article)
    assert ana.post(address, anas | {"headline": "Ana's"}).status_code == 302
    refused = bea.post(address, beas | {"headline": "Bea's"})
    article.refresh_from_db()
    assert article.headline == "Ana's"
    (told,) = refused.context["adminform"].form.non_field_errors()
    assert told.startswith("editor saved this at ")
    assert "Changed there: headline" in told
    again: dict[str, Any] = dict(fields_of(refused, form_id))
    assert again["headline"] == ["Bea's"]
    assert bea.post(address, again).status_code == 302
    article.refresh_from_db()
    assert article.headline == "Bea's"
    assert [past.headline for past in article.history.order_by("history_id")][-2:] == ["Ana's", "Bea's"]


@pytest.mark.parametrize("factory", [factories.ClubFactory, factories.PlayerFactory, factories.ReportFactory])
def test_so_with_every_row_that_keeps_a_history(logged_in: Login, factory: Any) -> None:
    ana, bea = logged_in("editor"), logged_in("chief")
    row = factory()
    field, value = ("doubt", "price") if row._meta.model_name == "report" else ("is_stub", "on")
    address, _, anas = opened(ana, row)
    _, _, beas = opened(bea, row)
    assert ana.post(address, anas | {field: value}).status_code == 302
    assert bea.post(address, beas).status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("seen", ["²", "9" * 5000, "-1"])
def test_a_version_that_is_none_is_as_old_as_can_be(seen: str) -> None:
    club = factories.ClubFactory()
    assert "after you had opened it" in newer_save(club, seen)


def test_a_withdrawal_in_between_is_told(logged_in: Login) -> None:
    ana, bea = logged_in("editor"), logged_in("chief")
    article = factories.PublishedArticleFactory()
    address, _, beas = opened(bea, article)
    ana.post(reverse("admin:rumours_article_step", args=[article.pk, "withdraw"]), {"why": "Wrong"})
    refused = bea.post(address, beas | {"headline": "Mine", "note": "A better headline"})
    assert refused.status_code == 200
    article.refresh_from_db()
    assert (article.status, article.headline == "Mine") == ("withdrawn", False)
