"""Writing a batch of new articles with everything that came with them, in one transaction and few statements."""

from collections.abc import Sequence

from django.contrib.auth.models import User
from django.db import transaction

from rumours.editorial.batches.reading import Reader, Tagged, taken_of
from rumours.editorial.importing import asides_of, original_of
from rumours.editorial.loading.writing import copy_to_history
from rumours.editorial.suggesting import suggest_for_new
from rumours.models import Article, Aside, Original
from rumours.tagging import Findings
from rumours.text import normalise

New = tuple[Article, Tagged]


@transaction.atomic
def store_new(new: Sequence[New], *, reader: Reader, by: User) -> None:
    """All of them or none. Raises IntegrityError where somebody else has brought one of them in meanwhile."""
    if not new:
        return
    _store_articles([article for article, _ in new], by)
    Original.objects.bulk_create(original_of(article, tagged.incoming) for article, tagged in new)
    Aside.objects.bulk_create(aside for article, tagged in new for aside in asides_of(article, tagged.incoming))
    suggest_for_new([(article, _findings(article, tagged, reader)) for article, tagged in new], by=by)


def _store_articles(articles: Sequence[Article], by: User) -> None:
    """A near copy of another of the batch is told so once both have their keys, before the history is written."""
    near = [(article, article.near_copy_of) for article in articles if article.near_copy_of]
    within = [(article, first) for article, first in near if first.pk is None]
    for article, _ in within:
        article.near_copy_of = None
    for article in articles:  # as its `save` would
        article.body = normalise(article.body)
        article.dated_at = article.published_at or article.received_at
    Article.objects.bulk_create(articles)
    for article, first in within:
        article.near_copy_of = first
        Article.objects.filter(pk=article.pk).update(near_copy_of=first)
    keys = [article.pk for article in articles]
    copy_to_history(Article, Article.history.model, min(keys), max(keys), by)


def _findings(article: Article, tagged: Tagged, reader: Reader) -> Findings:
    """What was found, looked for again where the publisher turned out to write in another language."""
    taken = taken_of(article)
    return tagged.findings if taken == tagged.taken else reader.tag(tagged.incoming, taken)
