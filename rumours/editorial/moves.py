"""What published done links do to their players: they end the old spell and begin the new one, while they stand."""

from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Min, Q
from django.utils import timezone

from rumours.choices import MOVING_ROLES, LinkStatus, StageGroup, TransferKind
from rumours.editorial.present import refresh_club
from rumours.editorial.touching import touch_entities
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
    said = Report.objects.published(at).filter(link__in=links, stage_group=StageGroup.DONE, role__in=MOVING_ROLES)
    days = said.order_by().values_list("link").annotate(first=Min("dated_at"))
    return sorted((Move(links[pk], first.date()) for pk, first in days), key=lambda move: (move.day, move.link.pk))


def _redo(player: Player, moves: Iterable[Move]) -> None:
    """Let these links do anew what links do to the spells, and write what came out otherwise than it stands."""
    stored = list(player.spells.all())
    known = {spell.begun_by_id: spell.pk for spell in stored if spell.begun_by_id is not None}
    spells = [_as_entered(spell) for spell in stored if spell.begun_by_id is None]
    for move in moves:
        _end_spells(spells, move)
        buyer = move.link.to_club
        if buyer is not None and not any(_is_there(spell, move) for spell in spells):
            spells.append(_begun(player, buyer, spells, move, known.get(move.link.pk)))
    _write({spell.pk: spell for spell in stored}, spells)


def _as_entered(spell: PlayerSpell) -> PlayerSpell:
    """A copy of an entered spell without the end that a link gave it."""
    entered = copy(spell)
    if entered.ended_by_id is not None:
        entered.until, entered.ended_by_id = None, None
    return entered


def _end_spells(spells: Iterable[PlayerSpell], move: Move) -> None:
    """End the open spells that the move ends: those begun before, but the owner's of a player lent out."""
    left = {move.link.from_club_id, move.link.loan_club_id}
    for spell in spells:
        begun = spell.since is not None and spell.since < move.day
        known = spell.since is None and spell.club_id in left
        kept = move.owner is not None and spell.club_id == move.owner
        if spell.until is None and (begun or known) and not kept and not _is_there(spell, move):
            spell.until, spell.ended_by_id = move.day, move.link.pk


def _is_there(spell: PlayerSpell, move: Move) -> bool:
    """Whether the spell is what the move would begin."""
    near = spell.since is None or spell.since >= move.day
    same = spell.club_id == move.link.to_club_id and spell.on_loan_from_id == move.owner
    return same and spell.until is None and near


def _begun(player: Player, club: Club, spells: Iterable[PlayerSpell], move: Move, pk: int | None) -> PlayerSpell:
    """The spell that a move begins, with the id it had before; where he is known to have moved on since, it ends."""
    later = [spell.since for spell in spells if spell.since is not None and spell.since > move.day]
    return PlayerSpell(
        pk=pk, player=player, club=club, since=move.day, until=min(later, default=None),
        on_loan_from_id=move.owner, begun_by=move.link,
    )  # fmt: skip


def _write(stored: dict[int, PlayerSpell], wanted: Iterable[PlayerSpell]) -> None:
    """Store the spells that differ from the stored ones, and delete those that no link makes any more."""
    kept = {spell.pk: spell for spell in wanted if spell.pk is not None}
    PlayerSpell.objects.filter(pk__in=stored.keys() - kept.keys()).delete()
    changed = [spell for pk, spell in kept.items() if _columns(spell) != _columns(stored[pk])]
    PlayerSpell.objects.bulk_update(changed, ["club", "since", "until", "on_loan_from", "ended_by"])
    made = [spell for spell in wanted if spell.pk is None]
    PlayerSpell.objects.bulk_create(made)
    touch_entities(players={spell.player_id for spell in (*changed, *made)})


def _columns(spell: PlayerSpell) -> tuple[object, ...]:
    return spell.club_id, spell.since, spell.until, spell.on_loan_from_id, spell.ended_by_id
