"""What an editor wants of the queue, as it stands in the address and is remembered for him."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from re import fullmatch
from typing import Any, Self
from urllib.parse import parse_qs, urlencode

from django.contrib.auth.models import User
from django.db.models import DecimalField, Exists, Min, OuterRef, Q, QuerySet, Subquery

from rumours.choices import Section, SuggestionKind
from rumours.models import Article, Club, DeskSettings, Mention, Suggestion

MOST_VALUES = 12
LONGEST_KEPT = 500
# Stands for articles without a publisher; no slug is a lone dash.
NO_SOURCE = "-"
_SLUG = r"[a-z0-9_-]{1,140}"


class Tab(StrEnum):
    WAITING = "waiting"
    OPEN = "open"
    SKIPPED = "skipped"
    DROPPED = "dropped"


class Sort(StrEnum):
    NEWEST = "newest"
    OLDEST = "oldest"
    NEAREST = "nearest"


class Band(StrEnum):
    """How sure the tagger is of the least sure of an article's open links."""

    HIGH = "high"
    MIDDLE = "middle"
    LOW = "low"
    NONE = "none"


# The least confidence of a band; below the last stands LOW.
BOUNDS = {Band.HIGH: 0.8, Band.MIDDLE: 0.5, Band.LOW: 0.0}


@dataclass(frozen=True)
class Filters:
    """One tab of the queue, its order, and what is chosen in each filter: or within a filter, and between them."""

    tab: Tab = Tab.WAITING
    sort: Sort = Sort.NEWEST
    source: tuple[str, ...] = ()
    club: tuple[str, ...] = ()
    confidence: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    language: tuple[str, ...] = ()

    @classmethod
    def parse(cls, given: Mapping[str, Sequence[str]]) -> Self:
        """From the parameters of an address; what is unknown or malformed is dropped."""
        chosen: dict[str, Any] = {name: _known(name, given.get(name, ())) for name in CHOICES}
        tab, sort = (_one(kind, given.get(name, ())) for kind, name in ((Tab, "tab"), (Sort, "sort")))
        return cls(tab=Tab(tab), sort=Sort(sort), **chosen)

    @property
    def query(self) -> str:
        """As the query string of an address; never empty, so that an address with it is no call for the last one."""
        first = [("tab", self.tab.value)] + ([("sort", self.sort.value)] if self.sort != Sort.NEWEST else [])
        return urlencode(first + [(name, value) for name in CHOICES for value in getattr(self, name)])

    @property
    def is_narrow(self) -> bool:
        """Whether anything is chosen in a filter."""
        return any(getattr(self, name) for name in CHOICES)

    def toggled(self, name: str, value: str) -> "Filters":
        """With this value of a filter chosen, or no more."""
        now: tuple[str, ...] = getattr(self, name)
        values = tuple(kept for kept in now if kept != value) if value in now else (*now, value)
        return replace(self, **{name: tuple(sorted(values))})  # type: ignore[arg-type]  # one of CHOICES

    def cleared(self) -> "Filters":
        """With nothing chosen, in the same tab and order."""
        return Filters(tab=self.tab, sort=self.sort)

    def narrow(self, rows: QuerySet[Article]) -> QuerySet[Article]:
        """The rows that fit what is chosen."""
        chosen = [name for name in CHOICES if getattr(self, name)]
        return rows.filter(*(CHOICES[name][1](getattr(self, name)) for name in chosen))


def kept_of(by: User) -> Filters:
    """The filters that an editor used last; the plain queue at first."""
    kept = DeskSettings.objects.filter(user=by).values_list("queue", flat=True).first()
    return Filters.parse(parse_qs(kept or ""))


def keep(by: User, filters: Filters) -> None:
    """Remember the filters of an editor, unless there are too many to be kept; what was dropped is looked at once."""
    if filters.tab != Tab.DROPPED and len(filters.query) <= LONGEST_KEPT:
        row = DeskSettings(user=by, queue=filters.query)
        DeskSettings.objects.bulk_create([row], update_conflicts=True, unique_fields=["user"], update_fields=["queue"])


def least_confidence() -> Subquery:
    """Of the open links of an article; null where it has none."""
    links = Suggestion.objects.open_cards().filter(article=OuterRef("pk"), kind=SuggestionKind.LINK)
    least = links.order_by().values("article").annotate(least=Min("confidence")).values("least")
    return Subquery(least, output_field=DecimalField(max_digits=4, decimal_places=3))


def band_of(confidence: Any) -> Band:
    """The band of a least confidence; NONE for None."""
    if confidence is None:
        return Band.NONE
    return next(band for band, bound in BOUNDS.items() if float(confidence) >= bound)


def _source(values: Sequence[str]) -> Q:
    named = Q(publisher__slug__in=[value for value in values if value != NO_SOURCE])
    return named | Q(publisher__isnull=True) if NO_SOURCE in values else named


def _club(values: Sequence[str]) -> Q:
    """Suggested or tagged, whatever its part."""
    clubs = Club.objects.filter(slug__in=values).order_by().values("pk")
    suggested = Q(to_club__in=clubs) | Q(from_club__in=clubs) | Q(club__in=clubs)
    of_article = {"article": OuterRef("pk")}
    return Q(Exists(Suggestion.objects.filter(suggested, **of_article))) | Q(
        Exists(Mention.objects.filter(club__in=clubs, **of_article))
    )


def _confidence(values: Sequence[str]) -> Q:
    """Of the least sure open link; a bound below and the next band's above."""
    links = Suggestion.objects.open_cards().filter(article=OuterRef("pk"), kind=SuggestionKind.LINK)
    found, above = Q(), None
    for band, bound in BOUNDS.items():
        if band in values:
            within = Exists(links.filter(confidence__lt=above)) if above is not None else Exists(links)
            found |= Q(within) & ~Q(Exists(links.filter(confidence__lt=bound)))
        above = bound
    return found | ~Q(Exists(links)) if Band.NONE in values else found


def _is_language(value: str) -> bool:
    return bool(fullmatch(r"[A-Za-z-]{1,8}", value))


# Each filter: what is a value of it, and the articles that values stand for.
CHOICES: dict[str, tuple[Any, Any]] = {
    "source": (lambda value: bool(fullmatch(_SLUG, value)), _source),
    "club": (lambda value: bool(fullmatch(_SLUG, value)), _club),
    "confidence": (lambda value: value in set(Band), _confidence),
    "section": (lambda value: value in set(Section), lambda values: Q(section__in=values)),
    "language": (_is_language, lambda values: Q(language__in=values)),
}


def _known(name: str, given: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted({value for value in given if CHOICES[name][0](value)}))[:MOST_VALUES]


def _one(kind: type[StrEnum], given: Sequence[str]) -> str:
    """The value given, if it is one of the vocabulary's; else its first."""
    return next((value for value in given if value in set(kind)), next(iter(kind)).value)
