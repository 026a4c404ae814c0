"""What a measurement came to, what it should, and the table of all."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

WIDTHS = (52, 9, 8, 8, 28, 12)
HEAD = ("case", "bytes", "queries", "buffers", "measured: median (range)", "target")


@dataclass(frozen=True, slots=True)
class Target:
    """What a value may be: at least or at most `bound`; without one it is only told."""

    sign: str
    bound: float

    def holds(self, value: float) -> bool:
        return value >= self.bound if self.sign == "≥" else value <= self.bound

    def __str__(self) -> str:
        return f"{self.sign} {self.bound:,.0f}" if self.bound >= 100 else f"{self.sign} {self.bound:g}"


def at_least(bound: float) -> Target:
    return Target("≥", bound)


def at_most(bound: float) -> Target:
    return Target("≤", bound)


@dataclass(frozen=True, slots=True)
class Figure:
    """One row: what was measured in several rounds, in `unit`; the median is held against the target.

    `missing` says why there is nothing to hold against it: that is a target missed.
    """

    case: str
    values: Sequence[float] = ()
    target: Target | None = None
    unit: str = ""
    bytes: int | None = None
    queries: int | None = None
    buffers: int | None = None
    missing: str = ""

    @property
    def value(self) -> float:
        return median(self.values)

    @property
    def is_missed(self) -> bool:
        if self.missing:
            return True
        return self.target is not None and not self.target.holds(self.value)

    @property
    def row(self) -> str:
        """A line of the table."""
        verdict = "missed" if self.is_missed else "met" if self.target else ""
        target = f"{self.target}{self.unit and ' ' + self.unit}" if self.target else ""
        cells = (self.case, _whole(self.bytes), _whole(self.queries), _whole(self.buffers), self._measured, target)
        return f"{_line(cells)}  {verdict}".rstrip()

    @property
    def _measured(self) -> str:
        if self.missing:
            return self.missing
        low, high = min(self.values), max(self.values)
        unit = f" {self.unit}" if self.unit else ""
        spread = f" ({_short(low)}–{_short(high)})" if len(self.values) > 1 else ""
        return f"{_short(self.value)}{unit}{spread}"


def heading() -> str:
    """The line above the rows."""
    return _line(HEAD)


def closing(figures: Iterable[Figure], over: Iterable[str] = ()) -> str:
    """The last line: which targets were missed; `over` names what the tagger's own table says of its ceilings."""
    missed = [*(figure.case for figure in figures if figure.is_missed), *over]
    return f"Missed ({len(missed)}): {'; '.join(missed)}." if missed else "All targets met."


def percentile(values: Sequence[float], share: float) -> float:
    """The value that `share` (0 to 1) of all do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, round(share * len(ordered)) - 1))]


def _line(cells: Sequence[str]) -> str:
    first, *rest = zip(cells, WIDTHS, strict=True)
    return f"{first[0]:<{first[1]}}" + "".join(f"{cell:>{width}}" for cell, width in rest)


def _whole(value: int | None) -> str:
    return "" if value is None else f"{value:,}"


def _short(value: float) -> str:
    """Three digits that mean something."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.2g}" if value < 0.1 else f"{value:.2f}"
