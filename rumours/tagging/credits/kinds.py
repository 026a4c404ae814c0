"""What a run of capitalised words is: an outlet, perhaps a man, a club, or nothing that is known."""

import re
from dataclasses import dataclass

from rumours.choices import PersonRole
from rumours.tagging.credits.tokens import DOMAIN
from rumours.tagging.credits.words import NO_OUTLET_WORDS, NO_OUTLETS, PLACES, is_outlet_word, sounds_like_outlet
from rumours.tagging.findings import Named
from rumours.tagging.folding import fold
from rumours.tagging.reading import Actor, Mention, Reading
from rumours.text import Span

# "London-based", "Reds-focused": what describes somebody.
_HYPHENED = re.compile(r"-[a-z]{4,}\Z")
# "according to Ana Bini, the father of": no reporter.
_KIN = re.compile(
    r", (?:(?:the|a|an|his|her|whose|who is|who was) ){0,2}(?:player[’']s )?(?:father|mother|brother|agent|former|ex-"
    r"|manager|head coach|coach|boss|captain|chairman|president|director|owner|representative|midfielder|striker"
    r"|defender|goalkeeper|winger|forward|legend)"
)
_OTHER_ROLES = frozenset(PersonRole) - {PersonRole.JOURNALIST, PersonRole.OTHER}
SURE = 0.75


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name that a cue may credit.

    `kind` is known (a source's row), outlet (sounds like one), person (two to four words that could be a man's name),
    word (neither), man (known, or with another part in the story) or taken (a club, a place, a body).
    `is_lone` when the text names nobody by these words.
    """

    span: Span
    name: Named
    kind: str
    is_reporter: bool = False
    is_lone: bool = False


def unknown_candidate(reading: Reading, run: Span) -> Candidate:
    """The run as a candidate, by its words and by whom the reading names in it."""
    words = run.of(reading.text)
    name, folded = Named(words), fold(words)
    actors = [(reading.actor_of(mention), mention) for mention in _mentions_over(reading, run)]
    if is_outlet_word(words) or (
        sounds_like_outlet(words) and not any(_is_sure(actor, mention, run) for actor, mention in actors)
    ):
        return Candidate(run, name, "outlet")
    for actor, _ in actors:
        if actor.role == PersonRole.JOURNALIST:
            return Candidate(run, actor.named if actor.kind == "person" else name, "person", True)
    is_club = any(_is_club(actor, mention, run) for actor, mention in actors)
    if not folded or is_club or _HYPHENED.search(words) or folded in NO_OUTLETS | PLACES or folded.isdigit():
        return Candidate(run, name, "taken")
    if folded.split()[-1] in NO_OUTLET_WORDS:
        return Candidate(run, name, "taken")
    if any(is_somebody(actor, mention) for actor, mention in actors) or _KIN.match(reading.text, run.end):
        return Candidate(run, name, "man")
    parts = words.split()
    odd = any(part.isupper() or part[0].isdigit() for part in parts) or ("." in words and DOMAIN.search(words))
    is_person = 2 <= len(parts) <= 4 and not odd
    is_lone = not actors and not (len(parts) == 1 and words[1:].islower() and words.endswith("s"))
    return Candidate(run, name, "person" if is_person else "word", is_lone=is_lone)


def _mentions_over(reading: Reading, run: Span) -> list[Mention]:
    """The mentions that begin in `run`, and the one before if it reaches into it; none that is only implied."""
    before = next(iter(reading.mentions_before(run.start)), None)
    over = [before] if before and before.span.overlaps(run) else []
    return [mention for mention in (*over, *reading.mentions_in(run)) if not mention.implied]


def _is_sure(actor: Actor, mention: Mention, run: Span) -> bool:
    """Whether a row other than a source's is meant by the whole run."""
    return bool(actor.candidates) and mention.span.contains(run) and mention.confidence >= SURE


def _is_club(actor: Actor, mention: Mention, run: Span) -> bool:
    return actor.kind == "club" and (mention.span.contains(run) or run.end == mention.span.end)


def is_somebody(actor: Actor, mention: Mention) -> bool:
    """Whether a known man is named, or one with another part in the story."""
    if actor.kind in {"club", "source"} or actor.role == PersonRole.JOURNALIST:
        return False
    if actor.role in _OTHER_ROLES or actor.position or actor.age:
        return True
    return bool(actor.candidates) and mention.confidence >= SURE
