"""Which outlets and journalists the text credits with what it claims."""

from bisect import bisect_left

from rumours.tagging.credits.candidates import Candidate, candidates
from rumours.tagging.credits.judging import credited
from rumours.tagging.credits.naming import fullest_names
from rumours.tagging.credits.own import own_site
from rumours.tagging.credits.shows import shows
from rumours.tagging.findings import CreditFinding
from rumours.tagging.reading import Reading


def _everybody(reading: Reading) -> tuple[Candidate, ...]:
    """Every candidate in order, apart; a programme's name wins over the names in it."""
    named = list(shows(reading.text))
    ends = iter(sorted({candidate.span: candidate for candidate in named}.items()))
    apart: list[Candidate] = []
    for _, candidate in ends:
        if not apart or apart[-1].span.end <= candidate.span.start:
            apart.append(candidate)
    starts = [candidate.span.start for candidate in apart]
    for candidate in candidates(reading):
        place = bisect_left(starts, candidate.span.end) - 1
        if place < 0 or not apart[place].span.overlaps(candidate.span):
            apart.append(candidate)
    return tuple(sorted(apart, key=lambda candidate: candidate.span))


def find_credits(reading: Reading) -> tuple[CreditFinding, ...]:
    """Every credit, in order; spans count code points of `reading.text`. The article's own site is none."""
    found = _everybody(reading)
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
