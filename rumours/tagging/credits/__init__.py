"""Which outlets and journalists the text credits with what it claims."""

from rumours.tagging.credits.candidates import candidates
from rumours.tagging.credits.judging import credited
from rumours.tagging.credits.naming import fullest_names
from rumours.tagging.credits.own import own_site
from rumours.tagging.findings import CreditFinding
from rumours.tagging.reading import Reading


def find_credits(reading: Reading) -> tuple[CreditFinding, ...]:
    """Every credit, in order; spans count code points of `reading.text`. The article's own site is none."""
    found = candidates(reading)
    marks = credited(reading, found)
    names = fullest_names((mark.candidate for mark in marks), found)
    own = own_site(reading.text, marks)
    return tuple(
        CreditFinding(
            span=mark.candidate.span,
            text=mark.candidate.span.of(reading.text),
            source=names[mark.candidate.name],
            outlet=names.get(mark.outlet.name, mark.outlet.name) if mark.outlet else None,
            claim=reading.sentence_at(mark.candidate.span.start),
            confidence=mark.confidence,
            rule=mark.rule,
        )
        for mark in marks
        if names[mark.candidate.name] not in own
    )
