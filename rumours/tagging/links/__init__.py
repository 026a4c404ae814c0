"""Who may go where, now: the moves a text reports."""

from collections.abc import Sequence

from rumours.calendar import Calendar
from rumours.tagging.findings import CreditFinding, LinkFinding
from rumours.tagging.gazetteer import Gazetteer
from rumours.tagging.reading import Reading


def find_links(
    reading: Reading, gazetteer: Gazetteer, calendar: Calendar, credits: Sequence[CreditFinding] = ()
) -> tuple[LinkFinding, ...]:
    """Every possible, likely, agreed, done or denied move; spans count code points of `reading.text`."""
    return ()
