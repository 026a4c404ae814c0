"""Where each player is now: what the text says, added up; then what is known of him."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from rumours.choices import GROUP_OF_STAGE, StageGroup
from rumours.tagging.links.background import PAST, factor, negated
from rumours.tagging.links.claims import Partial, partials
from rumours.tagging.links.origins.guessing import Clubs
from rumours.tagging.links.origins.moves import FREE
from rumours.tagging.links.origins.past import is_past
from rumours.tagging.links.origins.told import told
from rumours.tagging.links.scene import Scene
from rumours.tagging.links.votes import Vote
from rumours.tagging.reading import Actor

# What the votes for a club must come to; what they must where the text calls him a free agent, and to pass over a club
# as his home while his buyers are looked for.
ENOUGH, SURE = 0.4, 2.0
# What the reader made out, what the gazetteer says, and a club named as his former one.
READER, SPELL, FORMER = 1.2, 0.9, -0.6
# Who wants him, who has him by a wording of a move done, and who sells or refuses.
BUYER, BUYER_DONE, SELLER = -0.4, -0.8, 1.0


def settle(scene: Scene) -> None:
    """Fill `scene.origins`, `scene.formers`, `scene.loans` and `scene.votes`."""
    ballots: defaultdict[int, list[Vote]] = defaultdict(list)
    for vote in [*told(scene), *_known(scene)]:
        ballots[vote.player].append(vote)
    for player in scene.players():
        scene.formers[player.number] = {vote.club for vote in ballots[player.number] if vote.rule == "former"}
        scene.origins[player.number] = _best(_counted(ballots[player.number]), SURE)
    claimed = list(_claimed(scene))
    for vote in _buying(scene, claimed):
        ballots[vote.player].append(vote)
    _settle_all(scene, ballots, claimed)


def _settle_all(scene: Scene, ballots: Mapping[int, list[Vote]], claimed: list[tuple[Partial, float]]) -> None:
    """The club with most votes for everybody; a guess for those who have none."""
    free = _free(scene)
    wanted, going = _wanted(claimed)
    clubs = Clubs.of(scene)
    clubs.buying = _buying_clubs(ballots)
    for player in scene.players():
        number = player.number
        counted = _counted(ballots.get(number, []))
        scene.votes[number] = dict(counted)
        home = _best(counted, SURE if number in free else ENOUGH)
        if home is None and number not in free:
            home = clubs.guess(number, counted, wanted[number], goes=number in going)
        scene.origins[number] = home


def _free(scene: Scene) -> set[int]:
    """Players without a club: "free agent P"."""
    return {
        scene.actor(line, hit.slots["P"]).number for line in scene.lines for hit in FREE.on(line) if "P" in hit.slots
    }


def _wanted(claimed: list[tuple[Partial, float]]) -> tuple[defaultdict[int, list[int]], set[int]]:
    """Who wants each player, and the players who are said to go: wanted, or leaving."""
    wanted: defaultdict[int, list[int]] = defaultdict(list)
    going = set()
    for partial, left in claimed:
        if left > PAST:
            for player in partial.players:
                wanted[player].extend(partial.buyers)
                if partial.cue.leaving or partial.buyers:
                    going.add(player)
    return wanted, going


def _buying_clubs(ballots: Mapping[int, list[Vote]]) -> set[int]:
    """The clubs that want others' players more than they have players of whom it speaks."""
    balance: Counter[int] = Counter()
    for vote in (vote for found in ballots.values() for vote in found):
        if vote.weight > 0 or vote.rule.startswith("buyer:"):
            balance[vote.club] += vote.weight  # type: ignore[assignment]
    return {club for club, weight in balance.items() if weight <= 0}


def _counted(votes: list[Vote]) -> Counter[int]:
    """The weight of each club; what one sentence says twice counts once."""
    strongest: dict[tuple[int, int, bool, str], float] = {}
    for vote in votes:
        key = (vote.club, vote.line, vote.weight > 0, vote.rule if vote.line < 0 else "")
        strongest[key] = max(strongest.get(key, 0.0), vote.weight, key=abs)
    counted: Counter[int] = Counter()
    for (club, *_), weight in strongest.items():
        counted[club] += weight  # type: ignore[assignment]
    return counted


def _best(counted: Counter[int], enough: float) -> int | None:
    best = max(counted, key=lambda club: counted[club], default=None)
    return best if best is not None and counted[best] >= enough else None


def _known(scene: Scene) -> Iterator[Vote]:
    """What the reader made out, and where the gazetteer has a player on the day, if the text names that club."""
    rows = {
        actor.candidates[0].id: actor.number
        for actor in scene.reading.actors
        if actor.kind == "club" and actor.candidates
    }
    for player in scene.players():
        if player.club is not None:
            yield Vote(player.number, player.club, READER, "reader")
        for former in player.former:
            yield Vote(player.number, former, FORMER, "former")
        home = _home(scene, player)
        if home in rows:
            yield Vote(player.number, rows[home], SPELL, "spell")


def _home(scene: Scene, player: Actor) -> int | None:
    """The row of his club by the gazetteer; a loanee's is his owner."""
    if not player.candidates or scene.reading.published is None:
        return None
    spell = scene.gazetteer.spell_on(player.candidates[0].id, scene.reading.published.date())
    if spell is None:
        return None
    return spell.club if spell.owner is None else spell.owner


def _claimed(scene: Scene) -> Iterator[tuple[Partial, float]]:
    for line in scene.lines:
        for partial in partials(scene, line):
            if not negated(line, partial.first):
                yield partial, factor(line, partial.first, partial.last, scene.reading.published)


def _buying(scene: Scene, claimed: list[tuple[Partial, float]]) -> Iterator[Vote]:
    """Who buys him does not have him."""
    for partial, left in claimed:
        if left <= PAST:
            continue
        then = is_past(partial.line, partial.first, partial.last, scene.reading.published)
        weight = BUYER_DONE if GROUP_OF_STAGE[partial.cue.stage] == StageGroup.DONE else BUYER
        for player in partial.players:
            for buyer in partial.buyers:
                yield Vote(player, buyer, weight * partial.weight, f"buyer:{partial.cue.rule}", partial.line.number)
            for seller in partial.sellers:
                if seller not in partial.buyers and not then:
                    yield Vote(player, seller, SELLER, f"seller:{partial.cue.rule}", partial.line.number)
