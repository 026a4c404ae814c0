"""An article at the desk: two suggested links, one of them ambiguous, a quote, plain names and a new one."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import User

from rumours.choices import SuggestionSlot
from rumours.editorial.desk.cards import card_of
from rumours.editorial.desk.cards.weak import forget
from rumours.editorial.permissions import GROUPS
from rumours.models import (
    Article,
    Club,
    Decision,
    Person,
    Player,
    Source,
    Suggestion,
    SuggestionAlternative,
    SuggestionFee,
)
from tests import factories as make

BID = "Portwick have bid €20m for Rovers winger Teo Marlin, reports The Quayside Post."
TALKS = "Harbour Town are in talks with Paulinho over a summer move."
SAID = "He stays with us"
BODY = f"{BID} {TALKS}\n\n“{SAID},” said Rovers manager Abel Quist. Teo Marlin would cost more than Oskar Vinde."


class Desk:
    """One article with its suggestions, and everybody whom it names but Oskar Vinde, who is new."""

    def __init__(self) -> None:
        self.portwick: Club = make.ClubFactory(name="Portwick", association="England")
        self.harbour: Club = make.ClubFactory(name="Harbour Town", association="England")
        self.rovers: Club = make.ClubFactory(name="Rovers", association="Italy")
        self.marlin: Player = make.PlayerFactory(name="Teo Marlin", birth_year=2001, nationality="Norway")
        self.paulinho: Player = make.PlayerFactory(name="Paulinho", nationality="Brazil")
        self.namesake: Player = make.PlayerFactory(name="Paulinho", nationality="Portugal")
        self.quist: Person = make.PersonFactory(name="Abel Quist", role="coach", club=self.rovers)
        self.post: Source = make.SourceFactory(name="The Quayside Post")
        self.article: Article = make.ArticleFactory(headline="Portwick bid for Marlin", body=BODY)
        self.bid = self.link(
            BID, player=self.marlin, player_name="Teo Marlin", from_club=self.rovers, from_name="Rovers",
            to_club=self.portwick, to_name="Portwick", source=self.post, source_name="The Quayside Post",
            stage_group="bid", stage="bid made",
        )  # fmt: skip
        SuggestionFee.objects.create(suggestion=self.bid, what="offer", low=20_000_000, high=20_000_000, currency="EUR")
        self.talks = self.link(
            TALKS, player=self.paulinho, player_name="Paulinho", to_club=self.harbour, to_name="Harbour Town",
            window="2026-summer", stage_group="talks",
        )  # fmt: skip
        self.other_meaning = SuggestionAlternative.objects.create(
            suggestion=self.talks, slot=SuggestionSlot.PLAYER, player=self.namesake, rank=1
        )
        self.quote = self.suggest(
            SAID, "quote", person=self.quist, person_name="Abel Quist", role="coach", club=self.rovers
        )
        self.name_of_marlin = self.suggest("Teo Marlin", "player", player=self.marlin)
        self.name_of_portwick = self.suggest("Portwick", "club", club=self.portwick)
        self.new_name = self.suggest(
            "Oskar Vinde", "player", player_name="Oskar Vinde", position="Centre-Back", nationality="Denmark"
        )

    def edit(self, row: Suggestion, by: User, **values: Any) -> Decision:
        """What the desk keeps of a change to a card that waits."""
        return Decision.objects.create(
            article=self.article, client_id=uuid4().hex, action="edit", row_kind="suggestion", row_id=row.pk,
            after={"values": values}, asked={"verb": "edit", "card": f"s{row.pk}", "values": values}, by=by,
        )  # fmt: skip

    def undo(self, decision: Decision) -> Decision:
        """What the desk keeps of taking it back."""
        return Decision.objects.create(
            article=self.article, client_id=uuid4().hex, action="undo", row_kind=decision.row_kind,
            row_id=decision.row_id, asked={"verb": "undo"}, undoes=decision, by=decision.by,
        )  # fmt: skip

    def link(self, words: str, **columns: Any) -> Suggestion:
        return self.suggest(words, "link", **{"transfer_kind": "permanent", "doubt": "none", **columns})

    def suggest(self, words: str, kind: str, **columns: Any) -> Suggestion:
        row: Suggestion = make.SuggestionFactory(
            **{
                "article": self.article, "kind": kind, "text": words, "start": self.article.body.index(words),
                "player": None, **columns,
            }
        )  # fmt: skip
        return row


@pytest.fixture(autouse=True)
def _rules_of_this_test() -> None:
    """A process keeps for minutes which rules are weak."""
    forget()


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def chief() -> User:
    made: User = make.ChiefFactory(first_name="Cara", last_name="Lunde")
    return made


@pytest.fixture
def contributor() -> User:
    made: User = make.UserFactory(permissions=GROUPS["contributor"])
    return made


@pytest.fixture
def card_for(desk: Desk, chief: User) -> Callable[[Suggestion], dict[str, Any]]:
    """The card of a suggestion as it is now."""

    def found(row: Suggestion) -> dict[str, Any]:
        card = card_of(desk.article, f"s{row.pk}", by=chief)
        assert card is not None
        return card

    return found
