"""Rows of competitions, clubs, players, people and sources, from their cells."""

import re
from datetime import date

from rumours.choices import (
    GROUP_OF_POSITION,
    Foot,
    PersonRole,
    Position,
    PositionGroup,
    Section,
    SourceKind,
)
from rumours.intake.table_cells import Cells
from rumours.intake.table_rows import ClubRow, CompetitionRow, PersonRow, PlayerRow, SourceRow

SECTIONS = {section.value: section.value for section in Section}
POSITIONS = {position.casefold(): position.value for position in Position}
GROUPS = {
    **dict.fromkeys(("g", "gk", "goalkeeper"), PositionGroup.GOALKEEPER.value),
    **dict.fromkeys(("d", "df", "defender", "defence"), PositionGroup.DEFENDER.value),
    **dict.fromkeys(("m", "mf", "midfielder", "midfield"), PositionGroup.MIDFIELD.value),
    **dict.fromkeys(("f", "fw", "forward", "attack"), PositionGroup.ATTACK.value),
}
PLACES = {**GROUPS, **POSITIONS}
ROLES = {role.value: role.value for role in PersonRole}
KINDS = {kind.value: kind.value for kind in SourceKind}
FEET = {foot.value: foot.value for foot in Foot}
LEVELS = {"first": "first", "reserve_or_youth": "reserve_or_youth"}
_COLOUR = re.compile(r"#[0-9a-f]{6}")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_HOST = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+")


def competition(cells: Cells) -> CompetitionRow:
    """A league or cup; what cannot be read is a fault of the cells, here and below."""
    return CompetitionRow(
        cells.file,
        cells.line,
        name=cells.name("competition"),
        country=cells.required("country", 60),
        section=cells.one_of("section", SECTIONS, Section.MEN),
        level=_level(cells),
        short_name=cells.text("short_name", 40),
        aliases=cells.joined("aliases", 300),
    )


def club(cells: Cells) -> ClubRow:
    """A club: `team_level` tells reserve and youth teams."""
    level = cells.one_of("team_level", LEVELS)
    return ClubRow(
        cells.file,
        cells.line,
        name=cells.name("name"),
        country=cells.required("country", 60),
        section=cells.one_of("section", SECTIONS, Section.MEN),
        league=cells.text("league"),
        short_name=cells.text("short_name", 60),
        aliases=cells.names("aliases"),
        nicknames=cells.names("nicknames"),
        ambiguous=cells.names("ambiguous"),
        colours=_colours(cells),
        domains=_domains(cells, 200),
        reserve=level == "reserve_or_youth" if level else None,
    )


def player(cells: Cells) -> PlayerRow:
    """A player: a position may be an exact place or a line."""
    place = cells.one_of("position", PLACES)
    group = cells.one_of("position_group", GROUPS)
    exact = place if place in GROUP_OF_POSITION and _is_exact(cells) else ""
    born = cells.birthday("birth_date")
    return PlayerRow(
        cells.file,
        cells.line,
        name=cells.name("name"),
        aliases=cells.names("aliases"),
        section=cells.one_of("section", SECTIONS, Section.MEN),
        position=exact,
        group=GROUP_OF_POSITION[Position(exact)].value if exact else place or group,
        others=_others(cells, exact),
        born=born,
        birth_year=_birth_year(cells, born),
        nationality=cells.names("nationality", 60)[:2],
        foot=cells.one_of("foot", FEET),
        contract_end=cells.day("contract_end"),
        club=cells.text("club"),
        club_country=cells.text("club_country", 60),
        since=cells.day("club_since"),
        owner=cells.text("on_loan_from"),
        owner_country=cells.text("on_loan_from_country", 60),
        retired=cells.one_of("status", {"retired": "retired"}) == "retired",
    )


def person(cells: Cells) -> PersonRow:
    """Somebody who is no player."""
    return PersonRow(
        cells.file,
        cells.line,
        name=cells.name("name"),
        aliases=cells.names("aliases"),
        role=cells.one_of("role", ROLES, PersonRole.OTHER),
        club=cells.text("club"),
        club_country=cells.text("club_country", 60),
        nationality=cells.text("nationality", 60),
        born=cells.birthday("birth_date"),
        note=cells.text("note", 200),
    )


def source(cells: Cells) -> SourceRow:
    """An outlet or a journalist."""
    language = cells.text("language").lower()
    if language and not _LANGUAGE.fullmatch(language):
        cells.fault("language", f"{language[:40]!r} is no language code: write en, it, es")
    return SourceRow(
        cells.file,
        cells.line,
        name=cells.name("name"),
        kind=cells.one_of("kind", KINDS, SourceKind.OUTLET),
        outlet=cells.text("outlet"),
        country=cells.text("country", 60),
        language=language,
        domains=_domains(cells, 300),
        handles=cells.joined("handles", 300),
        aliases=cells.names("aliases"),
        ambiguous=cells.names("ambiguous"),
        interest=cells.text("interest", 200),
    )


def _level(cells: Cells) -> int:
    cells.required("level")
    return cells.whole("level", 0, 9) or 0


def _is_exact(cells: Cells) -> bool:
    """Whether the position names a place: "Goalkeeper" does, though a line of the team has the same name."""
    return cells.text("position").casefold() in POSITIONS


def _others(cells: Cells, main: str) -> tuple[str, ...]:
    """At most two other exact places, without the main one; each must be known."""
    others = []
    for name in cells.names("other_positions"):
        place = POSITIONS.get(name.casefold())
        if place is None:
            cells.fault("other_positions", f"{name[:40]!r} is not one of {', '.join(POSITIONS.values())}")
        elif place != main:
            others.append(place)
    if len(others) > 2:
        cells.fault("other_positions", f"{len(others)} other positions, at most two are allowed")
    return tuple(others[:2])


def _birth_year(cells: Cells, born: date | None) -> int | None:
    year = cells.whole("birth_year", 1850, 2199)
    if born and year and year != born.year:
        cells.fault("birth_year", f"{year} is not the year of the birth_date {born}")
    return born.year if born else year


def _colours(cells: Cells) -> tuple[str, ...]:
    colours = tuple(colour.lower() for colour in cells.names("colours"))
    for colour in colours:
        if not _COLOUR.fullmatch(colour):
            cells.fault("colours", f"{colour[:40]!r} is no colour: write it as #d2122e")
    if len(colours) > 3:
        cells.fault("colours", f"{len(colours)} colours, at most three are allowed")
    return colours


def _domains(cells: Cells, longest: int) -> tuple[str, ...]:
    domains = tuple(host.lower().removeprefix("www.") for host in cells.joined("domains", longest))
    for host in domains:
        if not _HOST.fullmatch(host):
            cells.fault("domains", f"{host[:40]!r} is no host name: write it as calciomercato.com")
    return domains
