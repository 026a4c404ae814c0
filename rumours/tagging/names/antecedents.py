"""Whom a pronoun or a description means: of those named shortly before, the one whom most fits."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rumours.choices import GROUP_OF_POSITION, PersonRole
from rumours.tagging.gazetteer import Gazetteer
from rumours.tagging.names.describing import Description
from rumours.tagging.reading import Actor

# How many sentences back, and how many names, an antecedent is looked for.
SENTENCES_BACK, FAR_BACK = 4, 8
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


@dataclass(slots=True)
class Place:
    """A name (or whatever stood for one) in the text: words `first`..`last` of sentence `sentence`; `told_of` that
    the sentence goes on about its bearer: "Varga, who"."""

    first: int
    last: int
    actor: int
    sentence: int
    implied: bool = False
    told_of: bool = False


@dataclass(slots=True)
class _Noted:
    """A place as the choice needs it; `subject`: nobody else of the sort is named before him in the sentence."""

    actor: int
    sentence: int
    subject: bool
    told_of: bool


class Antecedents:
    """Who was named so far, people and clubs apart, the latest last; and the choice among them."""

    def __init__(self, actors: Sequence[Actor], gazetteer: Gazetteer, counts: Counter[int]) -> None:
        self.actors = actors
        self.gazetteer = gazetteer
        self.counts = counts
        self._people: list[_Noted] = []
        self._clubs: list[_Noted] = []

    def note(self, place: Place) -> None:
        """Remember that somebody is named, or meant, at a place behind all others."""
        kind = self.actors[place.actor].kind
        if kind == "source":
            return
        group = self._clubs if kind == "club" else self._people
        last = group[-1] if group and group[-1].sentence == place.sentence else None
        subject = last is None or (last.subject and last.actor == place.actor)
        group.append(_Noted(place.actor, place.sentence, subject, place.told_of))

    def _recent(self, group: list[_Noted], sentence: int, back: int) -> Iterator[tuple[Actor, float]]:
        """Those of a group named up to `back` sentences before, each once, with a weight for nearness."""
        best: dict[int, float] = {}
        for position in range(len(group) - 1, max(len(group) - NAMES_BACK, 0) - 1, -1):
            noted = group[position]
            distance = sentence - noted.sentence
            if distance > back:
                break
            weight = _BY_DISTANCE[distance] if distance < len(_BY_DISTANCE) else _BY_DISTANCE[-1]
            if noted.told_of:
                weight += 0.0 if distance else _TOLD_OF
            elif noted.subject:
                weight += _SUBJECT
            if weight > best.get(noted.actor, 0.0):
                best[noted.actor] = weight
        for number, weight in best.items():
            yield self.actors[number], weight + _OFTEN * min(self.counts[number], 6)

    def person(self, sentence: int, leaning: PersonRole | None, *, opens: bool = False) -> Actor | None:
        """Whom "he" means; `leaning` is what the words after it make of him. One that `opens` a sentence goes on
        with whom the sentence before was about."""
        scored = []
        going_on = self._subject_of(sentence - 1) if opens else None
        for actor, weight in self._recent(self._people, sentence, SENTENCES_BACK):
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
        for noted in reversed(self._people[-NAMES_BACK:]):
            if noted.sentence < sentence:
                return None
            if noted.sentence == sentence and noted.subject:
                return noted.actor
        return None

    def described(self, sentence: int, found: Description) -> tuple[Actor, float] | None:
        """Whom a description means, if anybody it fits was named, and how much likelier he is than the next one."""
        scored = []
        for actor, weight in self._recent(self._people, sentence, FAR_BACK):
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
        back = FAR_BACK if country or league else SENTENCES_BACK
        for actor, weight in self._recent(self._clubs, sentence, back):
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


def _is(actor: Actor, role: PersonRole) -> bool:
    if role == PersonRole.PLAYER:
        return actor.kind == "player"
    return actor.kind == "person" and actor.role == role
