"""How many articles stand behind each choice of the queue's filters: counted among the first SAMPLE of the tab.

A queue is seldom longer; where it is, `Counts.is_whole` is false and the page says so. The time thus never grows with
the table. Each filter's counts ignore what is chosen in it.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db.models import BooleanField, ExpressionWrapper, F, QuerySet, Value
from django.utils.translation import get_language_info

from rumours.choices import Section
from rumours.editorial.desk.queue import NEWEST_FIRST, rows_of
from rumours.editorial.desk.queue_filters import CHOICES, NO_SOURCE, Band, Filters, Sort, band_of, least_confidence
from rumours.models import Mention, Suggestion
from rumours.models.labels import label_of

SAMPLE = 500
MOST = 12
LABELS = {"source": "Source", "club": "Club", "confidence": "Confidence", "section": "Section", "language": "Language"}
BANDS = {
    Band.HIGH: "High: every link 80 % or more",
    Band.MIDDLE: "Middle: 50 % or more",
    Band.LOW: "Low: a link under 50 %",
    Band.NONE: "No open link",
}


@dataclass(frozen=True)
class Choice:
    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True)
class Facet:
    name: str
    label: str
    choices: list[Choice]


@dataclass(frozen=True)
class Counts:
    """`total`: the articles of the tab; with `is_whole` false there are more, and all counts are of the first ones."""

    facets: list[Facet]
    total: int
    is_whole: bool


def counts_of(filters: Filters, *, by: User) -> Counts:
    """The filters of a tab with what stands behind their choices. Two queries."""
    found = _sample(filters, by)
    sample = found[:SAMPLE]
    facets = [_club_facet(filters, sample)] + [_facet(filters, name, sample) for name in CHOICES if name != "club"]
    order = list(CHOICES)
    facets.sort(key=lambda facet: order.index(facet.name))
    useful = [facet for facet in facets if len(facet.choices) > 1 or getattr(filters, facet.name)]
    return Counts(useful, len(sample), len(found) <= SAMPLE)


def _sample(filters: Filters, by: User) -> list[dict[str, Any]]:
    rows = rows_of(filters.tab, by=by)
    order = ("received_at", "id") if filters.sort == Sort.OLDEST else NEWEST_FIRST
    in_club = ExpressionWrapper(CHOICES["club"][1](filters.club), BooleanField()) if filters.club else Value(True)
    columns = rows.order_by(*order).values(
        "pk",
        "section",
        "language",
        source=F("publisher__slug"),
        source_name=F("publisher__name"),
        least=least_confidence(),
        in_club=in_club,
    )
    found: list[Any] = list(columns[: SAMPLE + 1])
    for row in found:
        row["confidence"] = band_of(row["least"]).value
        row["source"], row["source_name"] = row["source"] or NO_SOURCE, row["source_name"] or "No source"
    return found


def _fitting(filters: Filters, sample: list[dict[str, Any]], but: str) -> list[dict[str, Any]]:
    """The rows that fit every filter but one."""
    asked = {name: getattr(filters, name) for name in CHOICES if name not in (but, "club") and getattr(filters, name)}
    return [
        row
        for row in sample
        if (but == "club" or row["in_club"]) and all(row[name] in values for name, values in asked.items())
    ]


def _facet(filters: Filters, name: str, sample: list[dict[str, Any]]) -> Facet:
    counts = Counter(row[name] for row in _fitting(filters, sample, name))
    known: dict[str, str] = {
        "source": {row["source"]: row["source_name"] for row in sample},
        "confidence": {band.value: label for band, label in BANDS.items()},
        "section": {section.value: label_of(section) for section in Section},
        "language": {row["language"]: _language(row["language"]) for row in sample},
    }[name]
    order = known if name in ("confidence", "section") else _largest(counts, known)
    return Facet(name, LABELS[name], _choices(order, known, counts, getattr(filters, name)))


def _club_facet(filters: Filters, sample: list[dict[str, Any]]) -> Facet:
    ids = [row["pk"] for row in _fitting(filters, sample, "club")]
    parts = [_clubs(Suggestion.objects.all(), part, ids) for part in ("from_club", "club")]
    pairs = _clubs(Suggestion.objects.all(), "to_club", ids).union(*parts, _clubs(Mention.objects.all(), "club", ids))
    known: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for _, slug, name in pairs:
        if slug is not None:
            known[slug] = name
            counts[slug] += 1
    return Facet("club", LABELS["club"], _choices(_largest(counts, known), known, counts, filters.club))


def _clubs(rows: QuerySet[Any], part: str, ids: list[int]) -> QuerySet[Any]:
    """The clubs that stand in this part of rows of these articles: (article, slug, name), and one row for none.

    Without those, PostgreSQL takes the articles to be few and walks the index of all suggestions by club.
    """
    return rows.filter(article__in=ids).order_by().values_list("article", f"{part}__slug", f"{part}__name")


def _largest(counts: Counter[str], known: dict[str, str]) -> list[str]:
    return sorted(counts, key=lambda value: (-counts[value], known[value]))[:MOST]


def _choices(order: Iterable[str], known: dict[str, str], counts: Counter[str], asked: tuple[str, ...]) -> list[Choice]:
    """Those with something behind them, and those chosen; what the sample does not name is named by its slug."""
    values = dict.fromkeys([*order, *asked])
    return [
        Choice(value, known.get(value, value), counts[value], value in asked)
        for value in values
        if counts[value] or value in asked
    ]


def _language(code: str) -> str:
    try:
        return str(get_language_info(code)["name"])
    except KeyError:
        return code
