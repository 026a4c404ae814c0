"""How a row's values read: days, sums, stages, evidence, club colours. Plain words, no markup."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.dateformat import format as format_date

from rumours.choices import (
    ENDING_OF_STAGE,
    Doubt,
    Ending,
    LinkStatus,
    Position,
    PositionGroup,
    Stage,
    StageGroup,
    Tier,
    TransferKind,
)
from rumours.models import Fee, SuggestionFee, TransferLink, WindowSpan
from rumours.models.labels import label_of

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}", re.ASCII)
_SIGNS = {"EUR": "€", "GBP": "£", "USD": "$"}
_LADDER = [StageGroup.INTEREST, StageGroup.TALKS, StageGroup.BID, StageGroup.AGREED, StageGroup.DONE]
_TIERS = {Tier.OFFICIAL: "official source", Tier.AGGREGATOR: "aggregators only", "": "no tier given"}
# Django's get_…_display() builds the choices of the field anew each time: of 25 rows that is a millisecond.
_PLACES = {place.value: label_of(place) for vocabulary in (PositionGroup, Position) for place in vocabulary}
_KINDS = {kind.value: label_of(kind) for kind in TransferKind}
_DOUBTS = {doubt.value: label_of(doubt) for doubt in Doubt}
_ENDINGS = {ending.value: label_of(ending) for ending in Ending}


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant or a day for a `<time>` element: for machines and for people."""

    mark: str
    words: str


def moment_of_day(at: datetime | date) -> Moment:
    """The day (of an instant: in UTC): 14 Jan 2026."""
    return _day(at.astimezone(UTC).date() if isinstance(at, datetime) else at)


@lru_cache(maxsize=2048)
def _day(shown: date) -> Moment:
    return Moment(shown.isoformat(), format_date(shown, "j M Y"))


def moment_of(at: datetime, span: WindowSpan, hour_known: bool = True) -> Moment:
    """An opening or closing in the span's own zone: Mon 2 Feb 2026, 20:00 CET; the day alone where no more is known."""
    return _moment(at, span.zone, hour_known)


@lru_cache(maxsize=1024)
def _moment(at: datetime, zone: ZoneInfo, hour_known: bool) -> Moment:
    local = at.astimezone(zone)  # not as the key: one instant is equal to itself in another zone
    if not hour_known:
        return Moment(local.date().isoformat(), format_date(local, "D j M Y"))
    mark = at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return Moment(mark, f"{format_date(local, 'D j M Y, H:i')} {local.tzname()}")


def money(euros: int | None) -> str:
    """Whole euros as people write them: €30m, €7.5m, €800k."""
    return "" if euros is None else _amount(euros, "EUR")


def _amount(units: int, currency: str) -> str:
    sign = _SIGNS.get(currency, f"{currency} ")
    for size, letter in ((10**9, "bn"), (10**6, "m"), (10**3, "k")):
        if units >= size:
            return f"{sign}{units / size:.1f}".removesuffix(".0") + letter
    return f"{sign}{units}"


def fee_range(fee: Fee | SuggestionFee) -> str:
    """A fee as reported, in its own currency: £25m to £30m; other currencies with their worth in euros, if known."""
    shown = _amount(fee.low, fee.currency)
    if fee.high != fee.low:
        shown += f" to {_amount(fee.high, fee.currency)}"
    if isinstance(fee, Fee) and fee.currency != "EUR" and fee.fee_eur is not None:
        shown += f" (≈ {_amount(fee.fee_eur, 'EUR')})"
    return shown


def evidence(link: TransferLink) -> str:
    """How many stand behind a link, repeats counted apart: `2 sources, 9 reports`."""
    parts = f"{counted(link.source_count, 'source')}, {counted(link.report_count, 'report')}"
    return f"{parts}, {counted(link.denial_count, 'denial')}" if link.denial_count else parts


def counted(number: int, noun: str) -> str:
    """`1 report`, `2 reports`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def links(number: int) -> str:
    """`1 link`, `1,234 links`."""
    return counted(number, "link")


def plural(number: int, ending: str = "s") -> str:
    """The ending of a noun behind a number: nothing for 1."""
    return "" if number == 1 else ending


def tier(value: str) -> str:
    """A tier in a word or two: tier 1, official source."""
    return _TIERS.get(value) or f"tier {value}"


def capfirst(words: str) -> str:
    """With a capital first letter, the rest as it is."""
    return words[:1].upper() + words[1:]


def place(row: Any, unknown: str = "Position not known") -> str:
    """The main place of a player or of a link's player then, else the line."""
    return _PLACES.get(row.position) or _PLACES.get(row.position_group) or unknown


def other_places(row: Any) -> list[str]:
    """The second and third place, as far as they are known."""
    return [_PLACES[value] for value in (row.second_position, row.third_position) if value]


def kind(value: str) -> str:
    """A kind of move: Loan with option."""
    return _KINDS[value]


def doubt(value: str) -> str:
    """A doubt: Seller unwilling."""
    return _DOUBTS[value]


@dataclass(frozen=True, slots=True)
class StageShown:
    """A stage as a word and as filled steps."""

    group: str
    label: str
    steps: Sequence[bool]


@lru_cache(maxsize=256)
def stage(group: str, exact: str = "") -> StageShown:
    """How a stage is shown; `group` and `exact` as stored."""
    found = StageGroup(group)
    height = _LADDER.index(found) + 1 if found in _LADDER else 0
    label = capfirst(exact) if exact else label_of(found)
    return StageShown(found.value, label, tuple(position < height for position in range(len(_LADDER))))


@dataclass(frozen=True, slots=True)
class Stripe:
    """One stripe of a club's shirt, in a picture 12 wide."""

    x: float
    width: float
    colour: str


def stripes(colours: str) -> Sequence[Stripe]:
    """A club's colours as stored (#112233|#ffffff), up to three; what is no colour is left out."""
    shown = [colour for colour in colours.split("|") if _COLOUR.fullmatch(colour)][:3]
    width = 12 / max(len(shown), 1)
    return tuple(Stripe(round(index * width, 2), round(width, 2), colour) for index, colour in enumerate(shown))


def seen_at(links: Iterable[Any], now: datetime, *more: Any) -> list[tuple[Any, ...]]:
    """Links with their status at an instant, and with what else their row depends on."""
    return [(link, link.status_at(now), *more) for link in links]


def outcome(link: Any, status: str = "") -> str:
    """How a link ended without a move: `Chose another club`, `Window closed, no deal`. `status`: as now, unless given.

    Empty while it is open or done, and where the stage beside it says the same already.
    """
    stage = Stage(link.stage) if link.stage else None
    ended = (status or link.status) == LinkStatus.OVER
    if not ended or (link.ending and stage and ENDING_OF_STAGE.get(stage) == link.ending):
        return ""
    return _ENDINGS[link.ending] if link.ending else "Window closed, no deal"
