"""Who is credited along with another: the rest of a list, a reporter's outlet, an outlet's reporter."""

import re
from itertools import chain

from rumours.tagging.credits.candidates import Candidates
from rumours.tagging.credits.judging import Credited
from rumours.tagging.credits.kinds import Candidate
from rumours.tagging.credits.words import REPORTER_NOUN

# "Sol, Luna and Marte all reported", "the Sol/Luna".
_LISTED = re.compile(r"(?:,| and| &|, and| plus| as well as|/| or| both)\s{0,3}(?:the |The |by )?")
# "Ana Bini of Sol", "Ana Bini, writing for Sol", "Ana Bini (Sol)".
_WORKS_FOR = re.compile(
    r"(?:,? (?:of|from|for|at|with|in|on)|,? (?:writing|reporting|speaking|working|who \w+) (?:\w+ )?(?:for|in|on|to)"
    r"| \(|,? [\w ]{2,30}(?:for|of|at))(?: [Tt]he| Italian outlet| German outlet)?\s?"
)
_OF = re.compile(r",? (?:of|from|writing for|\()\s?(?:[Tt]he )?")
# "Sol’s Ana Bini", "Sol journalist Ana Bini", "Sol’s transfer insider, Ana Bini".
_ROLE = rf"(?:[\w-]{{2,15}} ){{0,4}}?{REPORTER_NOUN},? "
_HAS = re.compile(rf"[’'‘]s? (?:{_ROLE})?|,? {_ROLE}")
_FARTHEST = 60  # characters
_LIST_LOSES, _SURE = 0.9, 0.85


def with_partners(text: str, found: Candidates, marks: dict[int, Credited], weak: list[int]) -> dict[int, Credited]:
    """`marks` and those who are credited along with them: of `weak`, the reporters beside their outlets."""
    grown = dict(marks)
    _add_listed(text, found, grown)
    men = [place for place in weak if found[place].kind == "person"]
    _add_outlets(text, found, grown, [*grown, *men])
    return grown


def _add_listed(text: str, found: Candidates, marks: dict[int, Credited]) -> None:
    """The neighbours of the credited in a list, first those before, then those after; each may have its own."""
    for step in (-1, 1):
        waiting = sorted(marks, reverse=step > 0)
        while waiting:
            place = waiting.pop()
            other = place + step
            if 0 <= other < len(found) and other not in marks and _in_one_list(text, found, place, other):
                marks[other] = Credited(found[other], marks[place].confidence * _LIST_LOSES, "in-a-list")
                waiting.append(other)


def _in_one_list(text: str, found: Candidates, place: int, other: int) -> bool:
    """Whether only a comma or "and" parts two names that may both be outlets."""
    first, second = sorted((found.spans[place], found.spans[other]))
    gap = _LISTED.fullmatch(text, first.end, second.start)
    if gap is None:
        return False
    one, kind = found[place].kind, found[other].kind
    return kind in {"known", "outlet"} or (kind == "word" and one != "person" and gap[0][0] != ",")


def _add_outlets(text: str, found: Candidates, marks: dict[int, Credited], places: list[int]) -> None:
    for place in sorted(set(chain.from_iterable((place - 1, place) for place in places))):
        if 0 <= place < len(found) - 1:
            pair = _pair(text, found, place)
            if pair:
                _credit_pair(found, marks, *pair)


def _credit_pair(found: Candidates, marks: dict[int, Credited], man: int, outlet: int) -> None:
    mark = marks.get(man, Credited(found[man], _SURE, "with-his-outlet"))
    marks[man] = Credited(mark.candidate, mark.confidence, mark.rule, found[outlet])
    marks.setdefault(outlet, Credited(found[outlet], _SURE, "with-his-outlet"))


def _pair(text: str, found: Candidates, place: int) -> tuple[int, int] | None:
    """Which of two neighbours is the reporter and which his outlet; None when they are not such a pair."""
    start, end = found.spans[place].end, found.spans[place + 1].start
    if end - start > _FARTHEST:
        return None
    one, other = found[place], found[place + 1]
    if (
        _may_report(one)
        and (_may_employ(other) or (other.is_lone and _OF.fullmatch(text, start, end)))
        and _WORKS_FOR.fullmatch(text, start, end)
    ):
        return place, place + 1
    if _may_employ(one) and _may_report(other) and end - start > 1 and _HAS.fullmatch(text, start, end):
        return place + 1, place
    return None


def _may_report(candidate: Candidate) -> bool:
    return candidate.kind in {"person", "known"}


def _may_employ(candidate: Candidate) -> bool:
    return candidate.kind in {"known", "outlet"}
