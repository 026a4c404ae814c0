"""What happens: in each window players with several suitors, and what sources said of each link. Nothing is derived."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

from rumours.choices import GROUP_OF_STAGE, Doubt, FeeWhat, ReportRole, Stage, StageGroup, TransferKind
from tests.benchmarks.world.cast import Zipf

_SUITORS, _SUITOR_ODDS = (1, 2, 3, 4, 5), (40, 25, 18, 10, 7)
_REPORTS, _REPORT_ODDS = (1, 2, 3, 4, 6), (46, 28, 14, 7, 5)
_PATH = (
    (Stage.LINKED, Stage.MONITORING, Stage.INTERESTED, Stage.SHORTLISTED), (Stage.ENQUIRY, Stage.CLUB_TALKS),
    (Stage.BID, Stage.IMPROVED_BID), (Stage.FEE_AGREED, Stage.TERMS_AGREED, Stage.MEDICAL),
    (Stage.SIGNED, Stage.OFFICIAL),
)  # fmt: skip
_OFF = (Stage.COLLAPSED, Stage.REFUSED_BY_CLUB, Stage.REFUSED_BY_PLAYER, Stage.STAYS)
_KINDS = (TransferKind.UNKNOWN, TransferKind.PERMANENT, TransferKind.LOAN, TransferKind.LOAN_OPTION, TransferKind.FREE)
_KIND_ODDS = (45, 32, 12, 6, 5)
_DOUBTS, _DOUBT_ODDS = tuple(Doubt), (90, 2, 2, 2, 2, 2)


@dataclass(slots=True)
class Told:
    """One report: `article` is the place of its article in the window, `follows` the report it repeats or denies."""

    article: int
    role: ReportRole
    group: StageGroup
    stage: Stage | None
    kind: TransferKind
    doubt: Doubt
    source: int
    follows: "Told | None"
    by_seller: bool
    window_assumed: bool
    fee: tuple[FeeWhat, int] | None
    id: int = 0


@dataclass(slots=True)
class Link:
    """One saga; clubs are places in the list of clubs, None where not known or not named."""

    player: int
    seller: int | None
    free: bool
    lent_to: int | None
    buyer: int | None
    told: list[Told] = field(default_factory=list)
    id: int = 0


@dataclass(slots=True)
class Home:
    """Where a player is now, and who has lent him there."""

    club: int
    owner: int | None = None


def sagas(number: int, articles: int, homes: Sequence[Home], sources: int, chance: Random) -> Iterator[list[Link]]:
    """`number` links of one window, those of one player together; `articles` is how many articles it has."""
    clubs = Zipf(2_000)
    left = number
    for player in chance.sample(range(len(homes)), min(number, len(homes))):
        suitors = min(left, chance.choices(_SUITORS, _SUITOR_ODDS)[0])
        if not suitors:
            return
        left -= suitors
        yield _group(player, homes[player], suitors, articles, sources, clubs, chance)


def _group(
    player: int, home: Home, suitors: int, articles: int, sources: int, clubs: Zipf, chance: Random
) -> list[Link]:
    luck = chance.random()
    free, unknown = luck < 0.02, luck < 0.05
    seller = None if unknown else home.owner if home.owner is not None else home.club
    lent_to = home.club if home.owner is not None and not unknown else None
    links: dict[int | None, Link] = {}
    for _ in range(suitors * 3):
        buyer = None if chance.random() < 0.04 else clubs.choose(chance)
        if len(links) < suitors and (buyer is None or buyer not in (seller, lent_to)):
            links.setdefault(buyer, Link(player, seller, free, lent_to, buyer))
    done = chance.random() < 0.2
    for link in links.values():
        _tell(link, done and link.buyer is not None, articles, sources, chance)
        done = done and link.buyer is None
    return list(links.values())


def _tell(link: Link, done: bool, articles: int, sources: int, chance: Random) -> None:
    """Give a link its reports: each in another article, further and further, or off at the end."""
    number = min(articles, chance.choices(_REPORTS, _REPORT_ODDS)[0])
    depth = 4 if done else chance.choices((0, 1, 2, 3), (50, 25, 15, 10))[0]
    off = not done and chance.random() < 0.12
    kind = chance.choices(_KINDS, _KIND_ODDS)[0]
    for step, article in enumerate(sorted(chance.sample(range(articles), number))):
        last = step == number - 1
        stages = _OFF if off and last and step else _PATH[depth if last else depth * step // number]
        link.told.append(_report(link, article, chance.choice(stages), kind, sources, chance))


def _report(link: Link, article: int, stage: Stage, kind: TransferKind, sources: int, chance: Random) -> Told:
    role = ReportRole.ORIGIN
    group = GROUP_OF_STAGE[stage]
    if link.told and group not in (StageGroup.DONE, StageGroup.OFF):
        role = chance.choices(tuple(ReportRole), (10, 45, 30, 8, 7))[0]
    elif link.told:
        role = ReportRole.INDEPENDENT
    follows = link.told[0] if role in (ReportRole.REPEAT, ReportRole.DENIAL) else None
    luck = chance.random()
    return Told(
        article=article,
        role=role,
        group=group,
        stage=stage if luck < 0.8 else None,
        kind=kind,
        doubt=chance.choices(_DOUBTS, _DOUBT_ODDS)[0],
        source=chance.randrange(sources),
        follows=follows,
        by_seller=role is ReportRole.DENIAL and link.seller is not None and luck < 0.5,
        window_assumed=luck < 0.1,
        fee=_fee(group, chance) if luck > 0.75 else None,
    )


def _fee(group: StageGroup, chance: Random) -> tuple[FeeWhat, int]:
    agreed = group in (StageGroup.AGREED, StageGroup.DONE)
    return FeeWhat.AGREED if agreed else FeeWhat.OFFER, chance.randrange(1, 140) * 500_000
