"""Rows made in a hurry while tagging: what each still lacks, and the article for which it was made."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Min, QuerySet, Value

from rumours.choices import PersonRole, SourceKind
from rumours.models import Article, Club, Mention, Person, Player, Quote, Report, Source

KINDS = ("player", "club", "person", "source")

_MODELS: dict[str, Any] = {"player": Player, "club": Club, "person": Person, "source": Source}
# Where rows of a kind are named: the model, and the column that names them.
_NAMED: dict[str, tuple[tuple[Any, str], ...]] = {
    "player": ((Mention, "player"), (Report, "link__player")),
    "club": ((Mention, "club"), (Report, "link__to_club"), (Report, "link__from_club"), (Quote, "club")),
    "person": ((Mention, "person"), (Quote, "speaker")),
    "source": ((Mention, "source"), (Report, "source"), (Report, "via"), (Quote, "via")),
}


@dataclass(frozen=True, slots=True)
class Stub:
    """A row to be finished."""

    kind: str
    row: Any
    missing: list[str]
    article: Article | None


def stub_counts() -> dict[str, int]:
    """How many stubs there are of each kind (four queries)."""
    return {kind: _stubs(kind).count() for kind in KINDS}


def stubs(kinds: Iterable[str] = KINDS, *, start: int = 0, count: int = 50) -> list[Stub]:
    """Stubs of these kinds, the newest first, `count` from the `start`-th on; as many queries whatever is found."""
    asked = [_listed(kind) for kind in kinds]
    first, *others = asked
    union = first.union(*others, all=True) if others else first
    listed = list(union.order_by("-created_at", "-pk")[start : start + count])
    rows, articles = _rows(listed), _articles(listed)
    return [
        Stub(kind, rows[kind, pk], missing(rows[kind, pk]), articles.get((kind, pk)))
        for pk, _, kind in listed
        if (kind, pk) in rows
    ]


def missing(row: Player | Club | Person | Source) -> list[str]:
    """What is not known yet of a row; empty when only its mark as a stub is left."""
    match row:
        case Player():
            born, club = row.born or row.birth_year, row.club_id or row.retired
            known: dict[str, Any] = {
                "position": row.position, "nationality": row.nationality, "born": born, "club": club,
            }  # fmt: skip
        case Club():
            known = {"association": row.association, "league": row.competition_id}
        case Person():
            role = row.role != PersonRole.OTHER
            known = {"role": role, "club": row.club_id or row.source_id or row.player_id}
        case Source():
            known = {"country": row.country, "language": row.language, "web address": row.domains or row.handles}
    return [name for name, value in known.items() if not value]


def _stubs(kind: str) -> QuerySet[Any]:
    """Sources bear no mark: one of which nothing but the name is known was made in a hurry."""
    if kind != "source":
        rows: QuerySet[Any] = _MODELS[kind].objects.filter(is_stub=True)
        return rows
    bare: QuerySet[Any] = Source.objects.filter(country="", language="", domains="", handles="", is_reference=False)
    return bare.exclude(kind=SourceKind.JOURNALIST, outlet__isnull=False)


def _listed(kind: str) -> QuerySet[Any]:
    rows: QuerySet[Any] = _stubs(kind).order_by().annotate(of=Value(kind)).values_list("pk", "created_at", "of")
    return rows


def _rows(listed: Sequence[tuple[int, Any, str]]) -> dict[tuple[str, int], Any]:
    related: dict[str, Callable[[], QuerySet[Any]]] = {
        "player": Player.objects.with_club,
        "club": Club.objects.with_competition,
        "person": Person.objects.with_club,
        "source": Source.objects.with_outlet,
    }
    return {
        (kind, row.pk): row
        for kind in KINDS
        if (ids := _ids(listed, kind))
        for row in related[kind]().filter(pk__in=ids)
    }


def _articles(listed: Sequence[tuple[int, Any, str]]) -> dict[tuple[str, int], Article]:
    """The first article that names each."""
    first: dict[tuple[str, int], int] = {}
    for kind in KINDS:
        ids = _ids(listed, kind)
        for model, column in _NAMED[kind] if ids else ():
            named = model.objects.filter(**{f"{column}__in": ids}).order_by().values_list(column)
            for pk, article in named.annotate(first=Min("article")):
                first[kind, pk] = min(article, first.get((kind, pk), article))
    found = Article.objects.only("headline", "status").in_bulk(set(first.values()))
    return {key: found[article] for key, article in first.items()}


def _ids(listed: Sequence[tuple[int, Any, str]], kind: str) -> list[int]:
    return [pk for pk, _, of in listed if of == kind]
