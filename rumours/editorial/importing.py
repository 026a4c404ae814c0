"""The one door by which articles come in: a raw article becomes a draft, once, with everything it came with."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from urllib.parse import urlsplit

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.utils import timezone

from rumours.choices import DatePrecision, Shown
from rumours.editorial.actors import save_by
from rumours.editorial.copies import fingerprints, near_copy_of, same_article
from rumours.editorial.permissions import require
from rumours.editorial.suggesting import suggest_for
from rumours.intake import IntakeError, RawArticle, canonical, clean
from rumours.models import Article, Aside, Original, Source
from rumours.tagging import Gazetteer
from rumours.text import Document, normalise

DEFAULT_LANGUAGE = "en"
LONGEST_HEADLINE = 300
LONGEST_MADE_HEADLINE = 90
LONGEST_ADDRESS = 500
FIRST_YEAR = 1900


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What became of an import: the article, and whether it is new. An old one was not changed in any way."""

    article: Article
    is_new: bool

    @property
    def near_copy_of(self) -> Article | None:
        """The article that a new one mostly repeats."""
        return self.article.near_copy_of if self.is_new else None

    @property
    def sentence(self) -> str:
        """What happened, in a line for the editor."""
        if not self.is_new:
            return f"already here as article {self.article.pk} ({self.article.get_status_display().lower()})"
        if self.article.near_copy_of_id:
            return f"article {self.article.pk}, near copy of article {self.article.near_copy_of_id}"
        return f"article {self.article.pk}"


def import_document(
    raw: RawArticle,
    *,
    by: User,
    source: Source | None = None,
    published: date | datetime | None = None,
    language: str | None = None,
    address: str | None = None,
    names: Gazetteer | None = None,
    now: datetime | None = None,
) -> ImportOutcome:
    """Clean `raw` and store it as a draft with its original, asides and suggestions, unless it is already here.

    The same bytes, address or words make it the same article, whatever became of it: a dropped one stays dropped.
    What is given wins over what the text or page says: `published` (a day is 12:00 UTC; a datetime must be aware),
    `source` (its publisher), `language` (a code), `address`. A batch hands on the `names` to tag.
    Raises IntakeError with a line for the editor, PermissionDenied when `by` may not.
    """
    require(by, "rumours.add_article")
    now = now or timezone.now()
    incoming = prepare(raw, address=address)
    known = same_article(digest=incoming.digest, address=incoming.address, fingerprint=incoming.fingerprint)
    if known is not None:
        return ImportOutcome(known, is_new=False)
    publisher = source or Publishers().of(incoming)
    article = article_of(incoming, publisher, published=published, language=language, by=by, now=now)
    article.near_copy_of = near_copy_of(incoming.document.body, now=now)
    try:
        _store(article, incoming, by=by, names=names)
    except IntegrityError:  # somebody brought it in since we looked
        known = same_article(digest=incoming.digest, address=incoming.address, fingerprint=incoming.fingerprint)
        if known is None:
            raise
        return ImportOutcome(known, is_new=False)
    return ImportOutcome(article, is_new=True)


@dataclass(frozen=True, slots=True)
class Incoming:
    """All that can be known of an article without looking at what is stored."""

    raw: RawArticle
    document: Document
    address: str
    digest: str
    columns: dict[str, str | int]

    @property
    def fingerprint(self) -> str:
        return str(self.columns["fingerprint"])


def prepare(raw: RawArticle, *, address: str | None = None) -> Incoming:
    """Clean an article and work out what it is known again by. Raises IntakeError."""
    document = clean(raw)
    kept = _kept_address(address or raw.address)
    return Incoming(raw, document, kept, sha256(raw.content).hexdigest(), fingerprints(document.body))


def article_of(
    incoming: Incoming,
    publisher: Source | None,
    *,
    published: date | datetime | None,
    language: str | None,
    by: User,
    now: datetime,
) -> Article:
    """The unsaved row; what is given is as of `import_document`."""
    document = incoming.document
    published_at, precision = dated(published, document, now)
    return Article(
        headline=headline_of(document) or headline_from(document.body),
        headline_ours=document.headline is None,
        body=document.body,
        publisher=publisher,
        author=normalise(incoming.raw.author)[:120],
        address=incoming.address,
        language=language_of(document, publisher, given=language),
        published_at=published_at,
        precision=precision,
        received_at=now,
        shown=Shown.EXCERPT if incoming.address else Shown.FULL,
        created_by=by,
        **incoming.columns,
    )


@transaction.atomic
def _store(article: Article, incoming: Incoming, *, by: User, names: Gazetteer | None) -> None:
    """The article with its original, asides and suggestions: all of it or nothing."""
    save_by(article, by)
    original_of(article, incoming).save()
    Aside.objects.bulk_create(asides_of(article, incoming))
    suggest_for(article, by=by, names=names)


def language_of(document: Document, publisher: Source | None, *, given: str | None) -> str:
    """What is given wins over what the page says, that over what its publisher writes in."""
    return given or document.language or (publisher.language if publisher else "") or DEFAULT_LANGUAGE


def headline_of(document: Document) -> str | None:
    """The document's own, as far as it is kept."""
    return document.headline[:LONGEST_HEADLINE] if document.headline is not None else None


def headline_from(body: str) -> str:
    """A headline for a text without one: its first words, until a link gives a better."""
    first = body.split("\n", 1)[0]
    if len(first) <= LONGEST_MADE_HEADLINE:
        return first.rstrip(".")
    return first[: LONGEST_MADE_HEADLINE + 1].rsplit(None, 1)[0][:LONGEST_MADE_HEADLINE].rstrip(",;: ") + "…"


def _kept_address(address: str) -> str:
    if not address:
        return ""
    try:
        kept = canonical(address)
    except ValueError as error:
        raise IntakeError(str(error)) from None
    if len(kept) > LONGEST_ADDRESS:
        raise IntakeError(f"its address is longer than {LONGEST_ADDRESS} characters")
    return kept


class Publishers:
    """Who published an article, as far as its page tells; those of many articles are looked up once each."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], Source | None] = {}

    def of(self, incoming: Incoming) -> Source | None:
        """The one source at the article's host, else the one that bears the name the page gives; several are none."""
        key = urlsplit(incoming.address).hostname or "", incoming.raw.publisher
        if key not in self._known:
            self._known[key] = self._found(*key)
        return self._known[key]

    def _found(self, host: str, name: str) -> Source | None:
        at_host = Source.objects.at_domain(host) if host else Source.objects.none()
        for found in (at_host, Source.objects.called(name)):
            sources = list(found.order_by("id")[:2])
            if len(sources) == 1:
                return sources[0]
        return None


def dated(given: date | datetime | None, document: Document, now: datetime) -> tuple[datetime | None, DatePrecision]:
    """When it was published (UTC) and how exactly that is known; a text that dates itself tomorrow is not believed."""
    if isinstance(given, datetime):
        if timezone.is_naive(given):
            raise IntakeError("the time of publication needs a time zone")
        return given.astimezone(UTC), DatePrecision.TIME
    if given is not None:
        return datetime.combine(given, time(12), tzinfo=UTC), DatePrecision.DAY
    published = document.published
    if published is None or published.year < FIRST_YEAR or published > now + timedelta(days=1):
        return None, DatePrecision.UNKNOWN
    return published, DatePrecision(document.precision)


def original_of(article: Article, incoming: Incoming) -> Original:
    """The unsaved row with the bytes as they came."""
    raw = incoming.raw
    return Original(
        article=article,
        content=raw.content,
        digest=incoming.digest,
        content_type=raw.content_type,
        encoding=raw.encoding,
        repaired=raw.repaired,
        offsets=incoming.document.offsets.as_rows(),
    )


def asides_of(article: Article, incoming: Incoming) -> list[Aside]:
    """The unsaved rows of what cleaning set apart."""
    return [
        Aside(
            article=article,
            kind=aside.kind,
            text=aside.text,
            place=aside.position,
            original_start=aside.original.start,
        )
        for aside in incoming.document.asides
    ]
