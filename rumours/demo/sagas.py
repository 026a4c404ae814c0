"""What happens to whom in the invented leagues: sagas window by window, and the moves that follow from them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from random import Random

from rumours.choices import (
    Doubt,
    Ending,
    FeeCertainty,
    FeeWhat,
    PersonRole,
    ReportRole,
    Section,
    SourceKind,
    Stage,
    StageGroup,
    Tier,
    TransferKind,
)
from rumours.demo import paths
from rumours.demo.rounds import Round
from rumours.demo.world import World
from rumours.editorial.fees import Sum
from rumours.models import Club, Person, Player, PlayerSpell, Report, Source, TransferLink

LINKS_A_ROUND = 430
FURTHEST = {Tier.ONE: 5, Tier.TWO: 5, Tier.THREE: 4, Tier.FOUR: 3, Tier.FIVE: 2, Tier.AGGREGATOR: 1}


@dataclass(eq=False)
class Step:
    """One claim in the making. `day` is a place in the window's days; `report` is set once it is stored."""

    day: int
    group: StageGroup
    stage: Stage | None
    source: Source
    role: ReportRole = ReportRole.ORIGIN
    kind: TransferKind = TransferKind.UNKNOWN
    doubt: Doubt = Doubt.NONE
    fee: Sum | None = None
    claimant: Person | Club | None = None
    follows: "Step | None" = None
    report: Report | None = None


@dataclass(eq=False)
class Saga:
    """One link in the making. `seller` is None for a free agent, `buyer` where no suitor is named."""

    player: Player
    seller: Club | None
    loan_club: Club | None
    buyer: Club | None
    round: Round
    steps: list[Step] = field(default_factory=list)
    set_ending: Ending | None = None
    link: TransferLink | None = None

    @property
    def section(self) -> Section:
        return Section(self.player.section)

    @property
    def done(self) -> Step | None:
        """The step by which he moved, if he did."""
        return next((step for step in self.steps if step.group is StageGroup.DONE), None)


@dataclass
class Season:
    """The world moving on: who is where, and until which window he is lent. The world's players and spells follow."""

    world: World
    rng: Random
    lent: dict[Player, tuple[Club, int]] = field(default_factory=dict)

    def play(self, rounds: Iterable[Round]) -> list[Saga]:
        """All sagas of these windows, oldest first."""
        return [saga for number, round_ in enumerate(rounds) for saga in self._play(number, round_)]

    def _play(self, number: int, round_: Round) -> list[Saga]:
        self._end_loans(number, round_.opens)
        sagas: list[Saga] = []
        players = self.rng.sample(self.world.players, k=len(self.world.players))
        for player in players:
            if len(sagas) >= LINKS_A_ROUND:
                break
            sagas.extend(self._sagas_of(player, round_))
        for saga in sagas:
            if saga.done is not None and saga.buyer is not None:
                self._move(saga, saga.buyer, round_.days[saga.done.day], saga.done.kind, number)
        return sagas

    def _sagas_of(self, player: Player, round_: Round) -> list[Saga]:
        """One to three suitors of a player; at most one of them gets him."""
        owner = player.owner or player.club
        loan_club = player.club if player.owner else None
        here = {player.club, player.owner}
        suitors = [
            club for club in self.world.clubs.values()
            if club.section == player.section and club not in here and _near(club, owner, self.rng)
        ]  # fmt: skip
        chosen: list[Club | None] = [*self.rng.sample(suitors, k=self.rng.choices((1, 2, 3), (5, 4, 2))[0])]
        if owner is not None and self.rng.random() < 0.05:
            chosen[-1] = None
        wins = self.rng.random() < (0.16 if round_.is_current else 0.3) and chosen[0] is not None
        return [
            self._saga(Saga(player, owner, loan_club, club, round_), wins=wins and place == 0)
            for place, club in enumerate(chosen)
        ]

    def _saga(self, saga: Saga, *, wins: bool) -> Saga:
        rng, every = self.rng, 3 if saga.section is Section.WOMEN else 1  # fewer, fuller pages
        path = paths.choose(rng, wins=wins, free=saga.seller is None, unnamed=saga.buyer is None)
        kind = paths.kind(rng, free=saga.seller is None)
        extra = rng.choices((0, 1, 2), (6, 3, 2))[0] if saga.buyer is not None else 0
        days = sorted(rng.sample(range(0, len(saga.round.days), every), k=len(path) + extra))
        for day, (group, stage) in zip(days, path, strict=False):
            saga.steps.append(self._origin(saga, day, group, stage, kind))
        for day in days[len(path) :]:
            saga.steps.append(self._echo(saga, day, saga.steps[-1]))
        over = saga.steps[-1].group is not StageGroup.OFF and not wins
        if over and not saga.round.is_current and rng.random() < 0.12:
            saga.set_ending = Ending.WENT_QUIET
        return saga

    def _origin(self, saga: Saga, day: int, group: StageGroup, stage: Stage | None, kind: TransferKind) -> Step:
        step = Step(day, group, stage, self._source(saga, group))
        if group in (StageGroup.DONE, StageGroup.AGREED, StageGroup.BID) or self.rng.random() < 0.3:
            step.kind = kind
        if stage in (Stage.OFFICIAL, Stage.REGISTERED) and saga.buyer is not None:
            step.source, step.claimant = self.world.official[saga.buyer], saga.buyer
        if group in (StageGroup.INTEREST, StageGroup.TALKS, StageGroup.BID) and self.rng.random() < 0.4:
            step.doubt = paths.doubt(self.rng, free=saga.seller is None)
        if saga.seller is not None and stage in paths.WITH_FEE:
            step.fee = self._sum(saga, stage, kind)
        return step

    def _echo(self, saga: Saga, day: int, last: Step) -> Step:
        """A repeat, an independent report, a denial or context after the last step."""
        source = self._source(saga, last.group)
        roles = (ReportRole.INDEPENDENT, ReportRole.REPEAT, ReportRole.DENIAL, ReportRole.CONTEXT)
        role = self.rng.choices(roles, (5, 5, 2 if last.group not in (StageGroup.DONE, StageGroup.OFF) else 0, 1))[0]
        while source == last.source:
            source = self._source(saga, StageGroup.INTEREST)
        first = next(step for step in saga.steps if step.role is ReportRole.ORIGIN)
        follows = first if len(saga.steps) == 1 else saga.steps[-1]
        echo = Step(day, last.group, last.stage, source, role)
        if role in (ReportRole.REPEAT, ReportRole.DENIAL):
            echo.follows = follows if follows.role is ReportRole.ORIGIN else first
            echo.group, echo.stage = echo.follows.group, echo.follows.stage
        if role is ReportRole.DENIAL:
            echo.claimant = self._denier(saga)
        return echo

    def _denier(self, saga: Saga) -> Person | Club:
        club = self.rng.choice([club for club in (saga.seller, saga.buyer) if club is not None])
        staff = self.world.staff[club]
        deniers: list[Person | Club] = [club, staff[PersonRole.DIRECTOR], staff[PersonRole.COACH]]
        return self.rng.choice(deniers)

    def _source(self, saga: Saga, group: StageGroup) -> Source:
        """Somebody who writes about that section, and is believed when it is about a late step."""
        needed = {StageGroup.INTEREST: 1, StageGroup.TALKS: 2, StageGroup.BID: 3}.get(group, 4)
        fitting = [
            source for name, source in self.world.sources.items()
            if FURTHEST.get(self.world.tiers.get(source, Tier.THREE), 5) >= needed
            and source.kind != SourceKind.AGGREGATOR
            and paths.writes_of(name, saga.section)
        ]  # fmt: skip
        return self.rng.choice(fitting or [self.world.sources["The Valdor Herald"]])

    def _sum(self, saga: Saga, stage: Stage | None, kind: TransferKind) -> Sum:
        leagues = [club.competition for club in (saga.seller, saga.buyer) if club is not None]
        level = max(league.level for league in leagues if league is not None)
        top = 1_200_000 if saga.section is Section.WOMEN else 42_000_000 // level
        low = max(100_000, round(self.rng.triangular(top / 40, top, top / 6), -5))
        high = int(low * 1.2) // 100_000 * 100_000 if self.rng.random() < 0.2 and stage is Stage.BID else None
        currency = self.rng.choices(("EUR", "GBP", "USD", "CHF", "SEK"), (14, 2, 2, 1, 1))[0]
        certainty = FeeCertainty.CONFIRMED if stage is Stage.OFFICIAL else FeeCertainty.REPORTED
        return Sum(_what(stage, kind), int(low), high, currency, certainty)

    def _move(self, saga: Saga, buyer: Club, day: date, kind: TransferKind, number: int) -> None:
        player, loan = saga.player, kind in paths.LOANS
        self.lent.pop(player, None)
        if loan and saga.seller is not None:
            if saga.loan_club is not None:
                self._leave(player, day, saga.loan_club)
            player.owner = saga.seller
            self.lent[player] = (saga.seller, number + 2)
        else:
            player.owner = None
            self._leave(player, day)
        spell = PlayerSpell(player=player, club=buyer, since=day, on_loan_from=player.owner)
        self.world.spells[player].append(spell)
        player.club = buyer

    def _leave(self, player: Player, day: date, club: Club | None = None) -> None:
        """End the player's spells at this club, or all of them."""
        for spell in self.world.spells[player]:
            if spell.until is None and club in (None, spell.club):
                spell.until = day

    def _end_loans(self, number: int, day: date) -> None:
        for player, (owner, until) in list(self.lent.items()):
            if until <= number:
                self._leave(player, day, player.club)
                player.club, player.owner = owner, None
                del self.lent[player]


def _near(club: Club, owner: Club | None, rng: Random) -> bool:
    """Mostly clubs of about one's own standing, now and then any."""
    if owner is None or owner.competition is None or club.competition is None:
        return True
    return club.competition.level == owner.competition.level or rng.random() < 0.4


def _what(stage: Stage | None, kind: TransferKind) -> FeeWhat:
    if stage is Stage.CLAUSE_TRIGGERED:
        return FeeWhat.CLAUSE
    if kind in paths.LOANS and stage in (Stage.FEE_AGREED, Stage.OFFICIAL):
        return {TransferKind.LOAN_OPTION: FeeWhat.OPTION, TransferKind.LOAN_OBLIGATION: FeeWhat.OBLIGATION}.get(
            kind, FeeWhat.LOAN_FEE
        )
    return FeeWhat.AGREED if stage in (Stage.FEE_AGREED, Stage.OFFICIAL) else FeeWhat.OFFER
