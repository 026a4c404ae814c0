"""The door for very many articles: batch after batch, each acknowledged once it is stored for good."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from django.contrib.auth.models import User
from django.db import IntegrityError
from django.utils import timezone

from rumours.editorial.batches.known import Known, NearCopies
from rumours.editorial.batches.processes import Named, Read, read_all
from rumours.editorial.batches.reading import Given, Reader, Reading, Tagged
from rumours.editorial.batches.storing import New, store_new
from rumours.editorial.gazetteers import gazetteer
from rumours.editorial.importing import ImportOutcome, Publishers, article_of, import_document
from rumours.editorial.permissions import require
from rumours.intake import IntakeError, RawArticle
from rumours.models import Article, Source, WindowSpan
from rumours.tagging import Gazetteer

# Articles, or bytes of originals, that are stored at a time: about a second's work.
AT_ONCE, BYTES_AT_ONCE = 100, 8_000_000
Outcome = tuple[str, ImportOutcome | IntakeError]


def import_many(
    items: Iterable[Named], given: Given, *, by: User, jobs: int = 1, names: Gazetteer | None = None
) -> Iterator[Outcome]:
    """Bring in articles, each a name to call it by and how to read it, and tell in their order what became of them.

    Each becomes what `import_document` would make of it. Told of is only what is stored for good: whoever is killed
    leaves whole articles, and the rest comes in when he begins anew. With several `jobs` the reading is done by so many
    other processes. Raises PermissionDenied before the first is read, ProcessKilled where one of these was ended.
    """
    require(by, "rumours.add_article")
    require(by, "rumours.add_suggestion")
    return _imported(items, given, by, jobs, names)


def _imported(items: Iterable[Named], given: Given, by: User, jobs: int, names: Gazetteer | None) -> Iterator[Outcome]:
    reader = Reader(names or gazetteer(), WindowSpan.objects.calendar(), given)
    batch: list[Read] = []
    size = 0
    for read in read_all(items, reader, jobs):
        batch.append(read)
        size += len(read[2].incoming.raw.content) if isinstance(read[2], Tagged) else 0
        if len(batch) >= AT_ONCE or size >= BYTES_AT_ONCE:
            yield from _brought_in(batch, reader, by)
            batch, size = [], 0
    yield from _brought_in(batch, reader, by)


def _brought_in(batch: Sequence[Read], reader: Reader, by: User) -> list[Outcome]:
    """What became of each of a batch that is stored."""
    try:
        return _stored(batch, reader, by, timezone.now())
    except IntegrityError:  # somebody brought one of them in since we looked
        return [(name, _alone(reading, reader, by)) for name, reading, _ in batch]


def _stored(batch: Sequence[Read], reader: Reader, by: User, now: datetime) -> list[Outcome]:
    incoming = [read.incoming for _, _, read in batch if isinstance(read, Tagged)]
    known, publishers = Known(incoming), Publishers()
    near = NearCopies([one for one in incoming if known.same_as(one) is None], now)
    outcomes: list[Outcome] = []
    new: list[New] = []
    for name, _, read in batch:
        if isinstance(read, IntakeError):
            outcomes.append((name, read))
            continue
        article = known.same_as(read.incoming)
        is_new = article is None
        if article is None:
            publisher = reader.given.source or publishers.of(read.incoming)
            article = _article(read, publisher, near, reader.given, by, now)
            known.add(read.incoming, article)
            new.append((article, read))
        outcomes.append((name, ImportOutcome(article, is_new)))
    store_new(new, reader=reader, by=by)
    return outcomes


def _article(
    read: Tagged, publisher: Source | None, near: NearCopies, given: Given, by: User, now: datetime
) -> Article:
    article = article_of(read.incoming, publisher, published=given.published, language=given.language, by=by, now=now)
    article.near_copy_of = near.of(article)
    near.add(article)
    return article


def _alone(reading: Reading, reader: Reader, by: User) -> ImportOutcome | IntakeError:
    """One article by itself, with the name that `import_document` gives to what fails."""
    try:
        raw = reading()
        if isinstance(raw, RawArticle):
            given = reader.given
            return import_document(
                raw, by=by, source=given.source, published=given.published, language=given.language, names=reader.names
            )
    except IntakeError as error:
        return error
    return raw
