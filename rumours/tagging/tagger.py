"""The one verb: a document in, findings out."""

from dataclasses import replace

from rumours.calendar import Calendar
from rumours.tagging.credits import find_credits
from rumours.tagging.findings import CreditFinding, Findings, LinkFinding, MentionFinding, NewName, QuoteFinding
from rumours.tagging.gazetteer import Gazetteer
from rumours.tagging.links import find_links
from rumours.tagging.names import read
from rumours.tagging.pausing import collector_waiting
from rumours.tagging.quotes import find_quotes
from rumours.tagging.reading import Reading
from rumours.text import Document, Span

LINK_LANGUAGES = frozenset({"en"})
# Characters. Forty times the longest real article; what comes after is not read, so that no text can take long.
MOST_READ = 300_000
READ_IN_PART = f"only the first {MOST_READ:,} characters were read"
# Said instead of "no rumour", which would be a guess.
NO_LINK_RULES = "no link rules for this language"


def tag(
    document: Document, gazetteer: Gazetteer, calendar: Calendar | None = None, *, section: str = "men"
) -> Findings:
    """What `document` names, quotes, credits and reports; spans count code points of `document.body`.

    Asides (captions, promos, repeated headlines) are never looked at. `section` ranks clubs and players that share a
    name. Without a calendar the usual European windows stand in. Deterministic; any text gives an answer.
    """
    with collector_waiting():
        return _findings(document, gazetteer, calendar or Calendar(), section)


def _findings(document: Document, gazetteer: Gazetteer, calendar: Calendar, section: str) -> Findings:
    whole = len(document.body) <= MOST_READ
    reading = read(document if whole else _opening_of(document), gazetteer, section=section)
    credits = find_credits(reading)
    ruled = reading.language in LINK_LANGUAGES
    links = find_links(reading, gazetteer, calendar, credits) if ruled else ()
    return Findings(
        mentions=_mentions(reading),
        names=_new_names(reading),
        quotes=tuple(_quotes(reading)),
        credits=tuple(_credits(reading, credits)),
        links=tuple(_links(reading, links)),
        notes=(*(() if ruled else (NO_LINK_RULES,)), *(() if whole else (READ_IN_PART,))),
        people=tuple((actor.named, actor.role) for actor in reading.actors if actor.kind == "person" and actor.role),
    )


def _opening_of(document: Document) -> Document:
    """The document up to the last white space within what is read."""
    end = max(document.body.rfind(" ", 0, MOST_READ), document.body.rfind("\n", 0, MOST_READ))
    end = end if end > 0 else MOST_READ
    return replace(
        document,
        body=document.body[:end],
        headings=tuple(heading for heading in document.headings if heading.end <= end),
    )


def _mentions(reading: Reading) -> tuple[MentionFinding, ...]:
    found = []
    for mention in reading.mentions:
        actor = reading.actors[mention.actor]
        if mention.implied or not actor.candidates:
            continue
        span = reading.in_body(mention.span)
        if span:
            words = mention.span.of(reading.text)
            keys = mention.candidates or actor.candidates
            found.append(MentionFinding(span, words, keys, mention.confidence, mention.rule))
    return tuple(found)


def _new_names(reading: Reading) -> tuple[NewName, ...]:
    """Each unknown actor once, where the body first names him (by his full name if it ever does)."""
    first: dict[int, Span] = {}
    for mention in reading.mentions:
        actor = reading.actors[mention.actor]
        if mention.implied or actor.candidates or actor.kind == "club":
            continue
        length = mention.span.end - mention.span.start
        known = first.get(actor.number)
        if known is not None and (len(known) >= length or mention.span.of(reading.text) != actor.name):
            continue
        span = reading.in_body(mention.span)
        if span is not None:
            first[actor.number] = span
    return tuple(_new_name(reading, number, span) for number, span in sorted(first.items(), key=lambda item: item[1]))


def _new_name(reading: Reading, number: int, span: Span) -> NewName:
    actor = reading.actors[number]
    club = reading.actors[actor.club].named if actor.club is not None else None
    return NewName(
        span=span,
        text=reading.text[span.start + reading.body_start : span.end + reading.body_start],
        kind=actor.kind,
        confidence=actor.confidence,
        rule=actor.rule,
        role=actor.role,
        position=actor.position,
        nationality=actor.nationality,
        age=actor.age,
        club=club,
    )


def _quotes(reading: Reading) -> list[QuoteFinding]:
    found = []
    for quote in find_quotes(reading):
        span = reading.in_body(quote.span)
        fragments = tuple(piece for fragment in quote.fragments if (piece := reading.in_body(fragment)))
        if span:
            found.append(replace(quote, span=span, fragments=fragments))
    return found


def _credits(reading: Reading, credits: tuple[CreditFinding, ...]) -> list[CreditFinding]:
    found = []
    for credit in credits:
        span, claim = reading.in_body(credit.span), reading.in_body(credit.claim)
        if span and claim:
            found.append(replace(credit, span=span, claim=claim))
    return found


def _links(reading: Reading, links: tuple[LinkFinding, ...]) -> list[LinkFinding]:
    found = []
    for link in links:
        span = reading.in_body(link.span)
        if span:
            fees = tuple(
                replace(fee, span=piece) for fee in link.fees if (piece := reading.in_body(fee.span)) is not None
            )
            found.append(replace(link, span=span, fees=fees))
    return found
