"""Windows, their spans and rates of exchange of a load."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.contrib.auth.models import User

from rumours.editorial.loading.summary import LoadSummary
from rumours.editorial.loading.writing import create_all, update_all
from rumours.intake.table_rows import RateRow, SpanRow, WindowRow
from rumours.models import ExchangeRate, Window, WindowSpan
from rumours.models.window import rank_of

PRECISION = Decimal("0.00000001")
SPAN_COLUMNS = {"opens_at", "closes_at", "closing_time_known", "time_zone", "confirmed", "reference"}


def load_windows(rows: Iterable[WindowRow], summary: LoadSummary, by: User) -> None:
    """Make the windows that are missing, and write a note where there is none."""
    stored = {window.code: window for window in Window.objects.all()}
    counts = summary.of("windows")
    new: list[Window] = []
    changed: list[Window] = []
    seen: set[tuple[str, str]] = set()
    for row in rows:
        window = stored.get(row.code)
        if (row.file, row.code) in seen:
            summary.leave_out("windows", row, "window", f"{row.code} stands in this file already")
        elif window is None:
            stored[row.code] = Window(code=row.code, rank=rank_of(row.code), note=row.note)
            new.append(stored[row.code])
        elif row.note and not window.note:
            window.note = row.note
            if window.pk is not None:
                changed.append(window)
        else:
            counts.same += 1
        seen.add((row.file, row.code))
    create_all(Window, new, by)
    update_all(Window, changed, {"note"}, by)
    counts.new, counts.changed = len(new), len(changed)


class Spans:
    """Stored and loaded spans of one load."""

    def __init__(self, summary: LoadSummary) -> None:
        self.summary = summary
        self.windows = {window.code: window for window in Window.objects.all()}
        self.new: list[WindowSpan] = []
        self.changed: dict[int, WindowSpan] = {}
        self._of: dict[tuple[str, str, str], list[WindowSpan]] = {}
        for span in WindowSpan.objects.select_related("window"):
            self._of.setdefault((span.window.code, span.association, span.section), []).append(span)

    def load(self, rows: Iterable[SpanRow], by: User) -> None:
        """Fill in the spans that are known, add the others; a window that is not known is a warning."""
        seen: set[tuple[Any, ...]] = set()
        for row in rows:
            key = (row.file, row.window, row.association, row.section, row.opens)
            if row.window not in self.windows:
                self.summary.leave_out("spans", row, "window", f"there is no window {row.window}")
            elif key in seen:
                self.summary.leave_out("spans", row, "opens", "this span stands in this file already")
            else:
                self._settle(row)
            seen.add(key)
        create_all(WindowSpan, self.new, by)
        update_all(WindowSpan, list(self.changed.values()), SPAN_COLUMNS, by)
        counts = self.summary.of("spans")
        counts.new, counts.changed = len(self.new), len(self.changed)

    def _settle(self, row: SpanRow) -> None:
        spans = self._of.setdefault((row.window, row.association, row.section), [])
        span = _same_span(spans, row)
        if span is None:
            span = WindowSpan(
                window=self.windows[row.window], association=row.association, section=row.section, **_values(row)
            )
            spans.append(span)
            self.new.append(span)
        elif _take_over(span, row):
            if span.pk is not None:
                self.changed[span.pk] = span
        else:
            self.summary.of("spans").same += 1


def _same_span(spans: list[WindowSpan], row: SpanRow) -> WindowSpan | None:
    """The span with the same opening, else the same closing, else one of which neither is known yet.

    A row without dates is whatever stands there first.
    """
    if row.opens is None and row.closes is None:
        return spans[0] if spans else None
    tests = (
        lambda span: span.opens_at == row.opens,
        lambda span: row.closes is not None and span.closes_at == row.closes and None in (span.opens_at, row.opens),
        lambda span: span.opens_at is None and span.closes_at is None,
    )
    return next((span for test in tests for span in spans if test(span)), None)


def _values(row: SpanRow) -> dict[str, Any]:
    return {
        "opens_at": row.opens,
        "closes_at": row.closes,
        "closing_time_known": row.time_known,
        "time_zone": row.time_zone,
        "confirmed": row.confirmed,
        "reference": row.reference,
    }


def _take_over(span: WindowSpan, row: SpanRow) -> bool:
    """Fill in what is not known; what is confirmed replaces what is not. Whether anything changed."""
    before = _stored(span)
    better = row.confirmed and not span.confirmed
    closing = row.closes and (span.closes_at is None or better)
    opens = row.opens if row.opens and (span.opens_at is None or better) else span.opens_at
    closes = row.closes if closing else span.closes_at
    if opens and closes and opens >= closes:
        return False
    span.opens_at, span.closes_at = opens, closes
    if closing:
        span.closing_time_known = row.time_known
    if better or (before["opens_at"] is None and before["closes_at"] is None and (row.opens or row.closes)):
        span.time_zone, span.confirmed = row.time_zone, row.confirmed
        span.reference = row.reference or span.reference
    span.reference = span.reference or row.reference
    return _stored(span) != before


def _stored(span: WindowSpan) -> dict[str, Any]:
    return {column: getattr(span, column) for column in SPAN_COLUMNS}


def load_rates(rows: Iterable[RateRow], summary: LoadSummary, by: User) -> None:
    """Make rates and correct those that differ: a year's average is an estimate until the year is over."""
    stored = {(rate.currency, rate.year): rate for rate in ExchangeRate.objects.all()}
    counts = summary.of("rates")
    new: list[ExchangeRate] = []
    changed: list[ExchangeRate] = []
    seen: set[tuple[str, int]] = set()
    for row in rows:
        rate = stored.get((row.currency, row.year))
        if (row.currency, row.year) in seen:
            summary.leave_out("rates", row, "year", f"{row.currency} {row.year} was given already")
        elif rate is None:
            new.append(ExchangeRate(currency=row.currency, year=row.year, eur=row.eur.quantize(PRECISION)))
        elif rate.eur != row.eur.quantize(PRECISION):
            rate.eur = row.eur.quantize(PRECISION)
            changed.append(rate)
        else:
            counts.same += 1
        seen.add((row.currency, row.year))
    create_all(ExchangeRate, new, by)
    update_all(ExchangeRate, changed, {"eur"}, by)
    counts.new, counts.changed = len(new), len(changed)
