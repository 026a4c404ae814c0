"""Counts behind the choices of a list, from the database: at most two queries a filter.

Counting reads every link that passes. What is part of a list of more than LONGEST links is not counted: its choices are
shown without numbers, for a reader would wait seconds for those of a million links, and learn nothing from them.
"""

from collections import Counter
from collections.abc import Mapping
from functools import cached_property

from django.db.models import Case, Count, F, Q, When

from rumours.choices import LinkStatus
from rumours.filters.links import Direction, LinkFilters
from rumours.models import Club, Window
from rumours.models.link import has_status

LONGEST = 10_000
_COLUMNS = {"stage": "stage_group", "kind": "kind", "doubt": "doubt", "window": "window__code"}


class UncountedRows:
    """Choices of a list that is too long to be counted: all there are, and the clubs most often named anywhere."""

    total = None

    def __init__(self, filters: LinkFilters) -> None:
        self._filters = filters

    def of(self, name: str) -> Mapping[str, None]:
        if name == "window":
            return dict.fromkeys(Window.objects.filter(link_count__gt=0).values_list("code", flat=True))
        return dict.fromkeys(value for value, _ in self._filters.base_filters[name].extra["choices"])

    def clubs(self, most: int) -> list[tuple[str, str, None, bool]]:
        asked = {club.slug: club.name for club in self._filters.chosen["club"]}
        named = Club.objects.published().order_by("-link_count", "id").values_list("slug", "name")[:most]
        return [(slug, name, None, slug in asked) for slug, name in {**asked, **dict(named)}.items()]


class CountedRows:
    """Counts of a list of links by grouping its rows."""

    def __init__(self, filters: LinkFilters) -> None:
        self._filters = filters

    @cached_property
    def total(self) -> int:
        """How many links pass the filters (one query)."""
        return self._filters.rows().count()

    def of(self, name: str) -> Mapping[str, int]:
        if name == "position":
            return self._positions()
        if name == "status":
            now = self._filters.now
            by_status = {status.value: Count("pk", filter=has_status([status], now)) for status in LinkStatus}
            return self._filters.rows(ignoring=name).aggregate(**by_status)
        if name == "direction":
            into = Q(to_club=self._filters.seen_from.pk if self._filters.seen_from else None)
            by_way = {Direction.IN.value: Count("pk", filter=into), Direction.OUT.value: Count("pk", filter=~into)}
            return self._filters.rows(ignoring=name).aggregate(**by_way)
        rows = self._filters.rows(ignoring=name).order_by()
        return dict(rows.values_list(_COLUMNS[name]).annotate(n=Count("pk")))

    def clubs(self, most: int) -> list[tuple[str, str, int, bool]]:
        counts: Counter[int | None] = Counter()
        rows = self._filters.rows(ignoring="club").order_by()
        for column in self._club_columns():
            counts.update(dict(rows.values_list(column).annotate(n=Count("pk"))))
        del counts[None]
        asked = [club.pk for club in self._filters.chosen["club"]]
        ids = dict.fromkeys([*asked, *(pk for pk, _ in counts.most_common(most))])
        clubs = Club.objects.published().in_bulk([pk for pk in ids if pk is not None])
        return [
            (club.slug, club.name, counts[pk], pk in asked) for pk in ids if pk and (club := clubs.get(pk)) is not None
        ]

    def _positions(self) -> Mapping[str, int]:
        columns = ("position_group", "position", "second_position", "third_position")
        rows = self._filters.rows(ignoring="position").order_by().values_list(*columns).annotate(n=Count("pk"))
        counts: Counter[str] = Counter()
        for *places, n in rows:
            counts.update(dict.fromkeys(filter(None, places), n))
        return counts

    def _club_columns(self) -> list[str | Case]:
        if self._filters.seen_from is None:
            return ["to_club", "from_club"]
        return [Case(When(to_club=self._filters.seen_from.pk, then=F("from_club")), default=F("to_club"))]
