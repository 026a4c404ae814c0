"""What is done to an article as a whole: the rest accepted, tags copied, shown to readers, dropped, passed over."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from rumours.editorial import publishing
from rumours.editorial.copying import copy_tags as copy_tags_of
from rumours.editorial.desk.cards import card_of, overlay, stack
from rumours.editorial.desk.cards.opened import Opened
from rumours.editorial.desk.cards.versions import is_stale
from rumours.editorial.desk.commands.accepting import enter
from rumours.editorial.desk.commands.task import Done, Json, Task
from rumours.editorial.desk.visits import keep_visit, release
from rumours.editorial.errors import EditorialError
from rumours.editorial.permissions import require
from rumours.editorial.reviewing import accept_all, proposed
from rumours.models import Article


def accept_rest(task: Task) -> Done:
    """Accept each card that waits, is complete and not ambiguous, in the order of the stack.

    `cards`, where sent, are those that the editor saw: others, and those that have changed since, are left.
    """
    seen = task.made_before.get("cards", task.asked.values.get("cards"))
    rest = [card for card in stack.cards(Opened(task.article, task.by)) if card["state"] == "waiting"]
    accepted, left = [], 0
    for card in rest:
        if card["plain"]:
            continue
        taken = _is_complete(card) and _was_seen(card, seen) and _accept(task, card)
        accepted += [card["key"]] if taken else []
        left += 0 if taken else 1
    task.file("accept_rest", ("article", task.article.pk), None, {"cards": accepted})
    waiting = f" {left} wait for you." if left else ""
    return Done(f"Accepted {len(accepted)} cards.{waiting}")


def copy_tags(task: Task) -> Done:
    """Enter what is tagged in an article with the same text."""
    task.require_note()
    twin = Article.objects.filter(pk=task.asked.values["article"]).first()
    if twin is None:
        raise EditorialError("The article to copy from is no longer there")
    copied = copy_tags_of(task.article, of=twin, by=task.by, sitting=task.asked.sitting)
    task.file("copy_tags", ("article", task.article.pk), None, copied.made)
    missing = f" Not found here: {', '.join(copied.left[:5])}." if copied.left else ""
    counts = f"{len(copied.reports)} links, {len(copied.quotes)} quotes and {len(copied.mentions)} names"
    return Done(f"Copied {counts}.{missing}")


def publish(task: Task) -> Done:
    """Show the article to readers; names that can mean only one known row are tagged first, unless rejected."""
    require(task.by, "rumours.publish_article")
    names = _accept_plain(task)
    publishing.publish(task.article, by=task.by)
    release(task.article, by=task.by)
    open_cards = task.article.suggestions.open_cards().count()
    task.file("publish", ("article", task.article.pk), None, {"names": names})
    return Done("Published." if not open_cards else f"Published; {open_cards} cards stay open.")


def drop(task: Task) -> Done:
    """Set the article aside as no rumour."""
    publishing.drop(task.article, by=task.by)
    release(task.article, by=task.by)
    task.file("drop", ("article", task.article.pk), None, None)
    return Done("Dropped: no rumour.")


def skip(task: Task) -> Done:
    """Pass the article over: it comes last in this editor's queue."""
    keep_visit(task.article, task.by, skipped_at=timezone.now(), claimed=False)
    task.file("skip", ("article", task.article.pk), None, None)
    return Done("Skipped.")


def _accept_plain(task: Task) -> list[int]:
    """Tag the names that can mean only one known row, changed ones as they were changed; the ids of these."""
    names = list(task.article.suggestions.undecided().plain_names().with_names().order_by("start", "pk"))
    edits = overlay(*names) if names else {}
    meant = {name: subject for name in names if not edits[name.pk] and (subject := proposed(name)) is not None}
    accept_all(meant, article=task.article, by=task.by, filing=task.filing.part)
    for name in names:
        card = card_of(task.article, f"s{name.pk}", by=task.by) if edits[name.pk] else None
        if card is not None:
            enter(task, card, {}, task.filing.part)
    return [name.pk for name in names]


def _was_seen(card: Json, seen: Any) -> bool:
    """Whether the card is one of those asked for, and as it was then where its version is given."""
    if seen is None:
        return True
    versions = seen if isinstance(seen, Mapping) else {}
    return card["key"] in seen and not is_stale(versions.get(card["key"], card["version"]), card["version"])


def _is_complete(card: Json) -> bool:
    """A link with a player and a stage; a quote with a speaker; a name that can mean only one, or is new."""
    fields = card["fields"]
    match card["kind"]:
        case "link":
            return bool(fields["player"]["value"] and fields["stage_group"]["value"])
        case "quote":
            return bool(fields["speaker"]["value"])
    subject = fields["subject"]
    return bool(subject["value"]) and ("subject" in card["edited"] or not subject["options"])


def _accept(task: Task, card: Json) -> bool:
    """Accept one card as it is shown; whether it could be. One that came with a link before it needs no more."""
    row = task.article.suggestions.filter(pk=int(card["key"][1:])).first()
    if row is None or row.decision is not None:
        return row is not None
    try:
        with transaction.atomic():
            enter(task, card, {}, task.filing.part)
    except EditorialError:
        return False
    return True
