"""The date that some archives put before an article, and sites on a line of its own."""

import re
from dataclasses import replace
from datetime import UTC, datetime

from rumours.choices import AsideKind, DatePrecision
from rumours.intake.draft import Draft
from rumours.text import Span

# "date 2025-01-18 Reds push ...", "Date: 2025-01-18". Known miss: a date in words ("18 January 2025").
_DATE_PREFIX = re.compile(r"\s*(?P<all>date\s*:?\s*(?P<day>\d{4}-\d{2}-\d{2}))(?![\w-])[:,.]?\s*", re.IGNORECASE)

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]{{0,6}}\.?"
# A line that is nothing but a day: "July 12, 2023", "Wednesday, 8th Jan 2025 22:12". Known miss: other languages.
_DATE_LINE = re.compile(
    rf"(?:(?:published|posted)(?:\s+on)?\s*:?\s+)?(?:(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?,?\s+)?"
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH}"
    rf"|{_MONTH.replace('month', 'month2')}\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?)"
    r",?\s+(?P<year>\d{4})\b[\s,|-]*(?:\d{1,2}[:.]\d{2}.{0,20})?(?:by\s.{1,40})?",
    re.IGNORECASE,
)
_NEAR_THE_TOP = 4  # paragraphs


def take_date_prefix(draft: Draft) -> Draft:
    """A leading "date 2025-01-18" is the day of publication and no part of the text; no real day, no date."""
    match = _DATE_PREFIX.match(draft.text)
    if match is None:
        return draft
    try:
        day = datetime.strptime(match["day"], "%Y-%m-%d").replace(hour=12, tzinfo=UTC)
    except ValueError:
        return draft
    draft = draft.set_aside([(Span(0, match.end()), AsideKind.DATE_PREFIX)])
    return replace(draft, published=day, precision=DatePrecision.DAY)


def take_date_line(draft: Draft) -> Draft:
    """A line near the top that is only a day, or a day and a byline, is set apart; it is the day of publication unless
    something better said it."""
    for span, words in draft.paragraphs()[:_NEAR_THE_TOP]:
        match = _DATE_LINE.fullmatch(words) if len(words) < 80 else None
        if match:
            month = _MONTHS.index((match["month"] or match["month2"])[:3].lower()) + 1
            try:
                day = datetime(int(match["year"]), month, int(match["day"] or match["day2"]), 12, tzinfo=UTC)
            except ValueError:
                continue
            draft = draft.set_aside([(span, AsideKind.DATE_PREFIX)])
            return draft if draft.published else replace(draft, published=day, precision=DatePrecision.DAY)
    return draft
