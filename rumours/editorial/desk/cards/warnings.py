"""What is worth a look on a single card before it is accepted."""

from rumours.editorial.desk.cards.fields import Json
from rumours.models import TransferLink


def of_link(fields: Json, there: TransferLink | None) -> list[str]:
    """A move that goes nowhere, one without a player, and a known link that has him leave somewhere else."""
    leaves, goes = fields["from_club"]["value"], fields["to_club"]["value"]
    found = []
    if fields["player"]["value"] is None:
        found.append("Nobody is named: say who the player is")
    if leaves is not None and leaves == goes:
        found.append(f"{fields['to_club']['label']} is both where he leaves and where he goes")
    if there is not None and there.from_club_id and leaves and leaves.get("id") != there.from_club_id:
        found.append(f"On the known link he leaves {there.from_club}")
    return found


def of_quote(fields: Json) -> list[str]:
    """Words that nobody says."""
    return [] if fields["speaker"]["value"] else ["Nobody is named or described as the speaker"]
