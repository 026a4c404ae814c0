"""What a player's settled sagas of one window do to his others of that window."""

from collections.abc import Iterable
from dataclasses import dataclass

from rumours.choices import Ending, LinkStatus

from .stages import Saga


@dataclass(frozen=True, slots=True)
class Rival:
    """One saga of a player: `link`, `seller` and `buyer` are ids, None where not known."""

    link: int
    saga: Saga
    seller: int | None
    buyer: int | None


@dataclass(frozen=True, slots=True)
class Settlement:
    """How a rival was ended: by the done link that he chose instead, or by the claim that he stays (ids)."""

    ending: Ending
    by_link: int | None = None
    by_claim: int | None = None


def settle(rivals: Iterable[Rival]) -> dict[int, Settlement]:
    """Endings of the open ones among one player's sagas of one window, by link id.

    The first done link ends all others, but for those that lead on from the club he joined. That he stays ends what
    was claimed until then; a later claim stands.
    """
    known = sorted(rivals, key=lambda rival: rival.link)
    done = [rival for rival in known if rival.saga.outcome is LinkStatus.DONE]
    done.sort(key=lambda rival: (rival.saga.moved_at is None, rival.saga.moved_at, rival.link))
    stays = [rival for rival in known if rival.saga.ending is Ending.STAYED and rival.saga.ended_by is not None]
    settled: dict[int, Settlement] = {}
    for rival in known:
        if rival.saga.outcome is not LinkStatus.OPEN:
            continue
        chosen = next((other for other in done if other.buyer is None or other.buyer != rival.seller), None)
        staying = next((other for other in stays if not _later(rival, other)), None)
        if chosen is not None:
            settled[rival.link] = Settlement(Ending.CHOSE_ANOTHER, by_link=chosen.link)
        elif staying is not None:
            settled[rival.link] = Settlement(Ending.STAYED, by_claim=staying.saga.ended_by)
    return settled


def _later(rival: Rival, other: Rival) -> bool:
    moved, ended = rival.saga.moved_at, other.saga.moved_at
    return moved is not None and ended is not None and moved > ended
