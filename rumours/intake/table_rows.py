"""The kinds of rows that reference files hold, typed. Empty text, () and None mean "not known"."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Row:
    """Where a row stands: its file, and the line it begins on."""

    file: str
    line: int


@dataclass(frozen=True, slots=True)
class CompetitionRow(Row):
    name: str
    country: str
    section: str
    level: int
    short_name: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClubRow(Row):
    """`reserve` is None where the file does not tell; `ambiguous` repeats those names that others bear too."""

    name: str
    country: str
    section: str
    league: str
    short_name: str
    aliases: tuple[str, ...]
    nicknames: tuple[str, ...]
    ambiguous: tuple[str, ...]
    colours: tuple[str, ...]
    domains: tuple[str, ...]
    reserve: bool | None


@dataclass(frozen=True, slots=True)
class PlayerRow(Row):
    """`position` is exact or ""; `group` is a PositionGroup or ""."""

    name: str
    aliases: tuple[str, ...]
    section: str
    position: str
    group: str
    others: tuple[str, ...]
    born: date | None
    birth_year: int | None
    nationality: tuple[str, ...]
    foot: str
    contract_end: date | None
    club: str
    club_country: str
    since: date | None
    owner: str
    owner_country: str
    retired: bool


@dataclass(frozen=True, slots=True)
class PersonRow(Row):
    name: str
    aliases: tuple[str, ...]
    role: str
    club: str
    club_country: str
    nationality: str
    born: date | None
    note: str


@dataclass(frozen=True, slots=True)
class SourceRow(Row):
    name: str
    kind: str
    outlet: str
    country: str
    language: str
    domains: tuple[str, ...]
    handles: tuple[str, ...]
    aliases: tuple[str, ...]
    ambiguous: tuple[str, ...]
    interest: str


@dataclass(frozen=True, slots=True)
class WindowRow(Row):
    code: str
    note: str


@dataclass(frozen=True, slots=True)
class SpanRow(Row):
    """Instants are in UTC."""

    window: str
    association: str
    section: str
    opens: datetime | None
    closes: datetime | None
    time_known: bool
    time_zone: str
    confirmed: bool
    reference: str


@dataclass(frozen=True, slots=True)
class RateRow(Row):
    currency: str
    year: int
    eur: Decimal
