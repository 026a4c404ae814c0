"""What tells namesakes apart: a player's age, place, nationality and club, a club's country, a source's outlet."""

from datetime import date

from rumours.choices import PersonRole, Section, SourceKind
from rumours.models import Club, Entity, Person, Player, Source


def hint_of(row: Entity, day: date) -> str:
    """In a few words, as of a day: `24, Centre-Back, Croatia, Portwick`. Needs the club or outlet loaded with it."""
    told: list[object] = []
    match row:
        case Player():
            told = [_age(row, day), row.position or row.position_group, row.nationality, row.club]
        case Club():
            women = "women" if row.section == Section.WOMEN else ""
            told = [row.association, women, "reserves" if row.is_reserve else ""]
        case Person():
            told = [row.role if row.role != PersonRole.OTHER else "", row.nationality, row.club]
        case Source():
            told = [row.kind if row.kind != SourceKind.OUTLET else "", row.outlet, row.country]
    stub = "stub" if getattr(row, "is_stub", False) else ""
    return ", ".join(str(part) for part in (*told, stub) if part)


def _age(player: Player, day: date) -> str:
    age = player.age_on(day)
    if age is not None:
        return str(age)
    return f"born {player.birth_year}" if player.birth_year else ""
