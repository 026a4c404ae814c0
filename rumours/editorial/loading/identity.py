"""Which stored player a row is: by name, birth date and nationality, and never by a guess.

1. The same name and birth date (or, where neither has one, the same name, birth year and nationalities).
2. A row whose name is an alias there, or the reverse, with the same birth date and no contradicting nationality.
3. Where only one side has a birth date: the only player of that name whose year and nationality do not contradict,
   whom no other row of the file is, and whom no other row of the file may be.

A stub is never matched: it is offered for merging.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from rumours.editorial.loading.book import Book
from rumours.intake.table_rows import PlayerRow
from rumours.models import Player
from rumours.text import fold


@dataclass(slots=True)
class Matches:
    """Of the rows of one file, by line: the player each is, the players each may be, and the earlier line it repeats.

    A row in none of them is a new player.
    """

    found: dict[int, Player] = field(default_factory=dict)
    several: dict[int, list[Player]] = field(default_factory=dict)
    repeats: dict[int, int] = field(default_factory=dict)


def match(rows: list[PlayerRow], book: Book[Player]) -> Matches:
    """Match the rows of one file with the players in the book."""
    matches = Matches()
    fresh = _without_repeats(rows, matches)
    taken: dict[int, int] = {}
    for row in fresh:
        surely = _surely(row, book)
        if len(surely) > 1:
            matches.several[row.line] = surely
        elif surely:
            _take(row, surely[0], matches, taken)
    _match_loosely([row for row in fresh if not _settled(row, matches)], book, matches, taken)
    return matches


def _without_repeats(rows: list[PlayerRow], matches: Matches) -> list[PlayerRow]:
    """The first row of each name, birth date and, where that is not known, year and nationalities."""
    first: dict[object, int] = {}
    fresh = []
    for row in rows:
        who = (fold(row.name), row.section)
        key = (*who, row.born) if row.born else (*who, row.birth_year, frozenset(row.nationality))
        if key in first:
            matches.repeats[row.line] = first[key]
        else:
            first[key] = row.line
            fresh.append(row)
    return fresh


def _take(row: PlayerRow, player: Player, matches: Matches, taken: dict[int, int]) -> None:
    if id(player) in taken:
        matches.repeats[row.line] = taken[id(player)]
    else:
        taken[id(player)] = row.line
        matches.found[row.line] = player


def _settled(row: PlayerRow, matches: Matches) -> bool:
    return row.line in matches.found or row.line in matches.several or row.line in matches.repeats


def _surely(row: PlayerRow, book: Book[Player]) -> list[Player]:
    """The players that the row is by rules 1 and 2; several when it cannot be told which."""
    folded = fold(row.name)
    for players in (book.main(folded), book.bearing(folded)):
        same = [p for p in players if _eligible(p, row) and _same_birth(p, row)]
        if len(same) > 1:
            same = [p for p in same if nations(p) == set(row.nationality)] or same
        if players is not book.main(folded):
            same = [p for p in same if _agree(nations(p), set(row.nationality))]
        if same:
            return same
    if not row.born:
        return []
    by_alias = {id(p): p for alias in row.aliases for p in book.main(fold(alias))}
    return [
        p
        for p in by_alias.values()
        if _eligible(p, row) and p.born == row.born and _agree(nations(p), {*row.nationality})
    ]


def _match_loosely(rows: list[PlayerRow], book: Book[Player], matches: Matches, taken: dict[int, int]) -> None:
    """Rule 3. Where it cannot be told, a row without a birth date is left out; one with a date is somebody new."""
    maybe: dict[int, list[Player]] = {}
    wanted: Counter[int] = Counter()
    for row in rows:
        players = book.bearing(fold(row.name)) if not row.born else book.main(fold(row.name))
        maybe[row.line] = [p for p in players if id(p) not in taken and _may_be(p, row)]
        wanted.update(map(id, maybe[row.line]))
    for row in rows:
        players = maybe[row.line]
        if len(players) == 1 and wanted[id(players[0])] == 1:
            _take(row, players[0], matches, taken)
        elif players and not row.born:
            matches.several[row.line] = players


def _eligible(player: Player, row: PlayerRow) -> bool:
    return player.section == row.section and not player.is_stub


def _same_birth(player: Player, row: PlayerRow) -> bool:
    if row.born or player.born:
        return player.born == row.born
    return player.birth_year == row.birth_year and nations(player) == set(row.nationality)


def _may_be(player: Player, row: PlayerRow) -> bool:
    """Whether nothing speaks against it, where not both birth dates are known."""
    return (
        _eligible(player, row)
        and not (player.born and row.born)
        and (player.birth_year is None or row.birth_year is None or player.birth_year == row.birth_year)
        and _agree(nations(player), set(row.nationality))
    )


def _agree(one: set[str], other: set[str]) -> bool:
    return not one or not other or bool(one & other)


def nations(player: Player) -> set[str]:
    """The player's nationalities, as far as they are known."""
    return {nation for nation in (player.nationality, player.second_nationality) if nation}


def stub_offers(rows: list[PlayerRow], players: dict[int, Player], book: Book[Player]) -> list[str]:
    """One sentence a stub that a loaded player may be; `players` by line of the row."""
    offers: dict[int, list[Player]] = defaultdict(list)
    stubs: dict[int, Player] = {}
    for row in rows:
        for stub in book.bearing(fold(row.name)):
            if stub.is_stub and stub.section == row.section and row.line in players:
                stubs[id(stub)] = stub
                offers[id(stub)].append(players[row.line])
    return [_offer(stubs[key], offered) for key, offered in offers.items()]


def _offer(stub: Player, players: list[Player]) -> str:
    if len(players) > 1:
        return f"stub {stub.name!r} may be any of {len(players)} players of that name: merge in the admin"
    player = players[0]
    born = f" (born {player.born or player.birth_year})" if player.born or player.birth_year else ""
    return f"stub {stub.name!r} may be {player.name!r}{born}: merge in the admin"
