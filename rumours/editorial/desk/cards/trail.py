"""What undo and redo would do next: one editor's decisions at one article, folded in the order they were taken."""

from collections.abc import Iterable, Mapping

from django.contrib.auth.models import User

from rumours.models import Article, Decision

VERBS = {
    "accept": "Accept", "reject": "Reject", "edit": "Change", "reopen": "Reopen", "remove": "Remove",
    "add_link": "Add", "add_quote": "Add the quote", "add_name": "Tag", "accept_rest": "Accept the rest",
    "repeat": "Say what is repeated:", "copy_tags": "Copy the tags", "swap": "Swap from and to:", "drop": "Drop",
}  # fmt: skip
FIELDS = {"stage_group": "stage", "loan_club": "loan club", "source": "outlet", "claimant": "whose own word"}
# Readers are shown an article by publishing, and no more by withdrawing: neither is taken back with a key.
LASTING = frozenset({"publish"})
# What undo could not take back is on no stack any more, but it stands.
PASSED = "pass"


def stacks(article: Article, by: User) -> tuple[list[Decision], list[Decision]]:
    """The decisions that undo takes back and those that redo does again; the next one is last in each list."""
    return fold(article.decisions.filter(by=by, asked__isnull=False).order_by("pk"))


def fold(decisions: Iterable[Decision]) -> tuple[list[Decision], list[Decision]]:
    """As `stacks`, for decisions in the order they were taken.

    A redone decision stands as the one that did it again: its `after` says what is there now. Taking back or doing
    again may name it or the first of its kind.
    """
    first: dict[int, int] = {}
    done: dict[int, Decision] = {}
    undone: dict[int, Decision] = {}
    for decision in decisions:
        meant = decision.undoes_id or decision.redoes_id
        root = first.get(meant, meant) if meant else decision.pk
        if decision.action == PASSED:
            done.pop(root, None)
        elif decision.undoes_id:
            _move(root, done, undone)
        elif decision.redoes_id:
            first[decision.pk] = root
            undone.pop(root, None)
            done[root] = decision
        elif decision.action not in LASTING:
            done[root] = decision
            undone.clear()
    return list(done.values()), list(undone.values())


def label_of(decision: Decision, titles: Mapping[str, str]) -> str:
    """What a decision was, as undo and redo name it: "Accept Joe Gomez to AC Milan".

    `titles` are those of the cards on the desk by key; a card that is gone is named as it was when it was asked for.
    """
    asked = decision.asked or {}
    verb = str(asked.get("verb") or decision.action)
    title = titles.get(str(asked.get("card") or "")) or str(asked.get("title") or "")
    fields = [_called(name) for name in asked.get("values") or {}] if verb == "edit" else []
    if fields:
        return f"Change {', '.join(dict.fromkeys(fields))}: {title}".rstrip(" :")
    return f"{VERBS.get(verb, verb.capitalize())} {title}".rstrip(" :")


def _called(field: str) -> str:
    """A field of a card as it is called in a sentence."""
    return FIELDS.get(field) or field.removesuffix("_club").replace("_", " ")


def _move(root: int, out_of: dict[int, Decision], into: dict[int, Decision]) -> None:
    """Take one from a stack and lay it on the other."""
    moved = out_of.pop(root, None)
    if moved is not None:
        into.pop(root, None)
        into[root] = moved
