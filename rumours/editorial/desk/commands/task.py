"""One request as it is carried out: at which article, for whom, on which card, and how it is kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from django.contrib.auth.models import User
from django.db import models

from rumours.editorial.desk.cards import card_of
from rumours.editorial.desk.commands.asking import FIELDS, Asked, checked
from rumours.editorial.desk.commands.errors import NoteNeeded
from rumours.editorial.errors import EditorialError, WrongState
from rumours.editorial.reviewing import Filing, Strangers, file_decision
from rumours.models import Article, Decision

Json = dict[str, Any]
Row = TypeVar("Row", bound=models.Model)
GONE = "This card is gone: somebody took it away or ran the tagger again"


@dataclass(frozen=True, slots=True)
class Done:
    """What is said of a request that was carried out, and the card to go to, where it is another one."""

    say: str
    focus: str | None = None


@dataclass
class Task:
    """A request at a held article. `redoes` is the decision that it takes anew, with what that one made."""

    article: Article
    asked: Asked
    by: User
    redoes: Decision | None = None
    entered: str = ""  # what it entered by hand, which has no card before

    @cached_property
    def card(self) -> Json:
        """The card it is about, as it stands. Raises WrongState where there is none any more."""
        card = card_of(self.article, self.key, by=self.by) if self.asked.card else None
        if card is None:
            raise WrongState(GONE)
        return card

    def look(self) -> str:
        """Read the card, if it is about one, before anything is done to it: its title. Raises WrongState."""
        return self.title if self.asked.card else self.entered

    @property
    def key(self) -> str:
        return self.asked.card or ""

    @property
    def title(self) -> str:
        return str(self.card["title"])

    @property
    def waits(self) -> bool:
        """Whether the card is a suggestion that nobody has decided on."""
        return bool(self.card["state"] == "waiting")

    @cached_property
    def given(self) -> Json:
        """The values that were sent, as the card's kind has them. Raises BadAsked."""
        return checked(self.asked.values, FIELDS[self.card["kind"]])

    @property
    def made_before(self) -> Mapping[str, Any]:
        """What it made when it was done the first time."""
        return (self.redoes.after if self.redoes else None) or {}

    @cached_property
    def strangers(self) -> Strangers:
        """Where whom nobody knows is made; those of the first time with the ids they had."""
        return Strangers(self.article, self.by, self.made_before.get("made", ()))

    @property
    def filing(self) -> Filing:
        """How its decision is kept."""
        asked = self.asked.as_json(title=self.look())
        return Filing(self.asked.sitting, self.asked.client_id, asked, self.redoes)

    def require_note(self, what: str = "article") -> None:
        """Raise NoteNeeded where readers have seen the article and no note says what is corrected."""
        if self.article.was_shown and not self.asked.note:
            raise NoteNeeded(f"Readers have seen this {what}: say in a note what is corrected")

    def file(
        self, action: str, row: tuple[str, int], before: Json | None, after: Json | None, undoes: Decision | None = None
    ) -> Decision:
        """Keep what was done as the decision of this request."""
        return file_decision(
            self.article, action, row, before, after, by=self.by, filing=self.filing, undoes=undoes
        )  # fmt: skip


def only(rows: "models.QuerySet[Row]") -> Row:
    """The row that is asked for. Raises WrongState where it is gone."""
    row = rows.first()
    if row is None:
        raise WrongState(GONE)
    return row


def unused(model: type[models.Model], pk: Any) -> int | None:
    """An id that a row had before, where no other has it."""
    if not pk or model._base_manager.filter(pk=pk).exists():
        return None
    return int(pk)


def refuse_unless(condition: object, message: str) -> None:
    """Raise EditorialError with the message unless the condition holds."""
    if not condition:
        raise EditorialError(message)
