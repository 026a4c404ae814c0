"""What tells of a move's stage, kind and doubt, as named signs with a strength from 0 to 1; learned weights judge them.

A sign is the strongest thing of its sort that any sentence says of the pair. `done` is the strength of wordings with
the pair in place, `done?` of those whose pair was carried over, `done^` of the headline's, `done$` of the last sentence
with any; `gone done` that he is said to have gone to another club; `says medical` a family of words in a sentence about
the pair; `sum asking price` a sum, `priced` any for which he may go to anybody; `doubt seller unwilling` a doubt,
`doubted` all doubts together.
"""

from collections import defaultdict
from collections.abc import Sequence

from rumours.choices import GROUP_OF_STAGE, FeeWhat, StageGroup
from rumours.tagging.links.attach import Tie, Topics
from rumours.tagging.links.background import NEGATIONS, PAST, factor, negated
from rumours.tagging.links.claims import partials
from rumours.tagging.links.doubtful_words import DOUBTS
from rumours.tagging.links.families import FAMILIES
from rumours.tagging.links.fees import sums_of
from rumours.tagging.links.lines import Line
from rumours.tagging.links.scene import Scene
from rumours.tagging.links.weighing import Pair, together

Signs = dict[str, float]
_SHARE = {Tie.BOTH: 1.0, Tie.PLAYER: 0.8, Tie.CARRIED: 0.5, Tie.RIVAL: 0.2}
# What is said of a player and another buyer is mostly about the player or his club too.
_DOUBTED = {Tie.BOTH: 1.0, Tie.PLAYER: 0.95, Tie.CARRIED: 0.8, Tie.RIVAL: 0.3}
# A price is the same for everybody.
_PRICED = {Tie.BOTH: 1.0, Tie.PLAYER: 1.0, Tie.CARRIED: 0.7, Tie.RIVAL: 0.7}
_SHARES = {"doubt": _DOUBTED, "priced": _PRICED}
_SETTLED = (StageGroup.DONE, StageGroup.AGREED)
# Sums that tell nothing of how he would go.
_NO_PRICE = frozenset({None, FeeWhat.WAGE, FeeWhat.LOAN_FEE, FeeWhat.OPTION, FeeWhat.OBLIGATION})


def signs_of(scene: Scene, pairs: Sequence[Pair], topics: Topics) -> list[Signs]:
    """The signs of each pair, in the order of `pairs`."""
    found = [_claimed(pair) for pair in pairs]
    places = {id(pair): place for place, pair in enumerate(pairs)}
    doubted: list[dict[int, float]] = [{} for _ in pairs]
    _add_rivals(pairs, found)
    _add_gone(scene, pairs, found)
    for line in scene.lines:
        if not topics.ties(line):
            continue
        for name, strength, at in _said(scene, line):
            for pair, tie in topics.of_word(line, at):
                place = places[id(pair)]
                share = _SHARES.get(name.partition(" ")[0], _SHARE)[tie]
                found[place][name] = max(found[place].get(name, 0.0), strength * share)
                if tie is Tie.BOTH:
                    found[place][f"{name} both"] = 1.0
                if name.startswith("doubt "):
                    weight = strength * _DOUBTED[tie]
                    doubted[place][line.number] = max(doubted[place].get(line.number, 0.0), weight)
    for signs, said in zip(found, doubted, strict=True):
        signs["doubted"] = together(said.values())
    return found


def _claimed(pair: Pair) -> Signs:
    """How strongly the wordings tell of each stage."""
    weights: defaultdict[str, dict[int, float]] = defaultdict(dict)
    for claim in pair.claims:
        group = GROUP_OF_STAGE[claim.cue.stage].value
        for name in (group + "?" if claim.carried else group, group + "^" if claim.line.number == 0 else ""):
            if name:
                weights[name][claim.line.number] = max(claim.weight, weights[name].get(claim.line.number, 0.0))
    signs = {name: together(said.values()) for name, said in weights.items()}
    last = max((claim.line.number for claim in pair.claims), default=-1)
    for claim in pair.claims:
        if claim.line.number == last:
            name = f"{GROUP_OF_STAGE[claim.cue.stage].value}$"
            signs[name] = max(claim.weight, signs.get(name, 0.0))
    signs["always"] = 1.0
    if pair.buyer is None:
        signs["no buyer"] = 1.0
    return signs


def _add_rivals(pairs: Sequence[Pair], found: Sequence[Signs]) -> None:
    """Who has gone to one club has not gone to another; where most moves are done, the rest are likelier to be."""
    of_player: defaultdict[int, list[int]] = defaultdict(list)
    for place, pair in enumerate(pairs):
        of_player[pair.player].append(place)
    for group in _SETTLED:
        strengths = [max(signs.get(group, 0.0), signs.get(group + "?", 0.0)) for signs in found]
        average = sum(strengths) / max(len(strengths), 1)
        for place, pair in enumerate(pairs):
            others = [strengths[other] for other in of_player[pair.player] if other != place]
            found[place][f"rival {group}"] = max(others, default=0.0)
            found[place][f"article {group}"] = average


def _add_gone(scene: Scene, pairs: Sequence[Pair], found: Sequence[Signs]) -> None:
    """Who is said to have gone to one club, or to be about to, wherever in the text, has not gone to another."""
    players = {pair.player for pair in pairs}
    gone: defaultdict[tuple[int, StageGroup], dict[int, float]] = defaultdict(dict)
    for line in scene.lines:
        for partial in partials(scene, line):
            group = GROUP_OF_STAGE[partial.cue.stage]
            if group in _SETTLED and not partial.cue.leaving and not negated(line, partial.first):
                left = factor(line, partial.first, partial.last, scene.reading.published)
                for player in players.intersection(partial.players):
                    clubs = gone[player, group]
                    for club in partial.buyers:
                        clubs[club] = max(partial.weight * left, clubs.get(club, 0.0))
    for place, pair in enumerate(pairs):
        for group in _SETTLED:
            others = [weight for club, weight in gone[pair.player, group].items() if club != pair.buyer]
            found[place][f"gone {group}"] = max(others, default=0.0)


def _said(scene: Scene, line: Line) -> list[tuple[str, float, int]]:
    """The signs in a line's own words, each with its strength and the word it stands at."""
    said = []
    for hit in FAMILIES.on(line):
        strength = 0.3 if factor(line, hit.first, hit.last, scene.reading.published) <= PAST else 1.0
        said.append((f"says {hit.tag}", strength, hit.first))
    for doubtful in DOUBTS.on(line):
        before = line.words[max(doubtful.first - 3, 0) : doubtful.first]
        if line.words[doubtful.first] in NEGATIONS or NEGATIONS.isdisjoint(before):
            said.append((f"doubt {doubtful.tag[0].value}", doubtful.tag[1], doubtful.first))
    for money in sums_of(line):
        what, at = money.what, money.at
        if factor(line, at, at, scene.reading.published) <= PAST:
            said.append(("sum then", 1.0, at))
            continue
        said.append((f"sum {what.value if what else 'unknown'}", 1.0, at))
        if what not in _NO_PRICE:
            said.append(("priced", 1.0, at))
    return said
