"""Somebody new, or somewhere new: what one draft has made known is known to the others when they are opened."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.contrib.auth.models import User

from rumours.editorial.desk.cards import card_of
from rumours.editorial.publishing import withdraw
from rumours.models import Article, Club, Player, Suggestion
from tests import factories as make
from tests.editorial.desk.asking import ask

pytestmark = pytest.mark.django_db
TEXT = "Portwick have bid for Oskar Vinde, the winger, the Quayside Post writes."


class Drafts:
    """Two drafts of one saga; nobody in the database is called Oskar Vinde yet."""

    def __init__(self) -> None:
        self.buyer: Club = make.ClubFactory(name="Portwick")
        self.by: User = make.ChiefFactory()
        self.one, self.other = self.draft(), self.draft("Óskar Vinde")

    def draft(self, name: str = "Oskar Vinde", **columns: Any) -> dict[str, Suggestion]:
        """A draft's suggested link and suggested new name."""
        article: Article = make.ArticleFactory(body=TEXT.replace("Oskar Vinde", name), **columns)
        somebody = {"article": article, "player": None, "player_name": name}
        place = article.body.index(name)
        return {
            "link": make.SuggestionFactory(
                **somebody, kind="link", text=article.body, to_club=self.buyer, to_name="Portwick", stage_group="bid",
                transfer_kind="unknown", doubt="none",
            ),
            "name": make.SuggestionFactory(**somebody, text=name, start=place, position="Left Winger"),
        }  # fmt: skip

    def field(self, row: Suggestion, name: str) -> dict[str, Any]:
        """A field of a suggestion's card as the desk shows it when it is opened."""
        card = card_of(row.article, f"s{row.pk}", by=self.by)
        assert card is not None
        found: dict[str, Any] = card["fields"][name]
        return found

    def accept(self, row: Suggestion, **values: Any) -> None:
        ask(row.article, self.by, "accept", f"s{row.pk}", values=values)


@pytest.fixture
def drafts() -> Drafts:
    return Drafts()


@pytest.mark.parametrize(("kind", "field"), [("link", "player"), ("name", "subject")])
def test_a_stub_made_in_one_draft_is_shown_in_the_other(drafts: Drafts, kind: str, field: str) -> None:
    assert drafts.field(drafts.other[kind], field)["is_new"] is True
    drafts.accept(drafts.one["link"])
    stub = Player.objects.get()
    shown = drafts.field(drafts.other[kind], field)
    assert (shown["value"], shown["is_new"], stub.is_stub) == ({"kind": "player", "id": stub.pk}, False, True)


@pytest.mark.parametrize("first", ["link", "name"])
@pytest.mark.parametrize("second", ["link", "name"])
def test_accepting_both_makes_one_row(drafts: Drafts, first: str, second: str) -> None:
    drafts.accept(drafts.one[first])
    drafts.accept(drafts.other[second])
    assert Player.objects.count() == 1


def test_one_that_was_opened_before_the_stub_was_made_takes_it_too(drafts: Drafts) -> None:
    """What the other editor still has on his screen says that he is new."""
    drafts.accept(drafts.one["name"])
    drafts.accept(drafts.other["link"], player={"kind": "player", "new": "Óskar Vinde"})
    assert Player.objects.count() == 1


def test_two_who_are_called_so_are_both_offered_and_a_third_is_never_made(drafts: Drafts) -> None:
    both = {make.PlayerFactory(name="Oskar Vinde", is_stub=True).pk for _ in range(2)}
    options = drafts.field(drafts.other["link"], "player")["options"]
    assert {option["value"]["id"] for option in options if "id" in option["value"]} == both
    drafts.accept(drafts.other["link"])
    assert Player.objects.count() == 2


def test_a_longer_name_is_somebody_else(drafts: Drafts) -> None:
    make.PlayerFactory(name="Oskar Vinde Holm")
    assert drafts.field(drafts.other["link"], "player")["is_new"] is True


def test_a_stub_of_the_other_section_is_not_taken(drafts: Drafts) -> None:
    make.PlayerFactory(name="Oskar Vinde", section="women")
    assert drafts.field(drafts.other["link"], "player")["is_new"] is True
    drafts.accept(drafts.other["link"])
    assert Player.objects.count() == 2


def test_when_the_stub_is_taken_back_he_is_new_again(drafts: Drafts) -> None:
    drafts.accept(drafts.one["link"])
    ask(drafts.one["link"].article, drafts.by, "undo")
    assert Player.objects.count() == 0
    assert drafts.field(drafts.other["link"], "player")["is_new"] is True


class TestFrom:
    """After a published transfer the other drafts show that he leaves from where he went."""

    @pytest.fixture
    def moved(self, drafts: Drafts) -> Player:
        """Who was at Rovers until a done link that readers see took him to Harbour Town in January."""
        player: Player = make.PlayerFactory(name="Oskar Vinde")
        make.PlayerSpellFactory(player=player, club=make.ClubFactory(name="Rovers"))
        assert self.origin(drafts) == ["Rovers", "Rovers"]
        article = make.ArticleFactory(body="Harbour Town have signed Oskar Vinde.", published_at=self.day(12))
        harbour = make.ClubFactory(name="Harbour Town")
        ask(
            article, drafts.by, "add_link", None,
            values={
                "player": {"kind": "player", "id": player.pk}, "to_club": {"kind": "club", "id": harbour.pk},
                "stage_group": "done", "stage": "official", "window": "2026-winter",
                "evidence": [[0, len(article.body)]],
            },
        )  # fmt: skip
        ask(article, drafts.by, "publish")
        return player

    def day(self, number: int) -> datetime:
        return datetime(2026, 1, number, 12, tzinfo=UTC)

    def origin(self, drafts: Drafts) -> list[str]:
        """Where he leaves from, in a draft of the day before the move and in one of the week after it."""
        dates = (self.day(10), self.day(20))
        rows = [drafts.draft(published_at=date)["link"] for date in dates]
        return [drafts.field(row, "from_club")["label"] for row in rows]

    def test_it_follows_the_new_spell_from_that_day_on(self, drafts: Drafts, moved: Player) -> None:
        assert self.origin(drafts) == ["Rovers", "Harbour Town"]

    def test_a_draft_that_came_in_before_shows_it_too(self, drafts: Drafts) -> None:
        waiting = drafts.draft(published_at=self.day(20))["link"]
        player = make.PlayerFactory(name="Oskar Vinde")
        make.PlayerSpellFactory(player=player, club=make.ClubFactory(name="Rovers"), until=self.day(12).date())
        before = drafts.field(waiting, "from_club")
        make.PlayerSpellFactory(player=player, club=make.ClubFactory(name="Harbour Town"), since=self.day(12).date())
        after = drafts.field(waiting, "from_club")
        assert (before["label"], after["label"], after["assumed"]) == ("", "Harbour Town", True)

    def test_the_articles_own_word_stays(self, drafts: Drafts, moved: Player) -> None:
        row = drafts.draft(published_at=self.day(20))["link"]
        Suggestion.objects.filter(pk=row.pk).update(from_club=make.ClubFactory(name="Lakepool"), from_name="Lakepool")
        row.refresh_from_db()
        assert drafts.field(row, "from_club")["label"] == "Lakepool"

    def test_and_back_when_it_is_withdrawn(self, drafts: Drafts, moved: Player) -> None:
        article = Article.objects.published().get()
        withdraw(article, by=drafts.by, why="Not signed after all.")
        assert self.origin(drafts) == ["Rovers", "Rovers"]
