"""From claims to links: evidence on one player and one buyer adds up."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import islice

from rumours.choices import GROUP_OF_STAGE, Stage, StageGroup
from rumours.tagging.links.background import factor, negated
from rumours.tagging.links.claims import Claim, Partial
from rumours.tagging.links.cues import Cue
from rumours.tagging.links.cues.cue import LEADS_LIST, Where
from rumours.tagging.links.scene import Scene

CARRIED_PLAYER, CARRIED_BUYER, CARRIED_BOTH = 0.7, 0.55, 0.4
ENOUGH = 0.5
_MOST_ITEMS = 60
_BULLETS = frozenset({"-", "—", "–", "•", "*", "·", "▪"})
_DENIED = {StageGroup.INTEREST, StageGroup.TALKS}


@dataclass(slots=True)
class Pair:
    """Everything said of one player and one buyer (None: leaving, no buyer named), in the order of the text."""

    player: int
    buyer: int | None
    claims: list[Claim] = field(default_factory=list)
    odds: float | None = None

    @property
    def confidence(self) -> float:
        """The odds where they were judged, else the claims added up; what a sentence says twice counts once."""
        if self.odds is not None:
            return self.odds
        best: dict[int, float] = {}
        for claim in self.claims:
            best[claim.line.number] = max(claim.weight, best.get(claim.line.number, 0.0))
        return together(best.values())


def together(weights: Iterable[float]) -> float:
    """The weight of independent pieces of evidence: one minus the chance that all are wrong."""
    against = 1.0
    for weight in weights:
        against *= 1.0 - min(weight, 0.97)
    return 1.0 - against


def gather(scene: Scene, found: Sequence[Partial]) -> list[Pair]:
    """All pairs that the wordings `found` speak of, in the order of the text, weak ones too."""
    pairs: dict[tuple[int, int | None], Pair] = {}
    for claim in _claims(scene, found):
        pairs.setdefault((claim.player, claim.buyer), Pair(claim.player, claim.buyer)).claims.append(claim)
    return list(pairs.values())


def _claims(scene: Scene, found: Sequence[Partial]) -> Iterator[Claim]:
    carrier = _Carrier(scene, found)
    for partial in (*(one for one in found if one.cue.rule != LEADS_LIST), *_over_lists(scene, found)):
        cue = partial.cue
        if negated(partial.line, partial.first):
            if GROUP_OF_STAGE[cue.stage] not in _DENIED or cue.leaving:
                continue
            cue = _denied(cue)
        left = factor(partial.line, partial.first, partial.last, scene.reading.published)
        yield from carrier.complete(partial.told(cue, partial.weight * left))


def _over_lists(scene: Scene, found: Sequence[Partial]) -> Iterator[Partial]:
    """Wordings that lead a list of players, told of each: "Everton are linked with:" and an item for every man.

    Known miss: items without a dash or number.
    """
    for partial in found:
        if partial.cue.rule == LEADS_LIST and partial.line.words[-1:] == [":"]:
            players = tuple(_heads_of_items(scene, partial.line.number + 1))
            if players:
                yield replace(partial, players=players)


def _heads_of_items(scene: Scene, start: int) -> Iterator[int]:
    """The first player of each item of the list that begins at line `start`."""
    for line in islice(scene.lines, start, start + _MOST_ITEMS):
        if not line.words or not (line.words[0] in _BULLETS or line.text[line.span.start] in _BULLETS):
            return
        for place in line.marks("P")[:1]:
            yield scene.actor(line, place).number


@cache
def _denied(cue: Cue) -> Cue:
    """The same said not to be so."""
    return replace(cue, stage=Stage.STAYS, rule="denied-" + cue.rule)


class _Carrier:
    """Fills what a wording's own sentence leaves out from the sentences before it."""

    def __init__(self, scene: Scene, found: Sequence[Partial]) -> None:
        self.scene = scene
        self.main_player = scene.main_player()
        self.main_buyer = _main_buyer(scene, found)
        self.last_players: tuple[int, ...] = ()
        self.last_buyers: dict[int, tuple[int, ...]] = {}
        self.paragraph_buyers: tuple[int, ...] = ()
        self.paragraph = -1

    def complete(self, partial: Partial) -> Iterator[Claim]:
        if partial.line.paragraph != self.paragraph:
            self.paragraph, self.paragraph_buyers = partial.line.paragraph, ()
        players, weight = partial.players, partial.weight
        carried = False
        if not players:
            players, weight, carried = self._players(partial), weight * CARRIED_PLAYER, True
        buyers = partial.buyers
        if partial.cue.leaving:
            missing = "player" if carried else ""
            yield from (Claim(player, None, partial.cue, partial.line, weight, missing) for player in players)
            self.last_players = players or self.last_players
            return
        for player in players:
            own, own_weight = buyers, weight
            if not own:
                if partial.cue.buyer is Where.NONE:
                    continue
                own = self._buyers(player)
                own_weight = weight * (CARRIED_BOTH if carried else CARRIED_BUYER)
            for buyer in own:
                if buyer != self.scene.origins.get(player):
                    missing = "" if buyers and not carried else "player" if buyers else "both" if carried else "buyer"
                    yield Claim(player, buyer, partial.cue, partial.line, own_weight, missing)
            if own:
                self.last_buyers[player] = own
        if buyers:
            self.paragraph_buyers = buyers
        self.last_players = players or self.last_players

    def _players(self, partial: Partial) -> tuple[int, ...]:
        places = partial.line.marks("P")
        if places:
            near = min(places, key=lambda place: abs(place - partial.first))
            return (self.scene.actor(partial.line, near).number,)
        if self.last_players:
            return self.last_players[:1]
        return (self.main_player,) if self.main_player is not None else ()

    def _buyers(self, player: int) -> tuple[int, ...]:
        if player in self.last_buyers:
            return self.last_buyers[player]
        if self.paragraph_buyers:
            return self.paragraph_buyers
        return (self.main_buyer,) if self.main_buyer is not None else ()


def _main_buyer(scene: Scene, found: Sequence[Partial]) -> int | None:
    """The club that the article has buying most."""
    weights: defaultdict[int, float] = defaultdict(float)
    for partial in found:
        for buyer in partial.buyers:
            weights[buyer] += partial.weight * (2 if partial.line.leads or partial.line.number == 0 else 1)
    return max(weights, key=lambda buyer: weights[buyer], default=None)
