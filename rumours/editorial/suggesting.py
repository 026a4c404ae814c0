"""Running the tagger over an article and keeping what it proposes, as suggestions for an editor to decide."""

from collections.abc import Iterable
from decimal import Decimal

from django.contrib.auth.models import User
from django.db import transaction

from rumours.choices import PersonRole, SuggestionKind
from rumours.editorial.gazetteers import gazetteer
from rumours.editorial.permissions import require
from rumours.models import Article, Person, Suggestion, SuggestionAlternative
from rumours.tagging import VERSION, Gazetteer, Key, MentionFinding, tag
from rumours.text import Document, fold, headings

ALTERNATIVES_KEPT = 8


@transaction.atomic
def suggest_for(article: Article, *, by: User, names: Gazetteer | None = None) -> int:
    """Store what the tagger finds in `article`, and answer how many suggestions are new.

    Undecided suggestions of an earlier run are replaced. Decided ones stay as they are, and what they were about
    (same kind, same folded name) is not proposed again. Nothing is decided here. Raises PermissionDenied.
    """
    require(by, "rumours.add_suggestion")
    article.suggestions.undecided().delete()
    known = {(kind, fold(text)) for kind, text in article.suggestions.values_list("kind", "text")}
    fresh: dict[tuple[str, str], MentionFinding] = {}
    for mention in tag(document_of(article), names or gazetteer(), section=article.section).mentions:
        identity = (mention.key.kind, fold(mention.text))
        if identity not in known:
            fresh.setdefault(identity, mention)
    roles = _last_known_roles(mention.key for mention in fresh.values())
    rows = Suggestion.objects.bulk_create([_row(article, mention, roles) for mention in fresh.values()])
    SuggestionAlternative.objects.bulk_create(
        alternative
        for row, mention in zip(rows, fresh.values(), strict=True)
        for alternative in _alternatives(row, mention.candidates)
    )
    return len(rows)


def document_of(article: Article) -> Document:
    """A stored article as the tagger reads it; asides are not handed on, they are never tagged."""
    return Document(
        headline=None if article.headline_ours else article.headline,
        body=article.body,
        headings=tuple(headings(article.body)),
        published=article.published_at,
        precision=article.precision,
        language=article.language,
    )


def _last_known_roles(keys: Iterable[Key]) -> dict[int, str]:
    """What people were when they were last heard of: proposed with their names, for the editor to confirm."""
    people = Person.objects.filter(pk__in=[key.id for key in keys if key.kind == SuggestionKind.PERSON])
    return dict(people.exclude(role=PersonRole.OTHER).values_list("pk", "role"))


def _row(article: Article, mention: MentionFinding, roles: dict[int, str]) -> Suggestion:
    kind = SuggestionKind(mention.key.kind)
    suggestion = Suggestion(
        article=article,
        kind=kind,
        start=mention.span.start,
        end=mention.span.end,
        text=mention.text,
        confidence=Decimal(str(round(mention.confidence, 3))),
        rule=mention.rule,
        tagger_version=VERSION,
    )
    setattr(suggestion, f"{kind}_id", mention.key.id)
    if kind == SuggestionKind.PERSON:
        suggestion.role = roles.get(mention.key.id, "")
    return suggestion


def _alternatives(suggestion: Suggestion, candidates: tuple[Key, ...]) -> list[SuggestionAlternative]:
    """The other rows an ambiguous name may mean, as far as they are players or clubs."""
    others = [key for key in candidates[1:] if key.kind in {"player", "club"}][:ALTERNATIVES_KEPT]
    return [
        SuggestionAlternative(suggestion=suggestion, slot=key.kind, rank=rank, **{f"{key.kind}_id": key.id})
        for rank, key in enumerate(others, start=1)
    ]
