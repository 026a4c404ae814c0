"""Entering direct speech, with its speaker and the stretches it falls into."""

import re
from collections.abc import Iterable, Sequence
from typing import Any, TypedDict, Unpack

from django.contrib.auth.models import User
from django.db import transaction

from rumours.choices import QuoteStance
from rumours.editorial.actors import delete_by, save_by
from rumours.editorial.anchoring import locate
from rumours.editorial.corrections import add_correction, public_note
from rumours.editorial.deriving import refresh_article, refresh_entities
from rumours.editorial.errors import EditorialError, WordsNotFound, WrongState
from rumours.editorial.permissions import require_tagging
from rumours.editorial.touching import touch_entities
from rumours.models import Article, Club, Person, Player, Quote, QuoteFragment, Source, Suggestion
from rumours.text import Span

# How an editor marks that something between was left out.
_GAP = re.compile(r"\s+(?:…|\.\.\.|\[…\]|\[\.\.\.\])\s+")
# A closing mark, words that are not quoted, and an opening mark: the tag "he said" inside a quote.
_TAG = re.compile(r'(?<=\S)["”»“](?=\s)[^"“”«»„]*(?<=\s)["“«„”»](?=\S)')


class QuoteChanges(TypedDict, total=False):
    """What `change_quote` may change, as in `add_quote`."""

    words: str
    near: int | None
    speaker: Person | None
    described: str
    role: str
    club: Club | None
    via: Source | None
    players: Iterable[Player]
    clubs: Iterable[Club]
    language: str
    stance: str
    translation: str
    spans: Sequence[Span]


@transaction.atomic
def add_quote(
    article: Article,
    *,
    words: str = "",
    by: User,
    speaker: Person | None = None,
    described: str = "",
    role: str = "",
    club: Club | None = None,
    via: Source | None = None,
    players: Iterable[Player] = (),
    clubs: Iterable[Club] = (),
    language: str | None = None,
    stance: str = QuoteStance.NEUTRAL,
    translation: str = "",
    near: int | None = None,
    spans: Sequence[Span] = (),
    suggestion: Suggestion | None = None,
    pk: int | None = None,
) -> Quote:
    """Add a quote by a named or a described speaker; no language: the article's; `suggestion`: where it comes from.

    `pk` is the id it had before, where it is entered again. `spans` are the stretches, where they are known.

    `words` may leave a tag out with ` … ` between the stretches, or contain it: the stretches are kept as fragments
    either way. Raises EditorialError (WordsNotFound among them), PermissionDenied when `by` may not.
    """
    require_tagging(article, by, "rumours.add_quote")
    quote = Quote(
        article=article, speaker=speaker, described=described.strip(), role=role, club=club, via=via, stance=stance,
        language=language or article.language, translation=translation, dated_at=article.dated_at,
        suggestion=suggestion, pk=pk,
    )  # fmt: skip
    _store(quote, list(spans) or stretches(article.body, words, near=near), by)
    quote.players.set(players)
    quote.clubs.set(clubs)
    refresh_article(article)
    return quote


@transaction.atomic
def change_quote(quote: Quote, *, by: User, note: str = "", **changes: Unpack[QuoteChanges]) -> Quote:
    """Change a quote; one that readers have seen demands a public note. Raises EditorialError as `add_quote`."""
    article = quote.article
    require_tagging(article, by, "rumours.change_quote")
    if quote.withdrawn_at is not None:
        raise WrongState("This quote has been withdrawn")
    note = public_note(article, note, what="quote")
    named = _named(quote)
    found = list(changes["spans"]) if "spans" in changes else None
    if "words" in changes:
        found = stretches(article.body, changes["words"], near=changes.get("near", quote.start))
    for name in changes.keys() - {"words", "near", "spans", "players", "clubs"}:
        setattr(quote, name, changes[name])  # type: ignore[literal-required]
    _store(quote, found, by)
    if "players" in changes:
        quote.players.set(changes["players"])
    if "clubs" in changes:
        quote.clubs.set(changes["clubs"])
    if article.was_shown:
        add_correction(quote, note, by=by)
    refresh_article(article)
    if article.was_shown:
        refresh_entities(**named)
        touch_entities(**named)
    return quote


@transaction.atomic
def remove_quote(quote: Quote, *, by: User) -> None:
    """Delete a quote of a draft. Raises WrongState where readers may have seen it."""
    require_tagging(quote.article, by, "rumours.delete_quote")
    if quote.article.was_shown:
        raise WrongState("Readers have seen this quote: withdraw it instead")
    delete_by(quote, by)


def stretches(body: str, words: str, *, near: int | None = None) -> list[Span]:
    """The spans of the words in the body: one, or several where a tag divides them. Raises WordsNotFound."""
    try:
        whole = locate(body, words, near=near)
    except WordsNotFound:
        parts = _GAP.split(words.strip())
        if len(parts) == 1:
            raise
        return _in_order(body, parts, near)
    return _untagged(body, whole)


def _in_order(body: str, parts: Sequence[str], near: int | None) -> list[Span]:
    found = [locate(body, parts[0], near=near)]
    for part in parts[1:]:
        end = found[-1].end
        span = locate(body[end:], part)
        found.append(Span(end + span.start, end + span.end))
    return found


def _untagged(body: str, whole: Span) -> list[Span]:
    """What is left of a span without the tags in it."""
    found, start = [], whole.start
    for tag in _TAG.finditer(body, whole.start, whole.end):
        found.append(Span(start, tag.start()))
        start = tag.end()
    return [*found, Span(start, whole.end)]


def _store(quote: Quote, found: Sequence[Span] | None, by: User) -> None:
    """Save a quote with its words where they were found (None: as they are) and its fragments where it has several."""
    if (quote.speaker is None) == (not quote.described):
        raise EditorialError("A quote has one speaker: choose a person, or describe who it is")
    body = quote.article.body
    if found is not None:
        quote.start, quote.end = found[0].start, found[-1].end
        quote.text = body[quote.start : quote.end]
    there = Quote.objects.filter(article=quote.article, start=quote.start).exclude(pk=quote.pk).first()
    if there is not None and there.withdrawn_at is not None and quote._state.adding:
        quote.pk = there.pk  # one that was withdrawn is entered again
    elif there is not None:
        raise EditorialError(f"A quote already begins with these words: “{quote.text[:60]}”")
    save_by(quote, by)
    if found is not None:
        quote.fragments.all().delete()
        if len(found) > 1:
            QuoteFragment.objects.bulk_create(
                QuoteFragment(quote=quote, start=span.start, end=span.end, text=span.of(body)) for span in found
            )


def _named(quote: Quote) -> dict[str, Any]:
    """Ids of all that the quote names, by the arguments of `refresh_entities`."""
    clubs = [*quote.clubs.values_list("pk", flat=True), *([quote.club_id] if quote.club_id else [])]
    return {
        "people": [quote.speaker_id] if quote.speaker_id else [],
        "players": list(quote.players.values_list("pk", flat=True)),
        "clubs": clubs,
        "sources": [quote.via_id] if quote.via_id else [],
    }
