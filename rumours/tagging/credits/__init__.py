"""Which outlets and journalists the text credits with what it claims."""

from rumours.tagging.findings import CreditFinding
from rumours.tagging.reading import Reading


def find_credits(reading: Reading) -> tuple[CreditFinding, ...]:
    """Every credit, in order; spans count code points of `reading.text`."""
    return ()
