"""Where players are: their spells at clubs, and the club of today."""

from datetime import date

from django.contrib.auth.models import User
from django.db import transaction

from rumours.editorial.actors import save_by
from rumours.editorial.errors import EditorialError
from rumours.editorial.moves import refresh_moves
from rumours.editorial.permissions import require
from rumours.editorial.present import refresh_club
from rumours.models import Club, Player, PlayerSpell

__all__ = ["add_spell", "refresh_club"]


@transaction.atomic
def add_spell(
    player: Player,
    *,
    club: Club,
    by: User,
    since: date | None = None,
    until: date | None = None,
    on_loan_from: Club | None = None,
) -> PlayerSpell:
    """Add a player's time at a club (half-open days, unknown where None). Raises EditorialError, PermissionDenied."""
    require(by, "rumours.add_playerspell")
    if since is not None and until is not None and since >= until:
        raise EditorialError(f"A spell cannot run from {since} to {until}")
    if on_loan_from == club:
        raise EditorialError(f"{club} cannot lend a player to itself")
    spell = PlayerSpell(player=player, club=club, since=since, until=until, on_loan_from=on_loan_from)
    save_by(spell, by)
    refresh_moves([player.pk])
    player.refresh_from_db(fields=["club", "owner"])
    return spell
