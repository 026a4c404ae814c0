"""From the values of a card to what the editorial functions take: rows for refs, spans for offsets."""

from collections.abc import Mapping
from typing import Any

from django.apps import apps

from rumours.choices import FeeCertainty, FeeWhat, ReportRole
from rumours.editorial.errors import EditorialError
from rumours.editorial.fees import Sum
from rumours.editorial.mentioning import Subject
from rumours.editorial.merging.following import merged_into
from rumours.editorial.reviewing import Strangers
from rumours.models import Article, Club, Person, Player, Report, Source, Window
from rumours.text import Span

Values = Mapping[str, Any]
_REFS = ("player", "from_club", "loan_club", "to_club", "source", "via", "claimant", "follows")
_WORDS = ("free_agent", "stage_group", "stage", "kind", "doubt", "role", "retracts")
# Who says it first follows nobody.
_FIRST = (ReportRole.ORIGIN, ReportRole.INDEPENDENT, ReportRole.CONTEXT)


def row_of(value: Values | None, strangers: Strangers) -> Any:
    """The row that a ref names: one with that id, or one of that name, made if nobody bears it; None for nobody.

    Raises EditorialError for an id that is gone and a name that several bear.
    """
    if value is None:
        return None
    kind = str(value["kind"])
    if "new" in value:
        return getattr(strangers, kind)(value["new"])
    row = _row(kind, value["id"]) or strangers.again(kind, value["id"])
    if row is None:
        raise EditorialError(f"This {kind} is no longer there: choose again")
    return row


def check_refs(values: Values) -> None:
    """Raise EditorialError where a ref names a row that is not there; nothing is made."""
    for value in values.values():
        if isinstance(value, Mapping) and "id" in value:
            kind = str(value["kind"])
            if _row(kind, value["id"]) is None:
                raise EditorialError(f"This {kind} is no longer there: choose again")


def _row(kind: str, pk: int) -> Any:
    """The row of that id, or into which that was merged; None for one that is gone."""
    rows = apps.get_model("rumours", kind)._base_manager
    return rows.filter(pk=pk).first() or rows.filter(pk=merged_into(kind, [pk]).get(pk)).first()


def spans_of(article: Article, evidence: Any) -> list[Span]:
    """The stretches of the body, without white space around them. Raises EditorialError outside the text or empty."""
    found = []
    for start, end in evidence:
        words = article.body[start:end]
        if end > len(article.body) or not words.strip():
            raise EditorialError(f"There are no words between {start} and {end}: the text is {len(article.body)} long")
        start += len(words) - len(words.lstrip())
        found.append(Span(start, start + len(words.strip())))
    return found


def link_changes(values: Values, article: Article, strangers: Strangers) -> dict[str, Any]:
    """As `add_report` and `change_report` take them; without `ending`, which is the link's."""
    changes: dict[str, Any] = {name: row_of(values[name], strangers) for name in _REFS if name in values}
    changes |= {name: values[name] for name in _WORDS if name in values}
    if "player" in changes and changes["player"] is None:
        raise EditorialError("Say who the player is: a link has one")
    if "source" in changes:
        changes["source"] = changes["source"] or article.publisher
    if changes.get("role") in _FIRST and "follows" not in changes:
        changes["follows"] = None
    if changes.get("free_agent"):
        changes = {"from_club": None, "loan_club": None} | changes
    elif changes.get("from_club"):
        changes = {"free_agent": False} | changes
    if "window" in values:
        changes["window"] = _window(values["window"], changes.get("follows"))
    if "fees" in values:
        changes["fees"] = [_sum(fee) for fee in values["fees"]]
    if "evidence" in values:
        spans = spans_of(article, values["evidence"])
        whole = Span(spans[0].start, spans[-1].end)
        changes |= {"words": whole.of(article.body), "near": whole.start}
    return changes


def quote_changes(values: Values, article: Article, strangers: Strangers) -> dict[str, Any]:
    """As `add_quote` and `change_quote` take them."""
    changes = {name: values[name] for name in ("role", "stance", "translation", "language") if name in values}
    changes |= {name: row_of(values[name], strangers) for name in ("club", "via") if name in values}
    if "speaker" in values:
        changes |= _speaker(values["speaker"], strangers)
    if "evidence" in values:
        changes["spans"] = spans_of(article, values["evidence"])
    for name, model in (("players", Player), ("clubs", Club)):
        if name in values:
            changes[name] = model._base_manager.filter(pk__in=values[name])
    return changes


def name_changes(values: Values, strangers: Strangers) -> dict[str, Any]:
    """As `change_mentions` takes them."""
    changes: dict[str, Any] = {}
    if "subject" in values:
        changes["subject"] = subject_of(values["subject"], strangers)
    if "role" in values:
        changes["role"] = values["role"]
    if "club" in values:
        changes["club_then"] = row_of(values["club"], strangers)
    return changes


def subject_of(value: Values | None, strangers: Strangers) -> Subject:
    """Whom a name means. Raises EditorialError for nobody."""
    subject: Player | Club | Person | Source | None = row_of(value, strangers)
    if subject is None:
        raise EditorialError("Say whom the name means")
    return subject


def _speaker(value: Values | None, strangers: Strangers) -> dict[str, Any]:
    if value is None:
        raise EditorialError("Say who speaks: a person, or a description such as “his agent”")
    if "described" in value:
        return {"speaker": None, "described": value["described"]}
    row = row_of(value, strangers)
    return {"speaker": strangers.speaker(row) if isinstance(row, Player) else row, "described": ""}


def _window(code: str, follows: Report | None) -> Window | None:
    """The window named, else that of the report which is followed; None is assumed by the article's date."""
    if code:
        return Window.objects.get_or_create(code=code)[0]
    return follows.link.window if follows else None


def _sum(fee: Values) -> Sum:
    certainty = FeeCertainty(fee.get("certainty", FeeCertainty.REPORTED))
    return Sum(FeeWhat(fee["what"]), fee["low"], fee["high"], fee["currency"], certainty)
