"""What is seen of a player and a club together, as named signs that the weights are for.

A sign is a short string: `PC#:LINK.WITH` says that nothing but "linked with" (in words of those classes) stands between
the player and the club named after him, `own:interest` that a wording of interest names both. Each sign counts once for
a pair, however often it is seen.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from rumours.choices import GROUP_OF_STAGE
from rumours.tagging.links.background import LOOKED_BACK, PAST, STAYING, SUPPOSED, factor, negated
from rumours.tagging.links.claims import Partial
from rumours.tagging.links.classes import class_of
from rumours.tagging.links.cues import Cue
from rumours.tagging.links.occurrences import Occurrence, occurrences
from rumours.tagging.links.scene import Scene
from rumours.tagging.links.weighing import Pair

MOST_BETWEEN, BEFORE, AFTER, FAINT = 10, 6, 8, 0.2
# Orders of classes whose signs are remembered; the same few thousand come again and again.
_REMEMBERED = 4_096


@dataclass(slots=True)
class Seen:
    """The signs of a player and a club (None: that he goes), and the numbers of the lines they were seen in, each with
    how much it tells."""

    player: int
    club: int | None
    signs: set[str] = field(default_factory=set)
    lines: Counter[int] = field(default_factory=Counter)


Board = dict[tuple[int, int | None], Seen]


def observe(scene: Scene, found: Sequence[Partial], claimed: Iterable[Pair]) -> Board:
    """Every player and club that a sentence or a wording brings together, with all their signs.

    `found` are the wordings of the whole text, `claimed` what they claim, carried over from sentence to sentence.
    """
    board: Board = {}
    wordings: dict[int, list[Partial]] = {}
    for partial in found:
        wordings.setdefault(partial.line.number, []).append(partial)
    for line in scene.lines:
        found_here = list(occurrences(scene, line))
        if not found_here:
            continue
        told = [(partial, _tense(scene, partial)) for partial in wordings.get(line.number, ())]
        classes = [class_of(word) for word in line.words]
        for occurrence in found_here:
            seen = _seen(board, occurrence.player, occurrence.club)
            own = _told(occurrence, told)
            seen.signs.update(_between(occurrence, classes), _beside(occurrence, classes), own)
            seen.lines[line.number] += 1 + sum([sign.startswith("own:") for sign in own])
    for pair in claimed:
        _add_claims(_seen(board, pair.player, pair.buyer), pair)
    for seen in board.values():
        seen.signs.update(_standing(scene, seen))
    return board


def _seen(board: Board, player: int, club: int | None) -> Seen:
    return board.setdefault((player, club), Seen(player, club))


def group_of(cue: Cue) -> str:
    return "leaves" if cue.leaving else GROUP_OF_STAGE[cue.stage].value


def _tense(scene: Scene, partial: Partial) -> str:
    left = factor(partial.line, partial.first, partial.last, scene.reading.published)
    if left <= PAST:
        return "past"
    if negated(partial.line, partial.first):
        return "not"
    if left <= LOOKED_BACK:
        return "stays" if left <= STAYING else "supposed" if left <= SUPPOSED else "looked-back"
    return "own"


def _between(occurrence: Occurrence, classes: Sequence[str]) -> tuple[str, ...]:
    """The classes of the words between the two, in order, those of none left out."""
    order = "CP" if occurrence.club_first else "PC"
    names = _names(classes[occurrence.left + 1 : occurrence.right])
    return (f"{order}#far",) if len(names) > MOST_BETWEEN else _chain(order, names)


@lru_cache(maxsize=_REMEMBERED)
def _chain(order: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """The signs of classes that follow on each other between two names."""
    signs = [f"{order}#={name}" for name in names]
    edged = ["^", *names, "$"]
    signs += [f"{order}#{one}.{two}" for one, two in pairwise(edged)]
    signs += [f"{order}#{one}.{two}.{three}" for one, two, three in zip(edged, edged[1:], edged[2:], strict=False)]
    if len(names) <= 4:
        signs.append(f"{order}#:{'.'.join(names)}")
    return tuple(signs)


def _names(classes: Sequence[str]) -> tuple[str, ...]:
    """Those classes that are any, each once where it is repeated."""
    names: list[str] = []
    for name in classes:
        if name and (not names or name != names[-1]):
            names.append(name)
    return tuple(names)


def _beside(occurrence: Occurrence, classes: Sequence[str]) -> tuple[str, ...]:
    """The classes before the first and after the second of the two."""
    order = "CP" if occurrence.club_first else "PC"
    ahead = _names(classes[max(occurrence.start - BEFORE, 0) : occurrence.start])
    behind = _names(classes[occurrence.end + 1 : occurrence.end + 1 + AFTER])
    return _around(order, ahead, behind, occurrence.acting)


@lru_cache(maxsize=_REMEMBERED)
def _around(order: str, ahead: tuple[str, ...], behind: tuple[str, ...], acting: bool) -> tuple[str, ...]:
    """The signs of what stands on both sides; `acting`: a person stands for the club."""
    signs = [f"{order}#-{name}" for name in ahead] + [f"{order}#+{name}" for name in behind]
    signs += [f"{order}#+:{'.'.join(behind[:2])}", f"{order}#-:{'.'.join(ahead[-2:])}"]
    if acting:
        signs.append("acting")
    return tuple(signs)


def _told(occurrence: Occurrence, told: Sequence[tuple[Partial, str]]) -> list[str]:
    """What the wordings of the line say of the two."""
    signs = []
    for partial, tense in told:
        if occurrence.player not in partial.players:
            continue
        group = group_of(partial.cue)
        if occurrence.club in partial.buyers:
            signs += [f"{tense}:{group}", f"{tense}:{partial.cue.rule}"]
        elif occurrence.club in partial.sellers:
            signs.append(f"{tense}-seller:{group}")
        else:
            signs.append(f"{tense}-{'other' if partial.buyers else 'open'}:{group}")
    return signs


def _add_claims(seen: Seen, pair: Pair) -> None:
    """What is claimed of a pair over the borders of sentences; and everything where no club is named."""
    for claim in pair.claims:
        how = "leaves" if pair.buyer is None else f"no-{claim.missing}" if claim.carried else "claimed"
        how += "-carried" if pair.buyer is None and claim.carried else ""
        how += "-faint" if claim.weight < FAINT else ""
        seen.signs.update((f"{how}:{group_of(claim.cue)}", f"{how}:{claim.cue.rule}"))
        if claim.line.leads or not claim.line.number:
            seen.signs.add(f"headline:{how}")
        seen.lines[claim.line.number] += 1


def _standing(scene: Scene, seen: Seen) -> list[str]:
    """What the whole text says of where the player is."""
    player = scene.reading.actors[seen.player]
    home = scene.origins.get(seen.player)
    signs = ["home:" + ("this" if home is not None and home == seen.club else "other" if home is not None else "none")]
    if player.club is not None:
        signs.append("reader-home:" + ("this" if player.club == seen.club else "other"))
    if seen.club is None:
        return [f"null-{sign}" for sign in signs]
    if seen.club in player.former or seen.club in scene.formers.get(seen.player, ()):
        signs.append("former")
    votes = scene.votes.get(seen.player)
    if votes:
        signs.append(f"vote:{min(max(round(votes.get(seen.club, 0.0)), -2), 5)}")
    return signs
