"""What the desk is sent again, and when an answer to a card is stale."""

from typing import Any

import pytest
from django.contrib.auth.models import User

from rumours.editorial.desk.cards import card_of, state_of
from rumours.editorial.desk.cards.versions import is_stale
from rumours.editorial.reviewing import accept_link, reject
from rumours.models import TaggerRun
from tests import factories as make
from tests.editorial.desk.conftest import Desk

pytestmark = pytest.mark.django_db


def versions(desk: Desk, by: User) -> dict[str, str]:
    return {card["key"]: card["version"] for card in state_of(desk.article, by=by)["cards"]}


def changed(desk: Desk, by: User, have: dict[str, str]) -> list[str]:
    return [card["key"] for card in state_of(desk.article, by=by, have=have)["cards"]]


def test_nothing_is_sent_again_that_is_there(desk: Desk, chief: User) -> None:
    have = versions(desk, chief)
    state = state_of(desk.article, by=chief, have=have)
    assert (state["cards"], state["gone"], len(state["order"])) == ([], [], 4)


def test_only_what_changed_is_sent_and_what_is_gone_is_named(desk: Desk, chief: User) -> None:
    have = versions(desk, chief) | {"s999999": "x"}
    desk.edit(desk.bid, chief, doubt="price")
    assert changed(desk, chief, have) == [f"s{desk.bid.pk}"]
    assert state_of(desk.article, by=chief, have=have)["gone"] == ["s999999"]


def test_a_stub_made_elsewhere_sends_the_card_again_but_is_no_change_of_it(desk: Desk, chief: User) -> None:
    key = f"s{desk.new_name.pk}"
    have = versions(desk, chief)
    make.PlayerFactory(name="Oskar Vinde")
    assert changed(desk, chief, have) == [key]
    assert not is_stale(have[key], versions(desk, chief)[key])


@pytest.mark.parametrize("what", ["edit", "accept", "reject"])
def test_what_an_editor_does_makes_an_answer_stale(desk: Desk, chief: User, what: str) -> None:
    key, have = f"s{desk.bid.pk}", versions(desk, chief)
    if what == "edit":
        desk.edit(desk.bid, chief, doubt="price")
    elif what == "accept":
        accept_link(desk.bid, by=chief)
    else:
        reject(desk.bid, by=chief)
    now = versions(desk, chief)
    assert [other for other in have if is_stale(have[other], now[other])] == _decided_with(desk, what, key)


def _decided_with(desk: Desk, what: str, key: str) -> list[str]:
    """Accepting a link accepts the names of its player and clubs."""
    names = [desk.name_of_portwick, desk.name_of_marlin]
    return [key, *(f"s{name.pk}" for name in names)] if what == "accept" else [key]


def test_a_change_of_what_is_entered_makes_an_answer_stale(desk: Desk, chief: User) -> None:
    report: Any = accept_link(desk.bid, by=chief)
    seen = versions(desk, chief)[f"s{desk.bid.pk}"]
    report.doubt = "price"
    report.save()
    assert is_stale(seen, versions(desk, chief)[f"s{desk.bid.pk}"])


def test_what_stands_around_the_cards(desk: Desk, chief: User, contributor: User) -> None:
    TaggerRun.objects.create(article=desk.article, version="1", notes="Not looked for: fees.\nTables.")
    desk.edit(desk.bid, chief, doubt="price")
    twin = make.PublishedArticleFactory(body=desk.article.body, fingerprint=desk.article.fingerprint, headline="Twin")
    make.ReportFactory(article=twin, text="Portwick")
    desk.article.visits.create(user=contributor)
    state = state_of(desk.article, by=chief)
    assert state["notes"] == ["Not looked for: fees.", "Tables."]
    assert (state["undo"], state["redo"]) == ("Change doubt: Teo Marlin to Portwick", None)
    assert state["twin"] == {"id": twin.pk, "headline": "Twin", "source": str(twin.publisher), "links": 1}
    assert [other["name"] for other in state["others"]] == [contributor.username]
    assert state["article"] == {
        "id": desk.article.pk, "version": 1, "status": "draft", "was_shown": False,
        "headline": "Portwick bid for Marlin", "may_publish": True, "may_tag": True,
        "address": desk.article.get_absolute_url(),
    }  # fmt: skip
    own = state_of(desk.article, by=contributor)
    assert (own["undo"], own["article"]["may_publish"], own["article"]["may_tag"]) == (None, False, True)


def test_a_twin_is_offered_until_its_tags_are_copied(desk: Desk, chief: User) -> None:
    twin = make.PublishedArticleFactory(body=desk.article.body, fingerprint=desk.article.fingerprint)
    make.ReportFactory(article=twin, text="Portwick")
    copied = desk.edit(desk.bid, chief)
    copied.action, copied.asked = "copy_tags", {"verb": "copy_tags", "values": {"article": twin.pk}}
    copied.save()
    assert state_of(desk.article, by=chief)["twin"] is None
    desk.undo(copied)
    assert state_of(desk.article, by=chief)["twin"]["id"] == twin.pk


def test_who_may_not_publish_may_not_tag_what_readers_have_seen(desk: Desk, contributor: User) -> None:
    desk.article.status, desk.article.released_at = "published", desk.article.dated_at
    desk.article.save()
    assert state_of(desk.article, by=contributor)["article"]["may_tag"] is False
    assert card_of(desk.article, f"s{desk.bid.pk}", by=contributor) is not None
