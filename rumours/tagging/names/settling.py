"""What an actor is, once all that the text says around his names has been gathered."""

from datetime import date

from rumours.choices import PersonRole, Position
from rumours.tagging.findings import Key
from rumours.tagging.gazetteer import Gazetteer
from rumours.tagging.names.clues import Clues, top
from rumours.tagging.names.words.figures import FAMILIES, FIGURES
from rumours.tagging.reading import Actor

# Whoever has a name and nothing else said of him is a player: most are.
A_PLAYER = 1
# What is known of public figures weighs more than one cue and less than two: "sign Marlow" may be about a coach.
A_FIGURE = 4
# A known player is taken for a namesake's coach or pundit only when the text says so plainly.
A_KNOWN_PLAYER = 3
# Players of a known year of birth have given up by then; before it they are no coaches.
_OLD, _YOUNG = 40, 32


def settle(actor: Actor, words: tuple[str, ...], clues: Clues, gazetteer: Gazetteer, day: date | None) -> None:
    """Fill the kind, role, position, country, age and clubs of `actor`, whose name is `words`."""
    if actor.kind == "source":
        known = gazetteer.person(actor.candidates[0]) if actor.candidates else None
        actor.role = known.role if known else None
        return
    if actor.kind not in {"player", "person", "new"}:
        return
    if actor.kind == "person":
        known = gazetteer.person(actor.candidates[0])
        actor.role = known.role if known else _best(clues, words, 0)
    else:
        _choose(actor, words, clues, gazetteer, day)
    actor.position = top(clues.positions)
    actor.nationality = top(clues.countries) or ""
    actor.age = top(clues.ages)
    actor.club = top(clues.clubs)
    actor.former = frozenset(clues.former) - {actor.club}
    _add_known(actor, gazetteer)


def _add_known(actor: Actor, gazetteer: Gazetteer) -> None:
    """What the row of a known player says, where the text says nothing: it tells whom "the Dutchman" means."""
    if actor.kind != "player" or len(actor.candidates) != 1:
        return
    facts = gazetteer.player(actor.candidates[0].id)
    if facts is not None:
        actor.nationality = actor.nationality or facts.nationality
        if not actor.position and facts.position in set(Position):
            actor.position = Position(facts.position)


def _choose(actor: Actor, words: tuple[str, ...], clues: Clues, gazetteer: Gazetteer, day: date | None) -> None:
    """Player or person. A known player whom the text calls a coach is the man himself if his age allows."""
    ages = [_age(key, gazetteer, day) for key in actor.candidates if key.kind == "player"]
    is_old = bool(ages) and all(age is not None and age >= _OLD for age in ages)
    base = A_PLAYER if not actor.candidates or is_old else A_KNOWN_PLAYER
    role = _best(clues, words, base)
    if role == PersonRole.PLAYER:
        actor.kind = "player"
        return
    actor.kind, actor.role = "person", role
    actor.candidates = tuple(
        key for key, age in zip(actor.candidates, ages, strict=False) if age is None or age >= _YOUNG
    )


def _age(key: Key, gazetteer: Gazetteer, day: date | None) -> int | None:
    facts = gazetteer.player(key.id)
    return day.year - facts.born if facts and facts.born and day else None


def _best(clues: Clues, words: tuple[str, ...], base: int) -> PersonRole:
    """The role with most votes; `base` of them are a player's to begin with."""
    votes = clues.roles.copy()
    votes[PersonRole.PLAYER] += base
    figure = FIGURES.get(words) or (FAMILIES.get(words[-1]) if len(words) == 1 else None)
    if figure is not None:
        votes[figure] += A_FIGURE + max(base - A_PLAYER, 0)
    return top(votes) or PersonRole.OTHER
