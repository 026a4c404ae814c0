"""From a document to a reading: every name once, with all the places where it stands."""

from rumours.tagging.findings import Key
from rumours.tagging.gazetteer import Gazetteer
from rumours.tagging.names.known import find_mentions
from rumours.tagging.names.unknown import new_names
from rumours.tagging.reading import Actor, Mention, Reading
from rumours.text import Document, Span, headings, paragraphs, sentences


def read(document: Document, gazetteer: Gazetteer, *, section: str = "men") -> Reading:
    """The document's headline and body as one text with everybody it names."""
    opening = f"{document.headline}\n\n" if document.headline else ""
    text = opening + document.body
    known = find_mentions(text, gazetteer, section=section)
    actors: list[Actor] = []
    numbers: dict[tuple[Key, ...] | str, int] = {}
    mentions: list[Mention] = []
    for found in known:
        number = numbers.setdefault(found.candidates, len(actors))
        if number == len(actors):
            actors.append(Actor(number, found.key.kind, found.text, found.candidates, rule=found.rule))
        elif len(found.text) > len(actors[number].name):
            actors[number].name = found.text
        mentions.append(Mention(found.span, number, found.confidence, found.rule))
    for span, name, kind in new_names(text, [mention.span for mention in mentions]):
        number = numbers.setdefault(name, len(actors))
        if number == len(actors):
            actors.append(Actor(number, kind, name, rule="new-name"))
        mentions.append(Mention(span, number, 0.6, "new-name"))
    heads = {Span(0, len(document.headline))} if document.headline else set()
    heads.update(Span(head.start + len(opening), head.end + len(opening)) for head in headings(document.body))
    return Reading(
        text=text,
        body_start=len(opening),
        paragraphs=tuple(paragraphs(text)),
        sentences=tuple(sentences(text)),
        headings=frozenset(heads),
        actors=tuple(actors),
        mentions=tuple(sorted(mentions, key=lambda mention: mention.span)),
        published=document.published,
        section=section,
        language=document.language or "en",
    )
