"""What a tagger could find in one body."""

from dataclasses import replace
from typing import Any

from rumours.choices import Doubt, Stage, StageGroup, TransferKind
from rumours.models import Article
from rumours.tagging import (
    CreditFinding,
    LinkFinding,
    Named,
    NewName,
    QuoteFinding,
)
from rumours.text import Span

BODY = (
    "Portwick have bid €20m for Rovers winger Teo Marlin, reports The Quayside Post. "
    "“He stays,” said Rovers manager Abel Quist, “and that is all.”"
)
MARLIN, PORTWICK = Named("Teo Marlin"), Named("Portwick")


def place(words: str) -> Span:
    start = BODY.index(words)
    return Span(start, start + len(words))


def link(player: Named, to_club: Named | None, **changes: Any) -> LinkFinding:
    """A link on the first sentence of the body."""
    span = place("Portwick have bid €20m for Rovers winger Teo Marlin, reports The Quayside Post.")
    made = LinkFinding(
        span=span, text=span.of(BODY), player=player, from_club=Named("Rovers"), to_club=to_club, loan_club=None,
        window=None, stage_group=StageGroup.BID, stage=Stage.BID, kind=TransferKind.UNKNOWN, fees=(), doubt=Doubt.NONE,
        source=None, confidence=0.8, rule="bid",
    )  # fmt: skip
    return replace(made, **changes)


def quote(speaker: Named | None, **changes: Any) -> QuoteFinding:
    """The quote of the second sentence, which a tag divides."""
    pieces = (place("He stays,"), place("and that is all."))
    made = QuoteFinding(
        span=Span(pieces[0].start, pieces[1].end), text="He stays, and that is all.", fragments=pieces,
        speaker=speaker, described="", via=None, confidence=0.9, rule="tag-in-the-middle",
    )  # fmt: skip
    return replace(made, **changes)


def new_name(name: str, kind: str, **facts: Any) -> NewName:
    return NewName(span=place(name), text=name, kind=kind, confidence=0.7, rule="new-name", **facts)


def names_of(article: Article) -> list[tuple[str, str, int]]:
    return list(article.suggestions.names().values_list("kind", "text", "start"))


def credit(source: Named, outlet: Named | None = None) -> CreditFinding:
    span = place("The Quayside Post")
    return CreditFinding(span, span.of(BODY), source, outlet, span, 0.8, "reports")
