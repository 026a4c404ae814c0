"""Whom a pronoun or a description means: of those named shortly before, the one whom most fits."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rumours.choices import GROUP_OF_POSITION, PersonRole
from rumours.tagging.gazetteer import Gazetteer
from rumours.tagging.names.describing import Description
from rumours.tagging.reading import Actor

# How many sentences back, and how many names, an antecedent is looked for.
SENTENCES_BACK = 4
NAMES_BACK = 16
# What speaks for a candidate. A fact that fits weighs more than being named last; one that does not rules out.
_BY_DISTANCE = (3.0, 2.2, 1.2, 0.7, 0.4)
_SUBJECT, _PLAYER, _FITS, _OFTEN, _GOES_ON = 1.0, 0.8, 3.0, 0.15, 1.5
# Descriptions more than pronouns are of him whom the text is about.
_OFTEN_DESCRIBED = 0.2
# "Marlow lost Varga, who left on his own": he of whom the clause goes on, in the rest of the sentence.
_TOLD_OF = 2.5
# Younger men than that are players.
_OLD = 38


@dataclass(frozen=True, slots=True)
class Place:
    """A name (or whatever stood for one) in the text: words `first`..`last` of sentence `sentence`; `told_of` that
    the sentence goes on about its bearer: "Varga, who"."""

    first: int
    last: int
    actor: int
    sentence: int
    implied: bool = False
    told_of: bool = False


class Antecedents:
    """The places so far, the latest last, and the choice among them."""

    def __init__(self, actors: Sequence[Actor], gazetteer: Gazetteer, counts: Counter[int]) -> None:
        self.actors = actors
        self.gazetteer = gazetteer
        self.counts = counts
        self.places: list[Place] = []

    def recent(self, sentence: int, kinds: frozenset[str], back: int = SENTENCES_BACK) -> Iterator[tuple[Actor, float]]:
        """The actors of these kinds named up to `back` sentences before, each once, with a weight for nearness."""
        best: dict[int, float] = {}
        seen = 0
        for position in range(len(self.places) - 1, -1, -1):
            place = self.places[position]
            distance = sentence - place.sentence
            if distance > back or seen > NAMES_BACK:
                break
            seen += 1
            if self.actors[place.actor].kind not in kinds:
                continue
            weight = _BY_DISTANCE[min(distance, len(_BY_DISTANCE) - 1)]
            if place.told_of:
                weight += _TOLD_OF if distance == 0 else 0.0
            elif self._opens(position, kinds):
                weight += _SUBJECT
            best[place.actor] = max(best.get(place.actor, 0.0), weight)
        for number, weight in best.items():
            yield self.actors[number], weight + _OFTEN * min(self.counts[number], 6)

    def _opens(self, position: int, kinds: frozenset[str]) -> bool:
        """Whether nobody of these kinds is named before in the same sentence: he is likely its subject."""
        place = self.places[position]
        for earlier in range(position - 1, max(position - 6, -1), -1):
            other = self.places[earlier]
            if other.sentence != place.sentence:
                return True
            if self.actors[other.actor].kind in kinds and other.actor != place.actor:
                return False
        return True

    def person(self, sentence: int, leaning: PersonRole | None, *, opens: bool = False) -> Actor | None:
        """Whom "he" means; `leaning` is what the words after it make of him. One that `opens` a sentence goes on
        with whom the sentence before was about."""
        scored = []
        going_on = self._subject_of(sentence - 1) if opens else None
        for actor, weight in self.recent(sentence, _PEOPLE):
            if actor.kind == "player":
                weight += _PLAYER
            if actor.number == going_on:
                weight += _GOES_ON
            if leaning is not None:
                weight += _FITS if _is(actor, leaning) else -1.0
            scored.append((weight, actor.number))
        return self._best(scored)

    def _subject_of(self, sentence: int) -> int | None:
        """The first person named in a sentence that has just ended."""
        subject = None
        for place in reversed(self.places[-NAMES_BACK:]):
            if place.sentence == sentence and self.actors[place.actor].kind in _PEOPLE:
                subject = place.actor
            elif place.sentence < sentence:
                break
        return subject

    def described(self, sentence: int, found: Description) -> tuple[Actor, float] | None:
        """Whom a description means, if anybody it fits was named, and how much likelier he is than the next one."""
        scored = []
        for actor, weight in self.recent(sentence, _PEOPLE, back=8):
            fits = self._fit(actor, found)
            if fits is not None:
                player = _PLAYER if actor.kind == "player" else 0.0
                often = _OFTEN_DESCRIBED * min(self.counts[actor.number], 8)
                scored.append((weight + fits + player + often, actor.number))
        best = self._best(scored)
        if best is None:
            return None
        first, second = ([*sorted((weight for weight, _ in scored), reverse=True), 0.0])[:2]
        return best, first - second

    def _fit(self, actor: Actor, found: Description) -> float | None:
        """How well a description fits an actor; None where it cannot be he."""
        role = found.role or PersonRole.PLAYER
        if found.role is None and actor.kind == "person" and (found.age or _OLD) >= _OLD:
            role = actor.role or PersonRole.OTHER
        if not _is(actor, role):
            return None
        score = 0.0
        for said, known in ((found.country, actor.nationality), (found.age, actor.age)):
            if said and known and said != known:
                return None
            score += _FITS if said and known else 0.0
        if found.position and actor.position:
            if GROUP_OF_POSITION[found.position] != GROUP_OF_POSITION[actor.position]:
                return None
            score += _FITS
        return score + self._fit_of_clubs(actor, found)

    def _fit_of_clubs(self, actor: Actor, found: Description) -> float:
        if not found.clubs:
            return 0.0
        if found.former:
            return _FITS if actor.former & set(found.clubs) else 0.0
        if actor.club is None:
            return 0.0
        return _FITS if actor.club in found.clubs else -_FITS

    def club(self, sentence: int, country: str, league: str) -> Actor | None:
        """Which club "the club" or "the Serie A side" means."""
        scored = []
        for actor, weight in self.recent(sentence, _CLUBS, back=8 if country or league else SENTENCES_BACK):
            if self._club_fits(actor, country, league):
                scored.append((weight, actor.number))
        return self._best(scored)

    def _club_fits(self, actor: Actor, country: str, league: str) -> bool:
        if not actor.candidates or not (country or league):
            return True
        row = actor.candidates[0].id
        known_country, known_league = self.gazetteer.association_of(row), self.gazetteer.league_of(row)
        if league and known_league:
            return known_league == league
        return not country or not known_country or known_country == country

    def _best(self, scored: list[tuple[float, int]]) -> Actor | None:
        if not scored:
            return None
        weight, number = max(scored, key=lambda one: (one[0], one[1]))
        return self.actors[number] if weight > 0 else None


_PEOPLE = frozenset({"player", "person"})
_CLUBS = frozenset({"club"})


def _is(actor: Actor, role: PersonRole) -> bool:
    if role == PersonRole.PLAYER:
        return actor.kind == "player"
    return actor.kind == "person" and actor.role == role
