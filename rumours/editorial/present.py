"""Which club a player is at today, from his spells."""

from datetime import date

from django.utils import timezone

from rumours.models import Player, PlayerSpell


def refresh_club(player: Player, *, on: date | None = None) -> None:
    """Write a player's present club and owner from the spells that hold on a day (default: today, UTC).

    The latest begun holds.
    """
    spell = PlayerSpell.objects.filter(player=player).on(on or timezone.now().date()).first()
    Player.objects.filter(pk=player.pk).update(
        club=spell.club_id if spell else None, owner=spell.on_loan_from_id if spell else None
    )
