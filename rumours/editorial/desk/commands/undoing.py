"""Taking back what an editor did last at an article, and doing it again: without limit, and after a reload."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from django.db import transaction

from rumours.editorial.desk.cards.trail import PASSED, label_of, stacks
from rumours.editorial.desk.commands.asking import Asked
from rumours.editorial.desk.commands.entered import key_of_tag, latest_of
from rumours.editorial.desk.commands.errors import NoteNeeded
from rumours.editorial.desk.commands.taking_back import TAKE_BACK
from rumours.editorial.desk.commands.task import Done, Task
from rumours.editorial.errors import EditorialError, WrongState
from rumours.models import Article, Decision


def undo(task: Task) -> Done:
    """Take back the last thing that this editor did here and that still stands.

    What cannot be taken back, because of what somebody did since, is left as it is and said: the next undo goes on
    before it. Raises WrongState where there is nothing, NoteNeeded.
    """
    done, _ = stacks(task.article, task.by)
    if not done:
        raise WrongState("There is nothing of yours to take back here")
    last = done[-1]
    row, label = (last.row_kind, last.row_id), label_of(last, {})
    try:
        with transaction.atomic():
            TAKE_BACK[_verb(last)](task, last)
    except NoteNeeded:
        raise
    except EditorialError as reason:
        task.file(PASSED, row, None, None, undoes=last)
        return Done(f"Left as it is: {label}. {reason}", _card(last))
    task.file("undo", row, last.after, last.before, undoes=last)
    return Done(f"Taken back: {label}", _card(last))


def redo(task: Task, verbs: Mapping[str, Callable[[Task], Done]]) -> Done:
    """Do again what was taken back last."""
    _, undone = stacks(task.article, task.by)
    if not undone:
        raise WrongState("There is nothing to do again here")
    last = undone[-1]
    asked = Asked.again(last.asked or {}, like=task.asked)
    again = Task(task.article, replace(asked, card=_key_now(task.article, asked.card)), task.by, redoes=last)
    again.look()
    done = verbs[_verb(last)](again)
    return Done(f"Again: {done.say}", done.focus or _card(last))


def _key_now(article: Article, key: str | None) -> str | None:
    """The key of the card that is there by now: a corrected report has another, of tags by hand the first one may."""
    if key and key[0] == "r":
        return f"r{latest_of(article, int(key[1:]))}"
    tag = article.mentions.filter(pk=int(key[1:])).first() if key and key[0] == "m" else None
    return key_of_tag(article, tag) if tag else key


def _verb(decision: Decision) -> str:
    return str((decision.asked or {}).get("verb"))


def _card(decision: Decision) -> str | None:
    card = (decision.asked or {}).get("card")
    return str(card) if card else None
