"""What was done, in words: "accepted Teo Marlin to Harbour Town", "changed stage talks → bid"."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from rumours.calendar import WindowCode
from rumours.editorial.sittings.known import Known, values_of
from rumours.models import Decision

_NAMES_SHOWN = 12
_FIELDS = {
    "from_club": "from", "to_club": "to", "loan_club": "on loan at", "stage_group": "stage", "stage": "exact stage",
    "free_agent": "free agent", "fees": "sums", "claimant": "whose own word", "follows": "what it follows",
}  # fmt: skip
_PLAIN = {"accept": "accepted", "reject": "rejected", "reopen": "reopened", "remove": "removed",
          "add_link": "added", "add_quote": "added the quote", "add_name": "tagged"}  # fmt: skip
_ALONE = {"publish": "published the article", "drop": "dropped the article", "skip": "passed the article over",
          "withdraw": "withdrew the article"}  # fmt: skip
_AGAIN = {"pass": "could not take back"}


def told(group: Sequence[Decision], known: Known) -> list[str]:
    """A sitting in sentences.

    What a request to the desk brought along is told with the names that it tagged; without the desk every decision
    was one of its own.
    """
    at_the_desk = any(decision.asked is not None for decision in group)
    lines = []
    for main, parts in _with_parts(group) if at_the_desk else ((decision, []) for decision in group):
        names = [known.title(part) for part in parts if part.action == "accept" and part.row_kind == "suggestion"]
        lines.append(sentence(main, known) + (f", with {_listed(names)}" if names else ""))
    return lines


def sentence(decision: Decision, known: Known) -> str:
    """One decision."""
    meant = known.meant(decision)
    if meant is not decision:
        did = _AGAIN.get(decision.action, "took back" if decision.undoes_id else "did again")
        return f"{did}: {sentence(meant, known)}"
    verb = str((decision.asked or {}).get("verb") or decision.action)
    if verb in _ALONE:
        return _ALONE[verb]
    title = known.title(decision)
    if verb in _PLAIN:
        return f"{_PLAIN[verb]} {title}{_chosen(decision, known) if verb == 'accept' else ''}"
    made: Callable[[Decision, str, Known], str] = _OTHERS.get(verb, _whatever)
    return made(decision, title, known)


def _with_parts(group: Iterable[Decision]) -> Iterator[tuple[Decision, list[Decision]]]:
    """Each request with what was decided along with it: that is kept first, the request itself last."""
    parts: list[Decision] = []
    for decision in group:
        if decision.asked is None:
            parts.append(decision)
        else:
            yield decision, parts
            parts = []
    yield from ((part, []) for part in parts)


def _chosen(decision: Decision, known: Known) -> str:
    """What was chosen on accepting itself."""
    values = values_of(decision.asked)
    said = [f"{field_name(name)} {_shown(name, value, known)}" for name, value in values.items() if name != "evidence"]
    return f" with {', '.join(said)}" if said else ""


def _edited(decision: Decision, title: str, known: Known) -> str:
    before, after = values_of(decision.before), values_of(decision.after)
    changes = [
        "the evidence" if name == "evidence" else f"{field_name(name)} {_change(name, before.get(name), value, known)}"
        for name, value in after.items()
        if name not in before or before[name] != value
    ]
    return f"changed {', '.join(changes) or 'nothing'} of {title}"


def _change(name: str, before: Any, after: Any, known: Known) -> str:
    return f"{_shown(name, before, known)} → {_shown(name, after, known)}"


def _copied(decision: Decision, title: str, known: Known) -> str:
    return f"copied the tags of {known.article(values_of(decision.asked).get('article'))}"


def _rest(decision: Decision, title: str, known: Known) -> str:
    cards = (decision.after or {}).get("cards")
    return f"accepted the rest ({len(cards)})" if isinstance(cards, list) else "accepted the rest"


def _swapped(decision: Decision, title: str, known: Known) -> str:
    return f"swapped from and to of {title}"


def _repeated(decision: Decision, title: str, known: Known) -> str:
    is_repeat = values_of(decision.asked).get("report") is not None
    return f"made {title} a repeat" if is_repeat else f"made {title} an origin again"


def _undone(decision: Decision, title: str, known: Known) -> str:
    """Of the plain forms, which do not say what exactly is undone."""
    return f"took back the decision on {title}"


def _whatever(decision: Decision, title: str, known: Known) -> str:
    return f"{decision.action.replace('_', ' ')}: {title}"


_OTHERS: dict[str, Callable[[Decision, str, Known], str]] = {
    "edit": _edited, "copy_tags": _copied, "accept_rest": _rest, "swap": _swapped, "repeat": _repeated, "undo": _undone,
}  # fmt: skip


def field_name(name: str) -> str:
    """What a field of a card is called: `to_club` is `to`."""
    return _FIELDS.get(name, name.replace("_", " "))


def _shown(name: str, value: Any, known: Known) -> str:
    """A value of a card as an editor reads it."""
    match value:
        case None | "" | []:
            return "nothing"
        case bool():
            return "yes" if value else "no"
        case dict():
            return known.name(value) or "nothing"
        case list():
            return ", ".join(_sum(one) for one in value)
    return WindowCode.parse(value).label if name == "window" else str(value)


def _sum(value: Any) -> str:
    if not isinstance(value, dict):
        return str(value)
    low, high = value.get("low"), value.get("high")
    amount = f"{low:,}" if low == high or not isinstance(high, int) else f"{low:,}–{high:,}"
    return f"{value.get('what')} {amount} {value.get('currency')}"


def _listed(names: Sequence[str]) -> str:
    distinct = list(dict.fromkeys(names))
    more = [f"{len(distinct) - _NAMES_SHOWN} more"] if len(distinct) > _NAMES_SHOWN else []
    return ", ".join([*distinct[:_NAMES_SHOWN], *more])
