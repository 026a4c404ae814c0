"""Which outlets and journalists the text credits with what it claims."""

from rumours.tagging.credits.candidates import Candidates
from rumours.tagging.credits.judging import credited
from rumours.tagging.credits.naming import fullest_names
from rumours.tagging.credits.own import own_site
from rumours.tagging.credits.partners import with_partners
from rumours.tagging.findings import CreditFinding
from rumours.tagging.reading import Reading


def find_credits(reading: Reading) -> tuple[CreditFinding, ...]:
    """Every credit, in order; spans count code points of `reading.text`. The article's own site is none."""
    found = Candidates(reading)
    marks = with_partners(reading.text, found, *credited(reading, found))
    if not marks:
        return ()
    names = fullest_names([marks[place].candidate for place in sorted(marks)], reading)
    own = own_site(reading, marks.values(), names)
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
        for _, mark in sorted(marks.items())
        if names[mark.candidate.name] not in own
    )
