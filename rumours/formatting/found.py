"""What is said of a row beside its name where a search has found it, to tell namesakes apart."""

from rumours.formatting.rows import place
from rumours.models import Club, Person, Player, Source


def notes(row: Player | Club | Person | Source) -> list[str]:
    """A few words: place, club and year of birth of a player, league of a club, kind of a source, role of a person."""
    if isinstance(row, Player):
        known = place(row, "")
        born = f"born {row.birth_year}" if row.birth_year else ""
        found = [known, _name(row.club), born] if known else []
    elif isinstance(row, Club):
        women = "women" if row.section == "women" else ""
        found = [row.association, row.competition.name if row.competition else "", women] if row.association else []
    elif isinstance(row, Source):
        found = [row.get_kind_display(), _name(row.outlet)]
    else:
        found = [row.get_role_display(), _name(row.club)]
    return [words for words in found if words]


def _name(row: Club | Source | None) -> str:
    return row.name if row and row.is_public else ""
