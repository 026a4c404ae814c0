"""Direct speech: what was said, by whom, to which outlet."""

from rumours.tagging.findings import QuoteFinding
from rumours.tagging.reading import Reading


def find_quotes(reading: Reading) -> tuple[QuoteFinding, ...]:
    """Every passage of direct speech, in order; spans count code points of `reading.text`."""
    return ()
