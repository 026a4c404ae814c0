"""Asking the desk in tests as its page does: with the version of the card as it stands, under a new id."""

from typing import Any
from uuid import uuid4

from django.contrib.auth.models import User

from rumours.editorial.desk.cards import card_of
from rumours.editorial.desk.commands import Asked, Outcome, do
from rumours.models import Article


def ask(article: Article, by: User, verb: str, card: str | None = None, /, **more: Any) -> Outcome:
    """Ask for a verb; `more` are further members of the request. Whatever was done, the article is marked truly."""
    shown = card_of(article, card, by=by) if card and "version" not in more else None
    payload = {
        "client_id": uuid4().hex, "sitting": "one", "verb": verb, "card": card,
        "version": shown["version"] if shown else None, "values": {}, "note": "", **more,
    }  # fmt: skip
    done = do(article, Asked.parse(payload), by=by)
    marked = Article.objects.values_list("has_undecided", flat=True).get(pk=article.pk)
    assert marked is article.suggestions.undecided().exists()
    return done
