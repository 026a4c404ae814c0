"""Carrying out what the desk is asked for: one request, one transaction, one decision."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q

from rumours.choices import ArticleStatus
from rumours.editorial.desk.cards import card_of
from rumours.editorial.desk.cards.text import text_version
from rumours.editorial.desk.cards.versions import is_stale
from rumours.editorial.desk.commands import accepting, adding, editing, removing, reopening, undoing, whole
from rumours.editorial.desk.commands.asking import Asked
from rumours.editorial.desk.commands.errors import Stale
from rumours.editorial.desk.commands.task import Done, Task
from rumours.editorial.errors import EditorialError, WrongState
from rumours.editorial.permissions import require_tagging
from rumours.models import Article, Decision

VERBS: dict[str, Callable[[Task], Done]] = {
    "accept": accepting.accept_card,
    "reject": accepting.reject_card,
    "reopen": reopening.reopen,
    "edit": editing.edit,
    "swap": editing.swap,
    "repeat": editing.repeat,
    "add_link": adding.add_link,
    "add_quote": adding.add_quote_card,
    "add_name": adding.add_name,
    "remove": removing.remove,
    "accept_rest": whole.accept_rest,
    "copy_tags": whole.copy_tags,
    "publish": whole.publish,
    "drop": whole.drop,
    "skip": whole.skip,
    "undo": undoing.undo,
    "redo": lambda task: undoing.redo(task, VERBS),
}
# What can be done to an article that was set aside.
_OF_DROPPED = frozenset({"undo", "redo", "skip"})
_DID = {
    "accept": "accepted", "reject": "rejected", "edit": "changed", "undo": "took back a decision on",
    "reopen": "reopened", "remove": "took away",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is said of a request, the card to go to where it is another one, and whether it was done before."""

    say: str
    focus: str | None = None
    is_repeat: bool = False


@transaction.atomic
def do(article: Article, asked: Asked, *, by: User) -> Outcome:
    """Carry out a request; the caller's `article` is as it is then.

    A request that is known is answered and not done again. Raises BadAsked, Stale where the card is no longer what was
    seen, NoteNeeded, NotReady and other EditorialErrors, PermissionDenied: then nothing was changed.
    """
    require_tagging(article, by, "rumours.change_suggestion")
    locked = Article.objects.select_for_update(no_key=True).get(pk=article.pk)
    require_tagging(locked, by, "rumours.change_suggestion")
    known = Decision.objects.filter(client_id=asked.client_id).first()
    if known is not None:
        return _repeated(known, article, by)
    if locked.status == ArticleStatus.DROPPED and asked.verb not in _OF_DROPPED:
        raise WrongState("This article is dropped: take that back first")
    task = Task(locked, asked, by)
    _check_text(task)
    _check_version(task)
    done = VERBS[asked.verb](task)
    article.refresh_from_db()
    return Outcome(done.say, done.focus)


def _repeated(known: Decision, article: Article, by: User) -> Outcome:
    if known.article_id != article.pk or known.by_id != by.pk or known.asked is None:
        raise EditorialError("This request’s number was used for another: send it with a new one")
    card = known.asked.get("card")
    return Outcome("This was done before.", str(card) if card else None, is_repeat=True)


def _check_text(task: Task) -> None:
    """Raise Stale where a place was chosen in a text that has been edited since: other words stand there."""
    asked = task.asked
    if asked.text and "evidence" in asked.values and asked.text != text_version(task.article.body):
        raise Stale(None, "The text was edited after you had opened it: load the page again and choose the words anew")


def _check_version(task: Task) -> None:
    """Raise Stale unless the card is what the editor saw."""
    asked = task.asked
    if not asked.card:
        return
    card = card_of(task.article, asked.card, by=task.by)
    if card is None:
        raise Stale(None, f"{_who_did(task.article, asked.card)}: it is gone")
    task.card = card
    if asked.version and is_stale(asked.version, card["version"]):
        raise Stale(card, f"{_who_did(task.article, asked.card)} after you had seen it")


def _who_did(article: Article, key: str) -> str:
    """Who did what to a card last, as the decisions have it."""
    kind = {"s": "suggestion", "r": "report", "q": "quote", "m": "mention"}[key[0]]
    pk = int(key[1:])
    rows = Q(row_kind=kind, row_id=pk)
    if key[0] == "s":
        rows |= Q(row_kind="report", row_id__in=article.reports.filter(suggestion=pk).values("pk"))
        rows |= Q(row_kind="quote", row_id__in=article.quotes.filter(suggestion=pk).values("pk"))
    last = article.decisions.filter(rows).select_related("by").order_by("-pk").first()
    if last is None:
        return "Somebody changed this card"
    who = last.by.get_full_name() or last.by.get_username()
    return f"{who} {_DID.get(last.action, 'changed')} this card at {last.at:%H:%M} UTC"
