"""From a document to a reading: every name once, with all the places where it stands."""

from rumours.tagging.gazetteer import Gazetteer
from rumours.tagging.names.clubs import decide_clubs
from rumours.tagging.names.clues import Surroundings
from rumours.tagging.names.company import Company
from rumours.tagging.names.cutting import pieces
from rumours.tagging.names.describing import Describing
from rumours.tagging.names.namesakes import Namesakes
from rumours.tagging.names.page import Page
from rumours.tagging.names.people import Finding
from rumours.tagging.names.sections import section_of
from rumours.tagging.reading import Reading
from rumours.text import Document, Span, headings, paragraphs


def read(document: Document, gazetteer: Gazetteer, *, section: str = "men") -> Reading:
    """The document's headline and body as one text with everybody it names."""
    page, body_start = _page(document)
    section = section_of(page.words, section)
    company = _company(document, page, gazetteer, section)
    reading = Reading(
        text=page.text,
        body_start=body_start,
        paragraphs=tuple(page.paragraphs),
        sentences=tuple(page.sentences),
        headings=page.headings,
        actors=tuple(company.actors),
        mentions=tuple(sorted(company.mentions, key=lambda mention: mention.span.start)),
        published=document.published,
        section=section,
        language=document.language or "en",
        asides=tuple(aside.text for aside in document.asides),
    )
    # They were read already.
    reading.__dict__["words"] = page.read
    return reading


def _page(document: Document) -> tuple[Page, int]:
    """Headline, empty line and body laid out, and where the body begins."""
    opening = f"{document.headline}\n\n" if document.headline else ""
    text, start = opening + document.body, len(opening)
    laid_out = paragraphs(text)
    heads = {Span(0, len(document.headline))} if document.headline else set()
    heads.update(headings(text, [span for span in laid_out if span.start >= start]))
    return Page(text, laid_out, frozenset(heads), document.language or "en"), start


def _company(document: Document, page: Page, gazetteer: Gazetteer, section: str) -> Company:
    """Clubs first, for they tell people apart; then people; then whom pronouns and descriptions mean."""
    company = Company(page, gazetteer)
    found = pieces(page, gazetteer)
    company.add_clubs(decide_clubs(page, found, gazetteer, section))
    company.add_slips(found)
    describing = Describing(page, company.landmarks(found))
    around = Surroundings(page, describing)
    day = document.published.date() if document.published else None
    finding = Finding(page, Namesakes(gazetteer, company.club_rows(), section, day), around)
    clubs = {id(piece) for piece, _ in company.clubs}
    company.add_people(finding.find([piece for piece in found if id(piece) not in clubs]), around, day)
    company.add_implied(describing)
    return company
