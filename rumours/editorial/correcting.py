"""Editing an article's body: every tag, quote and evidence is found again by its words."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib.auth.models import User
from django.db import models, transaction

from rumours.editorial.actors import save_by
from rumours.editorial.anchoring import locate
from rumours.editorial.blocking import misplaced
from rumours.editorial.copies import fingerprints
from rumours.editorial.corrections import add_correction, public_note
from rumours.editorial.errors import Blocker, ChangedMeanwhile, NotReady, WordsNotFound
from rumours.editorial.kept_places import move_kept_places
from rumours.editorial.permissions import require_tagging
from rumours.editorial.shifting import Shift
from rumours.models import Article, QuoteFragment, SuggestionFragment
from rumours.text import Span, normalise

# Rows are first moved this far beyond any text, so that none meets another on its way.
_ASIDE = 1_000_000_000


@transaction.atomic
def edit_body(article: Article, body: str, *, by: User, note: str = "", version: int | None = None) -> list[Blocker]:
    """Replace the body (made normal first); the standing rows whose words are no longer in it, as blockers.

    In a draft these wait outside the text until they are put right; on an article that readers have seen they stop the
    edit (NotReady), and a public `note` is demanded. `version` is that which the editor had before him: raises
    ChangedMeanwhile, saying who saved and when, if another has been saved since.
    """
    require_tagging(article, by, "rumours.change_article")
    locked = Article.objects.select_for_update().get(pk=article.pk)
    _check_version(locked, version)
    note = public_note(locked, note, what="article")
    old, new = locked.body, normalise(body)
    if new != old:
        _write(locked, new, by)
        _anchor_all(locked, Shift(old, new))
    lost = list(misplaced(locked))
    if locked.was_shown:
        if lost:
            raise NotReady(lost)
        add_correction(locked, note, by=by)
    article.refresh_from_db()
    return lost


def _check_version(article: Article, version: int | None) -> None:
    if version is None or version == article.version:
        return
    last = article.history.select_related("history_user").first()
    who = last.history_user.username if last and last.history_user else "somebody"
    raise ChangedMeanwhile("The article", who, last.history_date if last else article.received_at)


def _write(article: Article, body: str, by: User) -> None:
    columns = {"body": body, "version": article.version + 1, **fingerprints(body)}
    for name, value in columns.items():
        setattr(article, name, value)
    save_by(article, by, columns)


def _anchor_all(article: Article, shift: Shift) -> None:
    """Move everything that stands at a place of the body."""
    fragments = QuoteFragment.objects.filter(quote__article=article)
    for alone in (article.mentions.all(), article.quotes.all(), fragments):
        _anchor(alone, article.body, shift, alone=True)
    move_kept_places(article, shift)
    proposed = SuggestionFragment.objects.filter(suggestion__article=article)
    for shared in (article.reports.all(), article.suggestions.all(), proposed):
        _anchor(shared, article.body, shift, alone=False)
    for aside in article.asides.all():
        article.asides.filter(pk=aside.pk).update(place=shift.offset(aside.place))
    original = getattr(article, "original", None)
    if original is not None:
        original.offsets = _through(original.offsets, shift)
        original.save(update_fields=["offsets"])


def _anchor(rows: "models.QuerySet[Any]", body: str, shift: Shift, *, alone: bool) -> None:
    """Give rows their new spans; what is lost waits beyond the end of the body, its words kept.

    `alone` says that no two of these rows begin at one place. Those that the edit did not touch go first.
    """
    found = list(rows.order_by("start", "pk"))
    places = {row.pk: span for row in found if (span := _kept(row, body, shift))}
    free = len(body) + 1
    for row in found:
        if row.pk in places:
            continue
        taken = {span.start for span in places.values()} if alone else set()
        span = _searched(row, body, shift, taken)
        places[row.pk] = span or Span(free, free + len(row.text))
        free += 0 if span else len(row.text) + 1
    rows.update(start=models.F("start") + _ASIDE, end=models.F("end") + _ASIDE)
    for row in found:
        span = places[row.pk]
        text = span.of(body) if span.end <= len(body) else row.text
        rows.model.objects.filter(pk=row.pk).update(start=span.start, end=span.end, text=text)


def _kept(row: Any, body: str, shift: Shift) -> Span | None:
    """Where the edit itself moved a row's words, if it left them whole."""
    if row.end > shift.old_length:
        return None
    span = shift.span(Span(row.start, row.end))
    return span if span is not None and span.of(body) == row.text else None


def _searched(row: Any, body: str, shift: Shift, taken: set[int]) -> Span | None:
    """The place nearest to where a row stood that has its words and is not taken."""
    near = shift.offset(row.start)
    free = [span for span in _all(body, row.text) if span.start not in taken]
    if free:
        return min(free, key=lambda span: abs(span.start - near))
    try:
        span = locate(body, row.text, near=near)
    except WordsNotFound:
        return None
    return None if span.start in taken else span


def _all(body: str, words: str) -> Iterable[Span]:
    start = body.find(words)
    while start >= 0:
        yield Span(start, start + len(words))
        start = body.find(words, start + 1)


def _through(offsets: Sequence[Sequence[int]], shift: Shift) -> list[list[int]]:
    """The runs [body start, original start, length] after the shift."""
    runs: list[list[int]] = []
    for at, original, length in offsets:
        for block in shift.blocks:
            start, end = max(at, block.old), min(at + length, block.old + block.length)
            if start < end:
                runs.append([start - block.old + block.new, original + start - at, end - start])
    return runs
