"""What published done links do to their players: they end the old spell and begin the new one, while they stand."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Min, Q
from django.utils import timezone

from rumours.choices import LinkStatus, ReportRole, StageGroup, TransferKind
from rumours.editorial.present import refresh_club
from rumours.models import Club, Player, PlayerSpell, Report, TransferLink

_LOANS = (TransferKind.LOAN, TransferKind.LOAN_OPTION, TransferKind.LOAN_OBLIGATION)


@dataclass(frozen=True, slots=True)
class Move:
    """A done link and the day (UTC) on which it was first reported done."""

    link: TransferLink
    day: date

    @property
    def owner(self) -> int | None:
        """The club that lends him, on a loan."""
        return self.link.from_club_id if self.link.kind in _LOANS else None


@transaction.atomic
def refresh_moves(players: Iterable[int], *, now: datetime | None = None) -> None:
    """Make the spells of these players what their entered ones and their published done links say; again nothing."""
    at = now or timezone.now()
    moved = Q(links__is_public=True, links__outcome=LinkStatus.DONE)
    marked = Q(spells__begun_by__isnull=False) | Q(spells__ended_by__isnull=False)
    asked = Player.objects.filter(pk__in=set(players))
    redone = list(asked.filter(moved | marked).distinct())
    for player in redone:
        _redo(player, _moves(player, at))
    for player in {*redone, *asked.filter(spells__isnull=False)}:
        refresh_club(player, on=at.date())


def _moves(player: Player, at: datetime) -> list[Move]:
    """The player's done links in the order in which they were done."""
    links = (
        TransferLink.objects.published()
        .filter(player=player, outcome=LinkStatus.DONE)
        .select_related("to_club")
        .in_bulk()
    )
    said = Report.objects.published(at).filter(
        link__in=links, stage_group=StageGroup.DONE, role__in=(ReportRole.ORIGIN, ReportRole.INDEPENDENT)
    )
    days = said.order_by().values_list("link").annotate(first=Min("dated_at"))
    return sorted((Move(links[pk], first.date()) for pk, first in days), key=lambda move: (move.day, move.link.pk))


def _redo(player: Player, moves: Iterable[Move]) -> None:
    """Forget what links did to the spells, and let these do it anew; a spell that comes again keeps its id."""
    known = dict(player.spells.filter(begun_by__isnull=False).values_list("begun_by", "pk"))
    player.spells.filter(begun_by__isnull=False).delete()
    player.spells.filter(ended_by__isnull=False).update(until=None, ended_by=None)
    for move in moves:
        spells = list(player.spells.all())
        _end_spells(spells, move)
        buyer = move.link.to_club
        if buyer is not None and not any(_is_there(spell, move) for spell in spells):
            _begin(player, buyer, spells, move, known.get(move.link.pk))


def _end_spells(spells: Iterable[PlayerSpell], move: Move) -> None:
    """End the open spells that the move ends: those begun before, but the owner's of a player lent out."""
    left = {move.link.from_club_id, move.link.loan_club_id}
    for spell in spells:
        begun = spell.since is not None and spell.since < move.day
        known = spell.since is None and spell.club_id in left
        kept = move.owner is not None and spell.club_id == move.owner
        if spell.until is None and (begun or known) and not kept and not _is_there(spell, move):
            PlayerSpell.objects.filter(pk=spell.pk).update(until=move.day, ended_by=move.link)


def _is_there(spell: PlayerSpell, move: Move) -> bool:
    """Whether the spell is what the move would begin."""
    near = spell.since is None or spell.since >= move.day
    same = spell.club_id == move.link.to_club_id and spell.on_loan_from_id == move.owner
    return same and spell.until is None and near


def _begin(player: Player, club: Club, spells: Iterable[PlayerSpell], move: Move, pk: int | None) -> None:
    """Begin the spell of a move; where he is known to have moved on since, it ends there."""
    later = [spell.since for spell in spells if spell.since is not None and spell.since > move.day]
    spell = PlayerSpell(
        pk=pk, player=player, club=club, since=move.day, until=min(later, default=None),
        on_loan_from_id=move.owner, begun_by=move.link,
    )  # fmt: skip
    PlayerSpell.objects.bulk_create([spell])
