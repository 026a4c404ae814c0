"""Tagging names in a body."""

from collections.abc import Iterable

from django.contrib.auth.models import User
from django.db import transaction

from rumours.editorial.actors import delete_by, save_by
from rumours.editorial.anchoring import occurrences
from rumours.editorial.deriving import refresh_article, refresh_entities
from rumours.editorial.errors import EditorialError
from rumours.editorial.permissions import require_tagging
from rumours.models import Article, Club, Mention, Person, Player, Source
from rumours.text import Span

LONGEST = 200


@transaction.atomic
def add_mention(
    article: Article,
    *,
    start: int,
    end: int,
    subject: Player | Club | Person | Source,
    by: User,
    role: str = "",
    club_then: Club | None = None,
) -> Mention:
    """Tag the half-open span of the body (code points) as naming the subject, in a role and at a club of that day.

    The same tag again gives the one that is there. Raises EditorialError for a span outside the body or one that
    overlaps another tag, PermissionDenied when `by` may not.
    """
    require_tagging(article, by, "rumours.add_mention")
    if not 0 <= start < end <= len(article.body) or end - start > LONGEST:
        raise EditorialError(f"There is no name between {start} and {end}: the text is {len(article.body)} long")
    mention = Mention(
        article=article, start=start, end=end, text=article.body[start:end], role=role, club_then=club_then
    )
    _name(mention, subject)
    for other in article.mentions.with_subjects().filter(start__lt=end, end__gt=start):
        if (other.start, other.end, other.subject) == (start, end, subject):
            return other
        raise EditorialError(f"“{mention.text}” at {start} is already tagged as {other.subject}")
    save_by(mention, by)
    refresh_article(article)
    return mention


@transaction.atomic
def mention_all(
    article: Article,
    *,
    words: str,
    subject: Player | Club | Person | Source,
    by: User,
    role: str = "",
    club_then: Club | None = None,
    apart: Iterable[Span] = (),
) -> list[Mention]:
    """Tag every occurrence of the words that neither a tag nor a span of `apart` overlaps, as `add_mention`.

    The new tags, in order.
    """
    taken = [*apart, *(Span(start, end) for start, end in article.mentions.values_list("start", "end"))]
    free = [span for span in occurrences(article.body, words) if not any(span.overlaps(other) for other in taken)]
    return [
        add_mention(article, start=span.start, end=span.end, subject=subject, by=by, role=role, club_then=club_then)
        for span in free
    ]


@transaction.atomic
def remove_mention(mention: Mention, *, by: User) -> None:
    """Take a tag away."""
    article, subject = mention.article, mention.subject
    require_tagging(article, by, "rumours.delete_mention")
    club_then = mention.club_then_id
    delete_by(mention, by)
    refresh_article(article)
    refresh_entities(
        players=[subject.pk] if isinstance(subject, Player) else [],
        clubs=[pk for pk in (subject.pk if isinstance(subject, Club) else None, club_then) if pk],
        people=[subject.pk] if isinstance(subject, Person) else [],
        sources=[subject.pk] if isinstance(subject, Source) else [],
    )


def _name(mention: Mention, subject: Player | Club | Person | Source) -> None:
    match subject:
        case Player():
            mention.player = subject
        case Club():
            mention.club = subject
        case Person():
            mention.person = subject
        case Source():
            mention.source = subject
