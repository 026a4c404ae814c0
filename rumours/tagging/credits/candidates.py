"""The names that could be credited: known outlets and reporters, and every other run of capitalised words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rumours.choices import PersonRole
from rumours.tagging.credits.words import DOMAIN, NO_OUTLET_WORDS, NO_OUTLETS, NOT_NAMES, PLACES, sounds_like_outlet
from rumours.tagging.findings import Named
from rumours.tagging.reading import Actor, Mention, Reading
from rumours.text import Span, fold

# "tuttomercato.example.it", "talkFUTBOL", "90min", "L’Echo", "Foot-Mercato", "TNT". Known miss: a name in small letters.
WORD = (
    r"(?:(?:[\w-]{1,40}\.){1,3}(?:com|it|net|org|co\.uk|fr|de|es|tv|pt|nl|be|info|cat|[Ll]ondon)\b"
    r"|\d{1,4}(?:min|sport|football)\b|\d{2,4}\b"
    r"|[A-ZÀ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶŁŃŇŌŐŒŘŚŞŠŤŪŮŰŹŻŽȘȚ][\w-]*(?:['’](?!s\b)[\w-]+)*(?<![-'’])|[a-z]{1,6}[A-Z]\w+)"
)
_JOINT = r"(?:dell[oa]|del|de|di|da|do|dos|du|des|la|le|los|el|al|van|von|der|den|ter)"
RUN = re.compile(
    rf"(?<![\w@/#.])(?!\d{{2,4}}\b){WORD}(?:[ \xa0](?:{_JOINT}[ \xa0]){{0,2}}{WORD}){{0,6}}(?: news agency)?"
)
# What a known outlet's name may go on with: "Sky Sports" + "News", "Sky" + "Germany".
_SAME_HOUSE = frozenset(("sport", "sports", "football", "news", "online", "live", "uk"))
_GOES_ON = frozenset(
    "news sport sports football tv radio online live deutschland italia espana nl uk fc daily show portugal espanol"
    " argentina mexico brasil latino africa deportes arabia".split()
)
# "Sky in Germany" is an outlet of its own.
_ABROAD = re.compile(r"(?<=Sky) in (\w+)")
# "London-based", "Reds-focused": what describes somebody.
_HYPHENED = re.compile(r"-[a-z]{4,}\Z")
_OTHER_ROLES = frozenset(PersonRole) - {PersonRole.JOURNALIST, PersonRole.PUNDIT, PersonRole.OTHER}
_SURE = 0.75


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name that a cue may credit.

    `kind` is known (a source's row), outlet (sounds like one), person (two to four words that could be a man's name),
    word (neither), man (known, or with another part in the story) or taken (a club, a place, a body).
    """

    span: Span
    name: Named
    kind: str
    is_reporter: bool = False


def candidates(reading: Reading) -> tuple[Candidate, ...]:
    """Every candidate, in order, apart from each other."""
    return tuple(found for match in RUN.finditer(reading.text) for found in _in_run(reading, Span(*match.span())))


def _in_run(reading: Reading, run: Span) -> Iterator[Candidate]:
    run = _without_opening(reading.text, run)
    if not len(run):
        return
    mentions = [mention for mention in _mentions_over(reading, run) if not mention.implied]
    known = [mention for mention in mentions if _is_whole_source(reading, run, mention)]
    if known:
        yield from (_known(reading, run, mention) for mention in known)
    else:
        yield _unknown(reading, run, mentions)


def _is_whole_source(reading: Reading, run: Span, mention: Mention) -> bool:
    """A source's name, unless it is an ambiguous one that only ends a longer name: "Sport" in "Redville Sport"."""
    begins = mention.span.start <= run.start or mention.confidence >= _SURE
    return reading.actor_of(mention).kind == "source" and begins


def _mentions_over(reading: Reading, run: Span) -> list[Mention]:
    """The mentions that begin in `run`, and the one before if it reaches into it."""
    before = next(iter(reading.mentions_before(run.start)), None)
    return [
        *([before] if before and before.span.overlaps(run) else []),
        *reading.mentions_in(run),
    ]


def _without_opening(text: str, run: Span) -> Span:
    """`run` without the sentence's first words that are no name ("But", "According", "German")."""
    start = run.start
    for word in re.finditer(r"\S+", run.of(text)):
        start = run.start + word.start()
        if fold(word[0]) not in NOT_NAMES or (word[0].isupper() and len(word[0]) > 1):
            return Span(start, run.end)
    return Span(run.end, run.end)


def _known(reading: Reading, run: Span, mention: Mention) -> Candidate:
    """A known source; with the words that make it another's edition ("Sky Germany") it is a name of its own."""
    end = mention.span.end
    abroad = _ABROAD.match(reading.text, end)
    if abroad and fold(abroad[1]) in PLACES:
        end = abroad.end()
    for word in re.finditer(r"[ \xa0](\S+)", reading.text[end : max(run.end, end)]):
        folded = fold(word[1])
        if folded not in _GOES_ON and folded not in PLACES:
            break
        end += len(word[0])
    actor = reading.actor_of(mention)
    if fold(mention.span.of(reading.text)) in NO_OUTLETS:
        return Candidate(mention.span, actor.named, "taken")
    more = reading.text[mention.span.end : end].split()
    if all(fold(word) in _SAME_HOUSE for word in more):
        return Candidate(Span(mention.span.start, end), actor.named, "known", actor.role == PersonRole.JOURNALIST)
    span = Span(mention.span.start, end)
    return Candidate(span, Named(span.of(reading.text)), "known")


def _unknown(reading: Reading, run: Span, mentions: list[Mention]) -> Candidate:
    words = run.of(reading.text)
    name = Named(words)
    actors = [(reading.actor_of(mention), mention) for mention in mentions]
    if sounds_like_outlet(words) and not any(_is_sure(actor, mention, run) for actor, mention in actors):
        return Candidate(run, name, "outlet")
    for actor, _ in actors:
        if actor.role == PersonRole.JOURNALIST:
            return Candidate(run, actor.named if actor.kind == "person" else name, "person", True)
    if _HYPHENED.search(words) or fold(words).split()[-1] in NO_OUTLET_WORDS:
        return Candidate(run, name, "taken")
    if fold(words) in NO_OUTLETS or any(_is_club(actor, mention, run) for actor, mention in actors):
        return Candidate(run, name, "taken")
    if any(_is_somebody(actor, mention) for actor, mention in actors):
        return Candidate(run, name, "man")
    if 2 <= len(words.split()) <= 4 and not DOMAIN.search(words) and not any(part.isupper() for part in words.split()):
        return Candidate(run, name, "person")
    return Candidate(run, name, "taken" if fold(words) in PLACES or fold(words).isdigit() else "word")


def _is_sure(actor: Actor, mention: Mention, run: Span) -> bool:
    """Whether a row other than a source's is meant by the whole run."""
    return bool(actor.candidates) and mention.span.contains(run) and mention.confidence >= _SURE


def _is_club(actor: Actor, mention: Mention, run: Span) -> bool:
    return actor.kind == "club" and (mention.span.contains(run) or run.end == mention.span.end)


def _is_somebody(actor: Actor, mention: Mention) -> bool:
    """Whether the run names a known man, or one with another part in the story."""
    if actor.role in _OTHER_ROLES or actor.position or actor.age:
        return True
    return actor.kind != "club" and bool(actor.candidates) and mention.confidence >= _SURE
