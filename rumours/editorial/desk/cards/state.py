"""The state of the desk at one article: its cards and everything around them, as the page and its script read it."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import User

from rumours.editorial.desk.cards import stack
from rumours.editorial.desk.cards.opened import Opened
from rumours.editorial.desk.cards.overlay import standing
from rumours.editorial.desk.cards.records import WAITING
from rumours.editorial.desk.cards.surroundings import checklist_of, others, twin
from rumours.editorial.desk.cards.trail import fold, label_of
from rumours.editorial.permissions import may
from rumours.models import Article, TaggerRun

Json = dict[str, Any]


def state_of(article: Article, *, by: User, have: Mapping[str, str] | None = None) -> Json:
    """Everything the desk shows of an article, ready for JSON.

    With `have` (the version the client has of each card) `cards` holds only those that differ, `gone` the keys that
    are no more. The number of queries does not grow with the number of cards.
    """
    opened = Opened(article, by)
    cards = stack.cards(opened)
    known = have or {}
    keys = {card["key"] for card in cards}
    run = TaggerRun.objects.filter(article=article).first()
    return {
        "article": _article(article, by),
        "cards": [card for card in cards if known.get(card["key"]) != card["version"]],
        "order": [card["key"] for card in cards if not card["plain"]],
        "gone": [key for key in known if key not in keys],
        "counts": _counts(cards),
        "checklist": checklist_of(article),
        **_trail(opened, cards),
        "twin": None if _is_copied(opened) else twin(article),
        "others": others(article, by),
        "notes": run.notes.splitlines() if run else [],
    }


def card_of(article: Article, key: str, *, by: User) -> Json | None:
    """One card as `state_of` has it; None for a key of which there is none."""
    if key[:1] not in ("s", "r", "q", "m") or not (key[1:].isascii() and key[1:].isdigit() and len(key) < 20):
        return None
    return next((card for card in stack.cards(Opened(article, by, key)) if card["key"] == key), None)


def _article(article: Article, by: User) -> Json:
    may_publish = may(by, "rumours.publish_article")
    return {
        "id": article.pk,
        "version": article.version,
        "status": article.status,
        "was_shown": article.was_shown,
        "headline": article.headline,
        "may_publish": may_publish,
        "may_tag": may(by, "rumours.change_suggestion") and (may_publish or not article.was_shown),
        "address": article.get_absolute_url(),
    }


def _counts(cards: list[Json]) -> Json:
    """How many cards wait, how many there are in the stack, and how many plain names publishing accepts."""
    waiting = [card for card in cards if card["state"] == WAITING]
    plain = sum(card["plain"] for card in waiting)
    return {"open": len(waiting) - plain, "total": sum(not card["plain"] for card in cards), "plain": plain}


def _is_copied(opened: Opened) -> bool:
    """Whether the tags of the other article of this text were copied, and that was not taken back."""
    asked = standing(row for row in opened.decisions if row.asked is not None)
    return any((row.asked or {}).get("verb") == "copy_tags" for row in asked)


def _trail(opened: Opened, cards: list[Json]) -> Json:
    """What undo and redo would do next."""
    own = [row for row in opened.decisions if row.asked is not None and row.by_id == opened.by.pk]
    titles = {card["key"]: card["title"] for card in cards}
    done, undone = fold(own)
    return {
        "undo": label_of(done[-1], titles) if done else None,
        "redo": label_of(undone[-1], titles) if undone else None,
    }
