"""Mentions without a name: "he", "the 24-year-old", "the former Roma man", "the Serie A side", "the club"."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rumours.choices import PersonRole
from rumours.tagging.gazetteer import Gazetteer
from rumours.tagging.names.antecedents import Antecedents, Place
from rumours.tagging.names.describing import FIRST_WORDS, FORMER, NUMBERS, Describing, Description
from rumours.tagging.names.page import Page
from rumours.tagging.names.words import listed
from rumours.tagging.names.words.cues import BUILDING, COACHES_HAVE, PLAYERS_HAVE
from rumours.tagging.names.words.leagues import COUNTRY_OF_LEAGUE, COUNTRY_OF_REGION, LEAGUES
from rumours.tagging.names.words.roles import DESCRIBING
from rumours.tagging.reading import Actor, Mention

# "he" and whom it most likely means. Known miss: "he" said of the opponent of whom the text is about.
PRONOUN = ("pronoun", 0.5)
# "the centre-back". Known miss: a description of somebody who is only named later.
DESCRIPTION = ("description", 0.6)
# "the club", "the Serie A side".
CLUB_WORD = ("club-description", 0.5)

_PRONOUNS = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
_STARTS = _PRONOUNS | {"the", "this"}
_CLUB_NOUNS = frozenset(
    {"club", "side", "giants", "giant", "outfit", "team", "champions", "leaders", "minnows", "strugglers", "rivals"}
)
# "the striker position" is nobody.
_NO_PERSON_AFTER = frozenset(
    {
        "position", "positions", "role", "market", "department", "area", "line", "berth", "options", "search", "hunt",
        "spot", "slot", "situation", "front", "issue", "conundrum", "target", "targets", "s", "window",
    }
)  # fmt: skip
# "the target" is as often a thing.
_NOT_ALONE = listed("target signing asset prospect fan hero flop gem sub recruit newcomer graduate powerhouse chief")
# What a description says is believed of whom it means when he is so much likelier than the next one: less is asked at
# the start of a sentence, where descriptions stand for whom the text is about.
_CLEAR, _CLEARER = 1.0, 2.5
# "leave the club": the club he plays for.
_HIS_OWN = frozenset({"leave", "leaves", "leaving", "left", "quit", "exit", "at", "joined", "depart", "departing"})


@dataclass(slots=True)
class _Implied:
    """Words `first`..`last` mean `actor`; `how` is the rule and its confidence."""

    first: int
    last: int
    actor: Actor
    how: tuple[str, float]


class Implying:
    """Reads one page for mentions without a name."""

    def __init__(
        self, page: Page, actors: Sequence[Actor], named: Sequence[Place], describing: Describing, gazetteer: Gazetteer
    ) -> None:
        self.page = page
        self.actors = actors
        self.named = sorted(named, key=lambda place: place.first)
        self.describing = describing
        counts = Counter(place.actor for place in named)
        self.antecedents = Antecedents(actors, gazetteer, counts)

    def find(self) -> Iterator[Mention]:
        """Every implied mention, in order; facts that descriptions give are added to the actors on the way."""
        starts = [place for place, word in enumerate(self.page.words) if word in _STARTS]
        free, upcoming = 0, 0
        for place in starts:
            while upcoming < len(self.named) and self.named[upcoming].first <= place:
                free = self._pass(upcoming, free)
                upcoming += 1
            if place < free or self.page.in_title(place):
                continue
            found = self._at(place)
            if found is None:
                continue
            while upcoming < len(self.named) and self.named[upcoming].first < found.first:
                free = self._pass(upcoming, free)
                upcoming += 1
            next_named = self.named[upcoming].first if upcoming < len(self.named) else len(self.page)
            if free <= found.first and found.last < next_named:
                yield self._mention(found)
                free = found.last + 1

    def _pass(self, upcoming: int, free: int) -> int:
        """Note that somebody is named; the first word after him that may be another mention's."""
        place = self.named[upcoming]
        self.antecedents.note(place)
        return max(free, place.last + 1)

    def _mention(self, found: "_Implied") -> Mention:
        sentence = self.page.sentence_of[found.first]
        self.antecedents.note(Place(found.first, found.last, found.actor.number, sentence, implied=True))
        rule, confidence = found.how
        return Mention(self.page.span(found.first, found.last), found.actor.number, confidence, rule, implied=True)

    def _at(self, place: int) -> _Implied | None:
        word = self.page.words[place]
        if word in _PRONOUNS:
            opens = self.page.opening[place] and word in {"he", "she", "his", "her"}
            actor = self.antecedents.person(self.page.sentence_of[place], self._leaning(place), opens=opens)
            return _Implied(place, place, actor, PRONOUN) if actor else None
        if self.page.next_in_sentence(place) and self._may_go_on(place + 1):
            return self._description(place) or self._club(place)
        return None

    def _may_go_on(self, place: int) -> bool:
        """Whether a description may begin here: most of what follows an article is none."""
        word, marks = self.page.words[place], self.describing.marks
        if word in _AFTER_ARTICLE or word.isdigit():
            return True
        return place in marks.club_starts or place in marks.entry_starts

    def _leaning(self, place: int) -> PersonRole | None:
        """What the words after a pronoun make of the one it means: "his side" is a coach's, "his agent" a player's."""
        words = self.page.words
        after = words[place + 1] if self.page.next_in_sentence(place) else ""
        if words[place] in {"his", "her"}:
            if after in COACHES_HAVE:
                return PersonRole.COACH
            return PersonRole.PLAYER if after in PLAYERS_HAVE else None
        if words[place] in {"him", "himself"}:
            return PersonRole.PLAYER
        for at in range(place + 1, min(place + 6, len(words) - 1)):
            if words[at] == "to" and words[at + 1] in BUILDING:
                return PersonRole.COACH
        return None

    def _description(self, place: int) -> _Implied | None:
        found = self.describing.at(place + 1)
        if found is None or not self._stands_alone(found):
            return None
        sentence = self.page.sentence_of[place]
        described = self.antecedents.described(sentence, found)
        if described is None:
            return None
        actor, margin = described
        if margin >= (_CLEAR if self.page.opening[place] else _CLEARER):
            self._learn(actor, found)
        first = place if not self._named_inside(place, found.last) else self._head(found)
        return _Implied(first, found.last, actor, DESCRIPTION) if first <= found.last else None

    def _stands_alone(self, found: Description) -> bool:
        """Whether the description is of one man, and no name or other noun goes on it."""
        page, last = self.page, found.last
        head = page.words[last]
        if not (found.word or found.people or found.age) or found.owner or _is_plural(head, found):
            return False
        if (found.clubs and not found.word) or (found.word in _NOT_ALONE and found.first == last):
            return False
        if not page.next_in_sentence(last) or page.gap(last + 1) != " ":
            return True
        after = page.words[last + 1]
        if after in _NO_PERSON_AFTER or page.capital[last + 1] or (head, after) == ("signing", "of"):
            return False
        return not found.people or head.endswith(("man", "woman")) or _goes_on(after)

    def _named_inside(self, first: int, last: int) -> bool:
        starts = self.describing.marks.club_starts
        return any(place in starts for place in range(first, last + 1))

    def _head(self, found: Description) -> int:
        """The first word after the last club inside a description."""
        starts = self.describing.marks.club_starts
        return max(starts[place][0] for place in range(found.first, found.last + 1) if place in starts) + 1

    def _learn(self, actor: Actor, found: Description) -> None:
        """What the description says is now known of the actor, unless better was."""
        actor.position = actor.position or found.position
        actor.nationality = actor.nationality or found.country
        actor.age = actor.age or found.age
        if found.former:
            actor.former = actor.former | set(found.clubs)
        elif found.clubs and actor.club is None:
            actor.club = found.clubs[0]

    def _club(self, place: int) -> _Implied | None:
        """Read "the club" or "the Italian giants"; what is between are leagues, peoples and plain adjectives."""
        page, at, country, league = self.page, place + 1, "", ""
        while at < len(page) and at - place < 6 and page.sentence_of[at] == page.sentence_of[place]:
            if page.words[at] in _CLUB_NOUNS:
                return self._which_club(place, at, country, league)
            if at in self.describing.marks.entry_starts:
                last, entry = self.describing.marks.entry_starts[at]
                if entry.kind in {"city", "ground"}:
                    return None
                key = " ".join(page.words[at : last + 1])
                league = LEAGUES.get(key, league)
                country = entry.country or COUNTRY_OF_LEAGUE.get(key) or COUNTRY_OF_REGION.get(key, country)
                at = last + 1
            elif page.words[at] in _PLAIN:
                at += 1
            else:
                return None
        return None

    def _which_club(self, place: int, at: int, country: str, league: str) -> _Implied | None:
        page = self.page
        if page.words[at] != "club" and not (country or league):
            return None
        if page.next_in_sentence(at) and page.capital[at + 1] and page.gap(at + 1) == " ":
            return None
        if place and page.words[place - 1] in _HIS_OWN and not (country or league):
            own = self._own_club(page.sentence_of[place])
            if own is not None:
                return _Implied(place, at, own, CLUB_WORD)
        actor = self.antecedents.club(page.sentence_of[place], country, league)
        return _Implied(place, at, actor, CLUB_WORD) if actor else None

    def _own_club(self, sentence: int) -> Actor | None:
        player = self.antecedents.person(sentence, PersonRole.PLAYER)
        return self.actors[player.club] if player and player.club is not None else None


_PLAIN = frozenset({"big", "top", "flight", "current", "same", "english", "promoted", "relegated", "newly", "reigning"})
# After "the Brazilian" these show that it is the whole description; so does a verb in the past.
_AFTER_PEOPLE = listed(
    """
    is was has had will would could may might can should who whose and but to in at from for with on as after before
    if when while that by or himself also still now only never did does been began came went has over since until
    because although though during into being then instead about having became made left spent feels wants seems
    looks hopes believes says scores plays remains
    """
)


_AFTER_ARTICLE = FIRST_WORDS | DESCRIBING | FORMER | NUMBERS.keys() | _CLUB_NOUNS | _PLAIN


def _goes_on(after: str) -> bool:
    return after in _AFTER_PEOPLE or (after.endswith("ed") and after != "united")


def _is_plural(head: str, found: Description) -> bool:
    if found.word:
        return head.endswith("s") and not head.endswith("ss") and head not in {"boss"}
    return head.endswith(("s", "olds")) and not head.endswith("ss")
