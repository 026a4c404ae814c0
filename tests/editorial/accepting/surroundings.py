"""An article with what is suggested of it, and what the site holds."""

from typing import Any

from rumours.editorial.reviewing import accept, accept_link, accept_quote, reject
from rumours.models import (
    Article,
    Club,
    Mention,
    Person,
    Player,
    Quote,
    Report,
    Source,
    Suggestion,
    SuggestionFragment,
    TransferLink,
)
from tests import factories as make

SENTENCE = "Portwick have bid €20m for Rovers winger Teo Marlin, reports The Quayside Post."
BODY = f"{SENTENCE} “He stays,” said Rovers manager Abel Quist, “and that is all.”"
QUOTE = "He stays,” said Rovers manager Abel Quist, “and that is all."


def suggested(article: Article, text: str, kind: str, **columns: Any) -> Suggestion:
    start = article.body.index(text)
    row: Suggestion = make.SuggestionFactory(
        **{"article": article, "text": text, "start": start, "kind": kind, "player": None, **columns}
    )
    return row


def link(article: Article, **columns: Any) -> Suggestion:
    said = {"stage_group": "bid", "stage": "bid made", "transfer_kind": "permanent", "doubt": "none", **columns}
    return suggested(article, SENTENCE, "link", **said)


def spoken(article: Article, **columns: Any) -> Suggestion:
    row = suggested(article, QUOTE, "quote", **columns)
    for words in ("He stays,", "and that is all."):
        start = BODY.index(words)
        SuggestionFragment.objects.create(suggestion=row, start=start, end=start + len(words), text=words)
    return row


def tags(article: Article) -> list[tuple[str, str]]:
    return [(mention.text, str(mention.subject.name)) for mention in article.mentions.with_subjects()]


def everything() -> dict[str, int]:
    """How many rows there are of whatever accepting makes."""
    models = (Report, TransferLink, Quote, Mention, Player, Person, Source, Club)
    return {model.__name__: model._base_manager.count() for model in models}


def cases(article: Article, portwick: Club) -> dict[str, tuple[Any, Suggestion]]:
    """Everything at its most: every name of it is new."""
    suggested(article, "Portwick", "club", club=portwick)
    suggested(article, "Teo Marlin", "player", player_name="Teo Marlin", club=make.ClubFactory(name="Rovers"))
    return {
        "link": (
            accept_link,
            link(article, player_name="Teo Marlin", to_club=portwick, source_name="The Quayside Post"),
        ),
        "quote": (accept_quote, spoken(article, player_name="Teo Marlin", via_name="The Quayside Post")),
        "name": (accept, article.suggestions.get(text="Teo Marlin", kind="player")),
        "reject": (reject, article.suggestions.get(kind="club")),
    }
