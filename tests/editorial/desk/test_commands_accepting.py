"""Accepting, rejecting and reopening cards at the desk."""

from itertools import count
from typing import Any

import pytest
from django.contrib.auth.models import User

from rumours.editorial.desk.cards import card_of
from rumours.editorial.desk.commands import Asked, Outcome, do
from rumours.editorial.errors import WrongState
from rumours.models import Article, Player, Report, Suggestion, TransferLink
from tests import factories as make

pytestmark = pytest.mark.django_db
IDS = count(1)

SENTENCE = "Portwick have bid €20m for Rovers winger Teo Marlin, reports The Quayside Post."
BODY = f"{SENTENCE} “He stays,” said Rovers manager Abel Quist, “and that is all.”"


@pytest.fixture
def chief() -> User:
    made: User = make.ChiefFactory()
    return made


@pytest.fixture
def article() -> Article:
    made: Article = make.ArticleFactory(body=BODY)
    return made


@pytest.fixture
def row(article: Article) -> Suggestion:
    """A link of a player and a buyer who are known, from a club that nobody knows."""
    made: Suggestion = make.SuggestionFactory(
        article=article, kind="link", text=SENTENCE, start=0, player=make.PlayerFactory(name="Teo Marlin"),
        player_name="Teo Marlin", to_club=make.ClubFactory(name="Portwick"), to_name="Portwick", from_name="Rovers",
        stage_group="bid", stage="bid made", transfer_kind="permanent", doubt="none",
    )  # fmt: skip
    return made


def ask(article: Article, by: User, verb: str, card: str | None = None, /, **more: Any) -> Outcome:
    shown = card_of(article, card, by=by) if card else None
    payload = {
        "client_id": f"test-{next(IDS)}", "sitting": "one", "verb": verb, "card": card,
        "version": shown["version"] if shown else None, "values": {}, "note": "", **more,
    }  # fmt: skip
    return do(article, Asked.parse(payload), by=by)


def test_a_link_is_entered_as_its_card_shows_it(article: Article, chief: User, row: Suggestion) -> None:
    outcome = ask(article, chief, "accept", f"s{row.pk}")
    report = Report.objects.get()
    link = report.link
    assert (outcome.say, outcome.is_repeat) == ("Accepted: Teo Marlin to Portwick", False)
    assert (link.player.name, str(link.to_club), str(link.from_club)) == ("Teo Marlin", "Portwick", "Rovers")
    assert (report.stage, report.kind, report.text, report.suggestion) == ("bid made", "permanent", SENTENCE, row)
    row.refresh_from_db()
    assert row.decision == "accepted"


def test_what_was_edited_before_and_what_comes_along_is_entered(article: Article, chief: User, row: Suggestion) -> None:
    ask(article, chief, "edit", f"s{row.pk}", values={"stage_group": "talks"})
    other = make.ClubFactory(name="Harbour Town")
    ask(article, chief, "accept", f"s{row.pk}", values={"to_club": {"kind": "club", "id": other.pk}})
    report = Report.objects.get()
    assert (report.stage_group, report.stage, report.link.to_club) == ("talks", "", other)
    row.refresh_from_db()
    assert row.decision == "edited"
    assert row.stage_group == "bid"


def test_undo_and_redo(article: Article, chief: User, row: Suggestion) -> None:
    ask(article, chief, "edit", f"s{row.pk}", values={"player": {"kind": "player", "new": "Oto Brandt"}})
    ask(article, chief, "accept", f"s{row.pk}")
    report, player = Report.objects.get(), Player.objects.get(name="Oto Brandt")
    ask(article, chief, "undo")
    assert (Report.objects.count(), TransferLink.objects.count()) == (0, 0)
    assert Player.objects.filter(name="Oto Brandt").count() == 0
    ask(article, chief, "undo")
    card: Any = card_of(article, f"s{row.pk}", by=chief)
    assert (card["state"], card["edited"], card["title"]) == ("waiting", [], "Teo Marlin to Portwick")
    ask(article, chief, "redo")
    ask(article, chief, "redo")
    assert (Report.objects.get().pk, Player.objects.get(name="Oto Brandt").pk) == (report.pk, player.pk)
    with pytest.raises(WrongState, match="nothing to do again"):
        ask(article, chief, "redo")
