"""Which decisions were taken in one go."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from rumours.editorial.sittings.known import Known
from rumours.editorial.sittings.sentences import told
from rumours.models import Article, Decision

# Decisions without a sitting of their own (the plain forms take them one by one) belong together up to this pause.
PAUSE = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Sitting:
    """What one editor did to an article in one go, told in the order in which it was done."""

    who: str
    since: datetime
    until: datetime
    lines: list[str]


def sittings(article: Article) -> list[Sitting]:
    """The sittings of an article, the newest first; as many queries whatever was done in them."""
    decisions = list(article.decisions.select_related("by").order_by("pk"))
    known = Known(decisions)
    found = [_sitting(group, known) for group in _groups(decisions)]
    return sorted((sitting for sitting in found if sitting.lines), key=lambda row: row.until, reverse=True)


def _sitting(group: Sequence[Decision], known: Known) -> Sitting:
    return Sitting(group[0].by.get_username(), group[0].at, group[-1].at, told(group, known))


def _groups(decisions: Iterable[Decision]) -> list[list[Decision]]:
    """By editor and sitting; what has none, by editor and pause."""
    groups: dict[tuple[int, str, int], list[Decision]] = {}
    loose: dict[int, int] = {}
    for decision in decisions:
        by, part = decision.by_id, 0
        if not decision.sitting:
            last = groups.get((by, "", loose.get(by, 0)))
            if last is not None and decision.at - last[-1].at > PAUSE:
                loose[by] = loose.get(by, 0) + 1
            part = loose.get(by, 0)
        groups.setdefault((by, decision.sitting, part), []).append(decision)
    return list(groups.values())
