"""How long tagging takes, in one run, against ceilings and against reading the same text once.

Times are those of the processor, not of the clock on the wall. "Reads" says how many passes of a plain `\\w+` over the
same text the work is worth, "growth" how many times as long a text eight times as long takes, divided by eight (1 is
linear): these two hardly move with the machine. Exit 1 where a ceiling is passed.
"""

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from statistics import median
from time import process_time

from rumours.calendar import Calendar
from rumours.tagging import Gazetteer, KnownName, tag
from rumours.text import Document
from tests.benchmarks.texts import LONG, articles, hostile, long_article, names

NAMES = 60_000
BUILD_CEILING, ARTICLE_CEILING, LONG_CEILING = 0.5, 0.005, 2.0
ROUNDS = 5
SHORTER = 8
# A text of which an eighth already takes so many ceilings is not waited for: what it would take is told.
HOPELESS = 5
_PLAIN = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Measure:
    """Seconds of a piece of work, what they may be, the passes they are worth, and how they grow with the text."""

    what: str
    seconds: float
    ceiling: float
    reads: float | None = None
    growth: float | None = None

    @property
    def is_over(self) -> bool:
        return self.seconds > self.ceiling

    @property
    def row(self) -> str:
        """A line of the table."""
        reads = "" if self.reads is None else f"{self.reads:,.0f}"
        growth = "" if self.growth is None else f"{self.growth:.1f}"
        verdict = "  over" if self.is_over else ""
        times = f"{1000 * self.seconds:>10,.1f}{1000 * self.ceiling:>10,.0f}"
        return f"{self.what:<34}{times}{reads:>8}{growth:>8}{verdict}"


def main() -> int:
    """Measure, print, and say by the exit code whether all is within its ceiling."""
    over = run()
    sys.stdout.write(f"Over the ceiling: {', '.join(over)}.\n" if over else "All within their ceilings.\n")
    return 1 if over else 0


def run() -> list[str]:
    """Measure and print; what is over its ceiling."""
    over: list[str] = []
    sys.stdout.write(f"{'':<34}{'ms':>10}{'ceiling':>10}{'reads':>8}{'growth':>8}\n")
    for measure in measures():
        sys.stdout.write(f"{measure.row}\n")
        sys.stdout.flush()
        over += [measure.what] if measure.is_over else []
    return over


def measures() -> Iterator[Measure]:
    """One after the other, as they are done."""
    known = names(NAMES)
    yield _build(known)
    gazetteer = Gazetteer(known)
    yield _articles(articles(), gazetteer)
    yield _long("a million characters of prose", long_article(), gazetteer)
    for what, document in hostile().items():
        yield _long(f"… of {what}", document, gazetteer)


def _build(known: Sequence[KnownName]) -> Measure:
    seconds = min(_took(partial(Gazetteer, known)) for _ in range(3))
    return Measure(f"gazetteer of {len(known):,} names", seconds, BUILD_CEILING)


def _articles(own: Sequence[Document], gazetteer: Gazetteer) -> Measure:
    """The median article, each at its best of some rounds."""
    seconds = median(_best(partial(tag, document, gazetteer, Calendar())) for document in own)
    plain = median(_best(partial(_PLAIN.findall, document.body)) for document in own)
    return Measure("an article of 3,000 characters", seconds, ARTICLE_CEILING, seconds / plain)


def _long(what: str, document: Document, gazetteer: Gazetteer) -> Measure:
    """A whole long text, after an eighth of it."""
    eighth = Document(headline=document.headline, body=document.body[: LONG // SHORTER])
    short = _took(partial(tag, eighth, gazetteer, Calendar()))
    plain = _best(partial(_PLAIN.findall, document.body))
    if short * SHORTER > HOPELESS * LONG_CEILING:
        return Measure(f"{what} (estimate)", short * SHORTER, LONG_CEILING, short * SHORTER / plain)
    seconds = _took(partial(tag, document, gazetteer, Calendar()))
    return Measure(what, seconds, LONG_CEILING, seconds / plain, seconds / short / SHORTER)


def _best(work: Callable[[], object]) -> float:
    return min(_took(work) for _ in range(ROUNDS))


def _took(work: Callable[[], object]) -> float:
    began = process_time()
    work()
    return max(process_time() - began, 1e-6)


if __name__ == "__main__":
    raise SystemExit(main())
