"""What pages show of clubs, leagues and windows beside a link: small tables, kept whole in each process.

They are read by one query under the version "names", which moves on with any of their names, addresses, colours or
dates; a process that finds another version in the database reads them anew. Joining them to each link's row cost four
times as much as the row itself.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.db.models import BigIntegerField, Case, F, IntegerField, Q, QuerySet, TextField, Value, When
from django.db.models.functions import Cast

from rumours.calendar import Calendar, WindowCode, WindowDates
from rumours.models import Club, Competition, Window, WindowSpan
from rumours.models.instants import Microseconds, instant
from rumours.models.paths import slugged
from rumours.models.version import Version
from rumours.models.window import rank_of
from rumours.versions.keys import NAMES

_NULL = Cast(Value(None), BigIntegerField())
_EMPTY = Cast(Value(""), TextField())


class LeagueName(NamedTuple):
    slug: str
    name: str


class ClubName(NamedTuple):
    """A club as pages name it."""

    pk: int
    slug: str
    name: str
    colours: str
    association: str
    section: str
    is_public: bool
    is_fictional: bool
    competition: LeagueName | None

    def get_absolute_url(self) -> str:
        return slugged("club-detail", self.slug)


class WindowName(NamedTuple):
    """A window as pages name it."""

    pk: int
    code: str
    label: str
    rank: int


@dataclass(slots=True)
class Names:
    """All clubs, windows and spans, as of one `version`."""

    version: int
    clubs: dict[int, ClubName] = field(default_factory=dict)
    windows: dict[int, WindowName] = field(default_factory=dict)
    club_of_slug: dict[str, ClubName] = field(default_factory=dict)
    _spans: dict[tuple[str, str], list[WindowSpan]] = field(default_factory=lambda: defaultdict(list))
    _last: dict[tuple[str, str, str], WindowSpan] = field(default_factory=dict)
    _calendars: dict[tuple[str, str], Calendar] = field(default_factory=dict)

    def add(self, span: WindowSpan) -> None:
        """One more span."""
        self._spans[(span.association, span.section)].append(span)
        if span.closes_at is None:
            return
        last = self._last.setdefault((span.association, span.section, span.window.code), span)
        if last.closes_at is not None and last.closes_at < span.closes_at:
            self._last[(span.association, span.section, span.window.code)] = span

    def calendar(self, association: str, section: str) -> Calendar:
        """The spans of one association and section."""
        key = (association, section)
        if key not in self._calendars:
            dates = (
                WindowDates(span.window.code, association, section, span.opens_at, span.closes_at)
                for span in self._spans.get(key, ())
            )
            self._calendars[key] = Calendar(dates)
        return self._calendars[key]

    def last_closing(self, association: str, section: str, code: str) -> WindowSpan | None:
        """The span of a window that shuts last, of those whose closing is known."""
        return self._last.get((association, section, code))

    def lack(self, clubs: Iterable[int | None], windows: Iterable[int] = ()) -> bool:
        """Whether some of these are not known: what is new and nowhere named moves no version on."""
        return not (self.clubs.keys() >= {*clubs} - {None} and self.windows.keys() >= {*windows})


_kept: dict[str, Names] = {}


def names_at(using: str, version: int) -> Names:
    """The names as of a version that was just read from this database; a query only where they are another's."""
    kept = _kept.get(using)
    if kept is None or kept.version != version:
        kept = names_again(using)
    return kept


def names_again(using: str) -> Names:
    """The names as they are now, for what `lack` found missing (one query)."""
    _kept[using] = found = _read(using)
    return found


def are_kept(using: str) -> bool:
    """Whether this process has read the names of a database."""
    return using in _kept


def forget_names() -> None:
    """Drop what is kept."""
    _kept.clear()


def _read(using: str) -> Names:
    """The version is a row of the same statement: whatever is kept is exactly what it says."""
    version = Version.objects.filter(key=NAMES)
    leagues = Competition.objects.order_by()
    clubs, windows, spans = Club.objects.order_by(), Window.objects.order_by(), WindowSpan.objects.order_by()
    parts = [
        _row(version, "version", [], F("number")),
        _row(leagues, "league", ["slug", "name"]),
        _row(windows, "window", ["code"]),
        _row(clubs, "club", ["slug", "name", "colours", "association", "section"], F("competition_id"),
             _flags("is_public", "is_fictional")),
        _row(spans, "span", ["association", "section", "time_zone"], F("window_id"),
             _flags("confirmed", "closing_time_known"), Microseconds("opens_at"), Microseconds("closes_at")),
    ]  # fmt: skip
    rows: dict[str, list[Any]] = defaultdict(list)
    for kind, *row in parts[0].union(*parts[1:], all=True).using(using):
        rows[kind].append(row)
    return _names(rows)


def _row(
    rows: QuerySet[Any], kind: str, texts: list[str], number: Any = _NULL, flags: Any = None, opens: Any = _NULL,
    closes: Any = _NULL,
) -> QuerySet[Any]:  # fmt: skip
    """Rows of one table in the shape that all share here: kind, id, five texts, a number, flags, two instants."""
    pk = _NULL if kind == "version" else Cast("pk", BigIntegerField())
    padded = [*(Cast(text, TextField()) for text in texts), *[_EMPTY] * (5 - len(texts))]
    named = [Cast(Value(kind), TextField()), pk, *padded, Cast(number, BigIntegerField()),
             flags or Cast(Value(0), IntegerField()), opens, closes]  # fmt: skip
    return rows.values_list(*named)


def _flags(first: str, second: str) -> Any:
    one = Case(When(Q(**{first: True}), then=1), default=0, output_field=IntegerField())
    return one + Case(When(Q(**{second: True}), then=2), default=0, output_field=IntegerField())


def _names(rows: dict[str, list[Any]]) -> Names:
    found = Names(next((row[6] for row in rows["version"]), 0))
    leagues = {pk: LeagueName(slug, name) for pk, slug, name, *_ in rows["league"]}
    found.windows = {
        pk: WindowName(pk, code, WindowCode.parse(code).label, rank_of(code)) for pk, code, *_ in rows["window"]
    }
    for pk, slug, name, colours, association, section, league, flags, *_ in rows["club"]:
        club = ClubName(
            pk, slug, name, colours, association, section, bool(flags & 1), bool(flags & 2), leagues.get(league)
        )
        found.clubs[pk] = found.club_of_slug[slug] = club
    for row in rows["span"]:
        found.add(_span(row, found.windows))
    return found


def _span(row: Any, windows: dict[int, WindowName]) -> WindowSpan:
    pk, association, section, zone, _, _, window, flags, opens, closes = row
    return WindowSpan(
        pk=pk,
        association=association,
        section=section,
        time_zone=zone,
        window=Window(pk=window, code=windows[window].code),
        confirmed=bool(flags & 1),
        closing_time_known=bool(flags & 2),
        opens_at=None if opens is None else instant(opens),
        closes_at=None if closes is None else instant(closes),
    )
