"""Clubs made in a hurry at the desk: their association is not known, and everything goes on without it."""

import re
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from rumours.choices import SuggestionKind
from rumours.editorial.shared_names import shared_gazetteer
from rumours.models import Club, WindowSpan
from tests import factories as make
from tests.editorial.desk.asking import ask
from tests.editorial.desk.conftest import Desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def stub(desk: Desk, chief: User) -> Club:
    """The buyer of a published link, whom nobody had entered; its article is of 10 January 2026."""
    make.WindowSpanFactory(window=make.WindowFactory(code="2026-winter"), association="England")
    ask(desk.article, chief, "accept", f"s{desk.bid.pk}", values={"to_club": {"kind": "club", "new": "Kell United"}})
    ask(desk.article, chief, "publish")
    return Club.objects.get(name="Kell United")


def test_it_is_a_stub_of_the_articles_section(stub: Club, desk: Desk) -> None:
    assert (stub.is_stub, stub.association, stub.section, stub.is_public) == (True, "", "men", True)
    link = desk.article.reports.get().link
    assert (link.window.code, link.closing_known) == ("2026-winter", False)
    assert str(link.closes_at) == "2026-02-03 00:00:00+00:00"


def test_a_womens_club_of_that_name_is_another(desk: Desk, chief: User) -> None:
    make.ClubFactory(name="Kell United", section="women")
    ask(desk.article, chief, "accept", f"s{desk.bid.pk}", values={"to_club": {"kind": "club", "new": "Kell United"}})
    assert Club.objects.filter(name="Kell United", section="men", is_stub=True).count() == 1


def test_its_pages_say_that_the_association_is_not_known(stub: Club, client: Client) -> None:
    page = re.sub(r"\s+", " ", client.get(stub.get_absolute_url()).content.decode())
    assert "the usual day in Europe. Its own association’s is not known here." in page
    assert "Kell United</a></p>" in page
    assert client.get(reverse("rumours:club-list")).status_code == 200


def test_the_admin_shows_it_and_its_form_demands_the_association(stub: Club, chief: User, client: Client) -> None:
    client.force_login(chief)
    listed = client.get(reverse("admin:rumours_club_changelist"), {"q": "Kell"})
    assert "Kell United" in listed.content.decode()
    address = reverse("admin:rumours_club_change", args=[stub.pk])
    form: Any = client.get(address).context["adminform"].form
    assert form.fields["association"].required
    label = admin.site.get_model_admin(Club).choice_label(stub)  # type: ignore[attr-defined]
    assert label == "Kell United (association not known)"


def test_names_of_it_are_found_from_then_on(stub: Club, desk: Desk) -> None:
    assert WindowSpan.objects.of("").count() == 0
    names = shared_gazetteer()
    assert names.association_of(stub.pk) == ""
    assert desk.article.suggestions.filter(kind=SuggestionKind.CLUB, club=stub).count() == 0
