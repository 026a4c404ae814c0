"""Which of all pairs are links: those whose signs make a suitor likely; and who goes without one."""

from collections import defaultdict
from collections.abc import Sequence

from rumours.choices import Stage
from rumours.tagging.links.claims import Claim, partials
from rumours.tagging.links.cues.cue import Cue, Where
from rumours.tagging.links.features import Board, Seen, observe
from rumours.tagging.links.judging import Odds, odds
from rumours.tagging.links.scene import Scene
from rumours.tagging.links.weighing import ENOUGH, Pair, gather

# Set where F1 was highest in cross-validation by article.
SUITOR, HOME = 0.32, 0.3
PLAIN, OWN = 0.7, 0.6
# A text without one link plainly told or as likely as this reports none: what is left are chance likenesses.
LEAST = 0.7
# For pairs that no wording names, only the words between and around them.
_READ = Cue("read-together", Stage.LINKED, player=Where.NEAR, buyer=Where.NEAR, weight=0.5, phrases=())


def choose(scene: Scene) -> list[Pair]:
    """The pairs that are links, in the order of the text; sets `scene.origins` to the clubs judged to be home."""
    found = [partial for line in scene.lines for partial in partials(scene, line)]
    claimed = gather(scene, found)
    board = observe(scene, found, claimed)
    claims = {(pair.player, pair.buyer): pair for pair in claimed}
    chosen, sure = [], False
    for player, seen in _by_player(board).items():
        judged = [(one, odds(one.signs)) for one in seen]
        home = _settle_home(scene, player, judged)
        for one, chance in judged:
            pair = claims.get((player, one.club))
            likely = chance.buyer >= SUITOR and (one.club != home or chance.buyer > chance.home)
            plain = pair is not None and one.club != home and _plainly_told(pair)
            if likely or plain:
                chosen.append(_pair(scene, one, pair, chance))
                sure = sure or plain or chance.buyer >= LEAST
    if not sure:
        chosen = []
    suited = {pair.player for pair in chosen}
    going = [pair for pair in claimed if pair.buyer is None and pair.player not in suited and pair.confidence >= ENOUGH]
    return sorted([*chosen, *going], key=lambda pair: pair.claims[0].line.number)


def _plainly_told(pair: Pair) -> bool:
    """Whether a wording names both in its own sentence, and all that is claimed adds up to much."""
    return pair.confidence >= PLAIN and any(claim.weight > OWN and not claim.carried for claim in pair.claims)


def _by_player(board: Board) -> dict[int, list[Seen]]:
    players: defaultdict[int, list[Seen]] = defaultdict(list)
    for seen in board.values():
        if seen.club is not None:
            players[seen.player].append(seen)
    return players


def _settle_home(scene: Scene, player: int, judged: Sequence[tuple[Seen, Odds]]) -> int | None:
    """The club the player is at: the likeliest by the signs, else where the text's own words put him."""
    best, chance = max(judged, key=lambda item: item[1].home)
    if chance.home >= HOME and chance.home > chance.buyer:
        scene.origins[player] = best.club
    return scene.origins.get(player)


def _pair(scene: Scene, seen: Seen, pair: Pair | None, chance: Odds) -> Pair:
    if pair is None:
        number = max(seen.lines, key=lambda line: (seen.lines[line], -line))
        claim = Claim(seen.player, seen.club, _READ, scene.lines[number], chance.buyer)
        pair = Pair(seen.player, seen.club, [claim])
    pair.odds = chance.buyer if chance.buyer >= SUITOR else pair.confidence
    return pair
