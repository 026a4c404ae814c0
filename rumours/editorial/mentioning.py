"""Tagging names in a body."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypedDict, Unpack

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet

from rumours.editorial.actors import delete_by, save_by
from rumours.editorial.anchoring import occurrences
from rumours.editorial.deriving import refresh_article, refresh_entities
from rumours.editorial.errors import EditorialError
from rumours.editorial.permissions import require_tagging
from rumours.editorial.touching import touch_entities
from rumours.models import Article, Club, Mention, Person, Player, Source
from rumours.text import Span

LONGEST = 200
SUBJECTS = ("player", "club", "person", "source")

Subject = Player | Club | Person | Source


@transaction.atomic
def add_mention(
    article: Article,
    *,
    start: int,
    end: int,
    subject: Subject,
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
    subject: Subject,
    by: User,
    role: str = "",
    club_then: Club | None = None,
    apart: Iterable[Span] = (),
    ids: Sequence[int] = (),
) -> list[Mention]:
    """Tag every occurrence of the words that neither a tag nor a span of `apart` overlaps, as `add_mention`.

    `ids` are those the tags had before, where they are made again. The new tags, in order. Raises EditorialError for
    words that are no name, PermissionDenied.
    """
    require_tagging(article, by, "rumours.add_mention")
    if len(words) > LONGEST:
        raise EditorialError(f"A name has at most {LONGEST} characters: these are {len(words)}")
    taken = [*apart, *(Span(start, end) for start, end in article.mentions.values_list("start", "end"))]
    tags = tags_of(article, words, subject, taken, role=role, club_then=club_then)
    for tag, pk in zip(tags, ids, strict=False):
        tag.pk = pk
    Mention.objects.bulk_create(tags)
    refresh_article(article)
    return tags


def tags_of(
    article: Article, words: str, subject: Subject, apart: Iterable[Span], *, role: str = "",
    club_then: Club | None = None,
) -> list[Mention]:  # fmt: skip
    """Unsaved tags of every occurrence of the words that no span of `apart` overlaps."""
    taken = list(apart)
    tags = [
        Mention(article=article, start=span.start, end=span.end, text=span.of(article.body), role=role,
                club_then=club_then)
        for span in occurrences(article.body, words)
        if len(span) <= LONGEST and not any(span.overlaps(other) for other in taken)
    ]  # fmt: skip
    for tag in tags:
        _name(tag, subject)
    return tags


class TagChanges(TypedDict, total=False):
    """What `change_mentions` may change."""

    subject: Subject
    role: str
    club_then: Club | None


@transaction.atomic
def change_mentions(tags: Sequence[Mention], *, by: User, **changes: Unpack[TagChanges]) -> None:
    """Let tags of one article name somebody else, or him in another role or at another club of that day."""
    if not tags:
        return
    article = tags[0].article
    require_tagging(article, by, "rumours.change_mention")
    before = [_named(tag) for tag in tags]
    for tag in tags:
        if "subject" in changes:
            tag.player = tag.club = tag.person = tag.source = None
            _name(tag, changes["subject"])
        tag.role = changes.get("role", tag.role)
        tag.club_then = changes.get("club_then", tag.club_then)
    Mention.objects.bulk_update(tags, [*SUBJECTS, "role", "club_then"])
    refresh_article(article)
    _refresh(article, before)


@transaction.atomic
def remove_mention(mention: Mention, *, by: User) -> None:
    """Take a tag away."""
    require_tagging(mention.article, by, "rumours.delete_mention")
    delete_by(mention, by)
    refresh_article(mention.article)
    _refresh(mention.article, [_named(mention)])


@transaction.atomic
def remove_mentions(rows: "QuerySet[Mention]", *, by: User) -> None:
    """Take tags of one article away, as `remove_mention` each."""
    tags = list(rows.select_related("article"))
    if not tags:
        return
    article = tags[0].article
    require_tagging(article, by, "rumours.delete_mention")
    Mention.objects.filter(pk__in=[tag.pk for tag in tags]).delete()
    refresh_article(article)
    _refresh(article, [_named(tag) for tag in tags])


def _named(tag: Mention) -> dict[str, list[int]]:
    """Ids of all that a tag names, by the arguments of `refresh_entities`."""
    return {
        "players": [tag.player_id] if tag.player_id else [],
        "clubs": [pk for pk in (tag.club_id, tag.club_then_id) if pk],
        "people": [tag.person_id] if tag.person_id else [],
        "sources": [tag.source_id] if tag.source_id else [],
    }


def _refresh(article: Article, before: Iterable[Mapping[str, list[int]]]) -> None:
    """Recompute what tags named that do so no more; a draft's never counted."""
    if article.was_shown:
        rows = list(before)
        named = {kind: {pk for row in rows for pk in row[kind]} for kind in ("players", "clubs", "people", "sources")}
        ids: Any = named
        refresh_entities(**ids)
        touch_entities(**ids)


def _name(mention: Mention, subject: Subject) -> None:
    match subject:
        case Player():
            mention.player = subject
        case Club():
            mention.club = subject
        case Person():
            mention.person = subject
        case Source():
            mention.source = subject
