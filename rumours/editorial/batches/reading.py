"""Reading, cleaning and tagging one article: everything that needs no database, so that any process can do it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.utils import timezone

from rumours.calendar import Calendar
from rumours.choices import Section
from rumours.editorial.importing import Incoming, dated, headline_of, language_of, prepare
from rumours.editorial.suggesting import document_to_tag
from rumours.intake import IntakeError, RawArticle
from rumours.models import Article, Source
from rumours.tagging import Findings, Gazetteer, tag
from rumours.text import Document, Span, normalise

# Gives the article, or says why there is none. It is sent to other processes: a function with its arguments.
Reading = Callable[[], RawArticle | IntakeError]


@dataclass(frozen=True, slots=True)
class Given:
    """What is said about all articles of an import, as in `import_document`."""

    source: Source | None = None
    published: date | datetime | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """What of a document depends on more than its text: the tagger was told this."""

    published: datetime | None
    precision: str
    language: str


@dataclass(frozen=True, slots=True)
class Tagged:
    """An article that is ready to be stored, unless it is here already. The raw article has no text any more."""

    incoming: Incoming
    taken: Taken
    findings: Findings


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads articles under the names and the calendar that it was given."""

    names: Gazetteer
    calendar: Calendar
    given: Given

    def read(self, reading: Reading) -> Tagged | IntakeError:
        """The article, cleaned and tagged, or why it cannot be read."""
        try:
            raw = reading()
            if isinstance(raw, IntakeError):
                return raw
            incoming = prepare(raw)
            taken = self._taken(incoming.document)
        except IntakeError as error:
            return error
        findings = self.tag(incoming, taken)
        return Tagged(replace(incoming, raw=replace(raw, text="")), taken, findings)

    def tag(self, incoming: Incoming, taken: Taken) -> Findings:
        """What the tagger finds in the article as it will be stored."""
        return tag(_as_stored(incoming.document, taken), self.names, self.calendar, section=Section.MEN)

    def _taken(self, document: Document) -> Taken:
        """A publisher who is found by the address may have another language: whoever stores it looks again."""
        published, precision = dated(self.given.published, document, timezone.now())
        return Taken(published, precision, language_of(document, self.given.source, given=self.given.language))


def taken_of(article: Article) -> Taken:
    """What is true of an article that is to be stored."""
    return Taken(article.published_at, article.precision, article.language)


def _as_stored(document: Document, taken: Taken) -> Document:
    """As `suggesting.document_of` gives it once it is stored."""
    asides = sorted(document.asides, key=lambda aside: (aside.position, aside.original.start))
    return document_to_tag(
        headline_of(document), normalise(document.body),
        [replace(aside, original=Span(aside.original.start, aside.original.start)) for aside in asides],
        published=taken.published, precision=taken.precision, language=taken.language,
    )  # fmt: skip
