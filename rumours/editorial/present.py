"""Which club a player is at today, from his spells."""

from datetime import date

from django.utils import timezone

from rumours.editorial.touching import touch_entities
from rumours.models import Player, PlayerSpell


def refresh_club(player: Player, *, on: date | None = None) -> None:
    """Write a player's present club and owner from the spells that hold on a day (default: today, UTC).

    The latest begun holds; an entered one of unknown beginning goes before one that an old done link made.
    """
    held = list(PlayerSpell.objects.filter(player=player).on(on or timezone.now().date()))
    entered = [spell for spell in held if spell.since is None and spell.begun_by_id is None]
    own = [spell for spell in held if spell.since is not None and spell.begun_by_id is None]
    spell = next(iter(held if own or not entered else entered), None)
    row, now = Player.objects.filter(pk=player.pk), (spell.club_id, spell.on_loan_from_id) if spell else (None, None)
    for is_public, *was in row.values_list("is_public", "club", "owner"):
        if tuple(was) != now:
            row.update(club=now[0], owner=now[1])
            touch_entities(players=[player.pk] if is_public else [])
