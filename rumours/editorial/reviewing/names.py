"""Accepting suggested names, also of those whom nobody has entered yet."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypedDict, Unpack

from django.contrib.auth.models import User
from django.db import transaction

from rumours.choices import SuggestionKind, Verdict
from rumours.editorial.anchoring import occurrences
from rumours.editorial.deriving import refresh_article
from rumours.editorial.errors import EditorialError
from rumours.editorial.mentioning import Subject, mention_all, tags_of
from rumours.editorial.permissions import require_tagging
from rumours.editorial.reviewing.deciding import (
    NAMES,
    Again,
    Filing,
    first_result,
    hold_undecided,
    note_decision,
    note_decisions,
)
from rumours.editorial.reviewing.strangers import Strangers
from rumours.models import Article, Club, Decision, Mention, Person, Suggestion
from rumours.text import Span, fold


class Said(TypedDict, total=False):
    """What the text says of somebody on that day."""

    role: str
    club_then: Club | None


@transaction.atomic
def accept(
    suggestion: Suggestion,
    *,
    by: User,
    subject: Subject | None = None,
    sitting: str = "",
    client_id: str = "",
    filing: Filing | None = None,
    again: Again | None = None,
    strangers: Strangers | None = None,
    **said: Unpack[Said],
) -> list[Mention]:
    """Tag every occurrence of a suggested name that no tag overlaps yet, nor a longer suggested one; the new tags.

    `subject` is whom the name means where it is not the one proposed, `said` his role and club of that day (the verdict
    then is "edited"); a new name that still means nobody gets a row with what the text says of him. `sitting` groups
    what was done in one go, `client_id` makes a repeat harmless: it changes nothing and gives no tags. In a draft
    nothing public changes. `again` and `strangers` are what was settled before. Raises WrongState where it is decided
    already, EditorialError where it is no name or nobody is meant, PermissionDenied.
    """
    filing, again = filing or Filing(sitting, client_id), again or Again()
    if first_result(filing.client_id) is not None:
        return []
    locked = hold_undecided(suggestion, by, kinds=NAMES)
    strangers = strangers or Strangers(locked.article, by)
    meant = subject or proposed(locked) or _stranger(locked, strangers)
    tags = mention_all(
        locked.article, words=locked.text, subject=meant, by=by, apart=list(_longer_names(locked)), ids=again.tags,
        **(_said_of(locked, meant) | said),
    )  # fmt: skip
    as_proposed = not said and _is_as_proposed(locked, meant)
    verdict = again.verdict or (Verdict.ACCEPTED if as_proposed else Verdict.EDITED)
    after = _after(verdict, meant, tags) | strangers.made
    note_decision(suggestion, locked, verdict, "accept", after, by=by, filing=filing)
    return tags


@transaction.atomic
def accept_all(meant: Mapping[Suggestion, Subject], *, article: Article, by: User, filing: Filing) -> None:
    """Accept undecided names of one article, each for its subject, as `accept`: a decision each.

    A handful of statements, however many there are. The caller holds the article.
    """
    require_tagging(article, by, "rumours.change_suggestion")
    require_tagging(article, by, "rumours.add_mention")
    if not meant:
        return
    others = list(article.suggestions.names().exclude(decision=Verdict.REJECTED).values_list("text", flat=True))
    taken = [Span(start, end) for start, end in article.mentions.values_list("start", "end")]
    tags: dict[int, list[Mention]] = {}
    ids = _ids_before(meant)
    for name, subject in meant.items():
        apart = [*taken, *_longer(article.body, name.text, others)]
        tags[name.pk] = tags_of(article, name.text, subject, apart, **_said_of(name, subject))
        taken += [Span(tag.start, tag.end) for tag in tags[name.pk]]
        for tag, pk in zip(tags[name.pk], ids.get(name.pk, ()), strict=False):
            tag.pk = pk
    Mention.objects.bulk_create([tag for several in tags.values() for tag in several])
    refresh_article(article)
    note_decisions(
        {
            name: _after(Verdict.ACCEPTED if _is_as_proposed(name, subject) else Verdict.EDITED, subject, tags[name.pk])
            for name, subject in meant.items()
        },
        "accept", article=article, by=by, filing=filing,
    )  # fmt: skip


def _ids_before(names: Iterable[Suggestion]) -> dict[int, list[int]]:
    """The ids that the tags of names had when they were accepted before, unless others have them now."""
    keys = [name.pk for name in names]
    taken = Decision.objects.filter(row_kind="suggestion", row_id__in=keys, action="accept").order_by("pk")
    made = [(pk, (after or {}).get("mentions")) for pk, after in taken.values_list("row_id", "after")]
    ids: dict[int, list[int]] = {pk: several for pk, several in made if several}
    there = Mention.objects.filter(pk__in=[pk for several in ids.values() for pk in several])
    in_use = set(there.values_list("pk", flat=True)) if ids else set()
    return {pk: several for pk, several in ids.items() if in_use.isdisjoint(several)}


def _said_of(name: Suggestion, meant: Subject) -> Said:
    """His role and club of that day, as the text says."""
    role = name.role if isinstance(meant, Person) else ""
    return {"role": role, "club_then": None if name.kind == SuggestionKind.CLUB else name.club}


def _after(verdict: Verdict, meant: Subject, tags: Iterable[Mention]) -> dict[str, Any]:
    """What a decision on a name made."""
    return {
        "decision": verdict,
        "subject": [meant._meta.model_name, meant.pk],
        "mentions": [tag.pk for tag in tags],
    }


def proposed(suggestion: Suggestion) -> Subject | None:
    """Whom the tagger takes the name for."""
    subject: Subject | None = getattr(suggestion, suggestion.kind) if suggestion.kind in NAMES else None
    return subject


def candidates(suggestion: Suggestion, slot: str = "") -> list[Subject]:
    """Whom a name may mean: the one proposed first, then the alternatives in their order.

    `slot` is the column of a link or quote that holds the name; a name by itself needs none.
    """
    first: Subject | None = getattr(suggestion, slot) if slot else proposed(suggestion)
    others = [other.subject for other in suggestion.alternatives.all() if not slot or other.slot == slot]
    return [*([first] if first else []), *(other for other in others if other is not None and other != first)]


def _stranger(locked: Suggestion, strangers: Strangers) -> Subject:
    """Somebody of that name, made if need be."""
    if locked.kind == SuggestionKind.PLAYER and locked.player_name:
        return strangers.player(locked.player_name)
    if locked.kind == SuggestionKind.PERSON and locked.person_name:
        return strangers.person(locked.person_name, role=locked.role, club=locked.club)
    if locked.kind == SuggestionKind.SOURCE and locked.source_name:
        return strangers.source(locked.source_name, outlet=strangers.known_source(locked.via, locked.via_name))
    if locked.kind == SuggestionKind.CLUB and locked.club_name:
        return strangers.club(locked.club_name)
    raise EditorialError(f"“{locked.text}” means nobody known here yet: say who it is")


def _is_as_proposed(locked: Suggestion, meant: Subject) -> bool:
    """Whether it means the row that was proposed, or one of the very name where none was."""
    expected = proposed(locked)
    return meant == expected if expected else fold(meant.name) == fold(locked.text)


def _longer_names(suggestion: Suggestion) -> Iterator[Span]:
    """Where longer names stand that this one is a part of: "Milan" is not tagged inside "Milan Skriniar"."""
    others = suggestion.article.suggestions.names().exclude(decision=Verdict.REJECTED)
    return _longer(suggestion.article.body, suggestion.text, others.values_list("text", flat=True))


def _longer(body: str, words: str, others: Iterable[str]) -> Iterator[Span]:
    for text in dict.fromkeys(others):
        if len(text) > len(words) and fold(words) in fold(text):
            yield from occurrences(body, text)
