"""Taking words of an article out of everything that is stored, for ever; what stays is who did it, when and why."""

import json
from functools import partial
from typing import Any

from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.db import models, transaction

from rumours.editorial.deriving import refresh_article
from rumours.editorial.errors import EditorialError
from rumours.editorial.merging.journal import record_changes
from rumours.editorial.merging.rows import label_of
from rumours.editorial.permissions import require
from rumours.editorial.redacting.blackening import BLACK, Blackener
from rumours.editorial.redacting.reach import CODES, Ids, history_of, rows_of, stored, wordy
from rumours.editorial.touching import touch_everything
from rumours.intake.decoding import repair_mojibake
from rumours.models import Article, Correction, FeedEntry, Merge, OldAddress, Original
from rumours.text import normalise

__all__ = ["redact"]

SHORTEST = 3
WHY = "words redacted"
# Where words may be escaped: in the JSON of the admin's log, in an address that an error names.
ESCAPED = (LogEntry, FeedEntry)


@transaction.atomic
def redact(article: Article, *, words: str, by: User, why: str) -> Correction:
    """Black out words of an article, one █ for each character, in its text, its original and all made from them.

    Found whatever their case, accents and punctuation, also inside longer words and in history. There is no undo.
    An address with the words in it is emptied. The digests stay, so that importing the article again changes nothing.
    Gives back the public note: how many characters of the article's text, and why. Raises EditorialError when the
    words are shorter than three letters, nowhere to be found, or repeated in `why`; PermissionDenied for all but
    those with `rumours.redact_article`.
    """
    require(by, "rumours.redact_article")
    black = Blackener.of(words)
    reason = _checked(black, why)
    before = Article.objects.select_for_update().get(pk=article.pk)
    ids = rows_of(before)
    extent = _extent(black, before)
    changed = _blacken_rows(black, before, ids)
    changed += _blacken_original(black, before)
    changed += _blacken_merges(black, ids)
    changed += _forget_addresses(black, before, ids)
    if not changed:
        raise EditorialError("the words stand nowhere in this article")
    Article.objects.filter(pk=before.pk).update(version=models.F("version") + 1)
    article.refresh_from_db()
    record_changes([(label_of(article), article.pk)], by=by, why=WHY)
    note = f"{extent or changed} characters redacted: {reason}"
    correction = Correction.objects.create(row_kind="article", row_id=article.pk, note=note, by=by)
    refresh_article(article)
    touch_everything()
    return correction


def _checked(black: Blackener, why: str) -> str:
    """The reason as it is noted; EditorialError where it or the words will not do."""
    reason = " ".join(normalise(why).split())
    if len(black.folded.replace(" ", "")) < SHORTEST:
        raise EditorialError(f"words to be redacted need at least {SHORTEST} letters or digits")
    if not reason:
        raise EditorialError("say why the words are redacted")
    if len(reason) > 240:
        raise EditorialError("the reason has at most 240 characters")
    if black.stands_in(reason):
        raise EditorialError("the reason repeats the words: readers would see them")
    return reason


def _extent(black: Blackener, article: Article) -> int:
    """How many characters of the article's own text are to go; what stands elsewhere are copies of it."""
    texts = [article.headline, article.standfirst, article.body, article.author]
    texts += article.asides.values_list("text", flat=True)
    return sum(len(span) for text in texts for span in black.spans(text))


def _blacken_rows(black: Blackener, article: Article, ids: Ids) -> int:
    """Every row and column that may hold the words; spans take their text from the body, so that it stays theirs.

    Returns how many characters went black.
    """
    cut = _texts_of_spans(black, article.body, ids)
    changed = 0
    for rows, columns in stored(ids):
        for row in rows.values("pk", *columns):
            pk = row.pop("pk")
            blacken = black.source if rows.model in ESCAPED else partial(_black, black, cut)
            new = {name: blacken(value) for name, value in row.items()}
            values = {name: value for name, value in new.items() if value != row[name]}
            if values:
                rows.model._base_manager.filter(pk=pk).update(**values)
                changed += sum(_blacks(value) - _blacks(row[name]) for name, value in values.items())
    return changed


def _texts_of_spans(black: Blackener, body: str, ids: Ids) -> dict[str, str]:
    """What stands in each span now, to what will."""
    after = black.text(body)
    texts: dict[str, str] = {}
    for model, keys in ids.items():
        if {"start", "end", "text"} <= {field.name for field in model._meta.concrete_fields}:
            spans = model._base_manager.filter(pk__in=keys).values_list("text", "start", "end")
            texts |= {text: after[start:end] for text, start, end in spans if text == body[start:end]}
    return texts


def _black(black: Blackener, cut: dict[str, str], value: Any) -> Any:
    """A column's value; a text that begins or ends amid the words is known by its whole. Codes in JSON are ours."""
    if isinstance(value, dict):
        kept = (key for key, item in value.items() if key in CODES and isinstance(item, str))
        return {key: _black(black, cut, item) for key, item in value.items()} | {key: value[key] for key in kept}
    if isinstance(value, list):
        is_row = len(value) > 1 and isinstance(value[0], str) and isinstance(value[1], int)  # a kind and an id
        return [*value[:is_row], *(_black(black, cut, item) for item in value[is_row:])]
    return black.value(cut.get(value, value) if isinstance(value, str) else value)


def _blacks(value: Any) -> int:
    return json.dumps(value, ensure_ascii=False).count(BLACK)


def _blacken_original(black: Blackener, article: Article) -> int:
    original = Original.objects.filter(article=article).first()
    if original is None:
        return 0
    content, encoding = bytes(original.content), original.encoding
    if original.repaired:
        text = content.decode(encoding, errors="surrogateescape")
        content, encoding = repair_mojibake(text)[0].encode("utf-8", errors="surrogateescape"), "utf-8"
    content, encoding = black.content(content, encoding)
    if content == bytes(original.content):
        return 0
    return Original.objects.filter(pk=original.pk).update(content=content, encoding=encoding)


def _blacken_merges(black: Blackener, ids: Ids) -> int:
    """What merges keep of these rows; undoing such a merge brings them back black."""
    columns = {label_of(model): (keys, wordy(model)) for model, keys in ids.items()}
    changed = 0
    for merge in Merge.objects.all():
        before = json.dumps(merge.changes)
        entries = [entry for kind in ("changed", "dropped", "made") for entry in merge.changes[kind]]
        for entry in entries:
            keys, names = columns.get(entry["model"], (set(), []))
            if entry["pk"] in keys:
                for values in (entry.get(part, {}) for part in ("before", "after", "row")):
                    values.update({name: black.value(values[name]) for name in names if name in values})
        if json.dumps(merge.changes) != before:
            merge.save(update_fields=["changes"])
            changed += 1
    return changed


def _forget_addresses(black: Blackener, article: Article, ids: Ids) -> int:
    """Addresses that spell the words, and sessions that still carry them."""
    past: Any = history_of(Article)
    changed = 0
    for rows in (
        Article.objects.filter(pk=article.pk),
        past.filter(id=article.pk),
        FeedEntry.objects.filter(pk__in=ids[FeedEntry]),
    ):
        for row in rows.exclude(address="").only("address"):
            if black.stands_in_source(row.address):
                changed += rows.filter(pk=row.pk).update(address="")
    for old in OldAddress.objects.filter(kind="article", target_id=article.pk):
        if black.stands_in(old.old):
            changed += old.delete()[0]
    for session in Session.objects.iterator(chunk_size=500):
        if black.stands_in(json.dumps(session.get_decoded(), ensure_ascii=False)):
            session.delete()
    return changed
