"""Players of a load, and the club each is at."""

from datetime import date

from django.contrib.auth.models import User
from django.db.models import Q

from rumours.choices import GROUP_OF_POSITION, Position
from rumours.editorial.loading.book import Book
from rumours.editorial.loading.clubs import Clubs
from rumours.editorial.loading.identity import match, stub_offers
from rumours.editorial.loading.summary import LoadSummary
from rumours.editorial.loading.writing import create_all
from rumours.intake.table_rows import PlayerRow
from rumours.models import Player, PlayerAlias, PlayerSpell

KIND = "players"


class Players:
    """Stored and loaded players. `today` decides which spells are current."""

    def __init__(self, clubs: Clubs, summary: LoadSummary, today: date) -> None:
        self.book: Book[Player] = Book(Player, PlayerAlias)
        self.clubs, self.summary = clubs, summary
        current = PlayerSpell.objects.filter(Q(until__isnull=True) | Q(until__gt=today))
        self._settled: set[int] = set(current.values_list("player_id", flat=True))
        self._placed: set[int] = set()
        self._spells: list[PlayerSpell] = []

    def load(self, rows: list[PlayerRow]) -> None:
        """Match all rows of one file with what was there before it, then fill in or add."""
        matches = match(rows, self.book)
        players: dict[int, Player] = {}
        for row in rows:
            if row.line in matches.repeats:
                message = f"{row.name!r} is the same player as on line {matches.repeats[row.line]}"
                self.summary.leave_out(KIND, row, "name", message)
            elif row.line in matches.several:
                message = f"{row.name!r} may be any of {len(matches.several[row.line])} players here"
                self.summary.leave_out(KIND, row, "name", message)
            else:
                players[row.line] = self._settle(row, matches.found.get(row.line))
        self.summary.stubs.extend(stub_offers(rows, players, self.book))

    def save(self, by: User) -> None:
        """Write players, names and spells."""
        self.book.save(by, self.summary.of(KIND))
        create_all(PlayerSpell, self._spells, by)

    def _settle(self, row: PlayerRow, player: Player | None) -> Player:
        if player is None:
            player = _new(row)
            player.settle_derived()
            self.book.add(player)
        else:
            self._fill(player, row)
            self.summary.of(KIND).same += 1
        for name in (row.name, *row.aliases):
            self.book.name_too(player, name)
        self._place(player, row)
        return player

    def _fill(self, player: Player, row: PlayerRow) -> None:
        """What is stored stands; a later end of contract and the end of a career are news."""
        self.book.vouch(player)
        self._fill_position(player, row)
        first, second = _two(row.nationality)
        if not player.nationality:
            self.book.fill(player, nationality=first, second_nationality=second)
        elif player.nationality == first:
            self.book.fill(player, second_nationality=second)
        if player.born is None:
            self.book.fill(player, birth_year=row.birth_year, born=row.born)
        self.book.fill(player, foot=row.foot)
        if row.contract_end and (player.contract_end is None or row.contract_end > player.contract_end):
            self.book.put(player, contract_end=row.contract_end)
        if row.retired:
            self.book.put(player, retired=True)

    def _fill_position(self, player: Player, row: PlayerRow) -> None:
        """An exact place is never replaced, least of all by a group, and settles the group; others come with it."""
        if not player.position and row.position:
            self.book.put(player, position=row.position, position_group=GROUP_OF_POSITION[Position(row.position)].value)
        elif not player.position:
            self.book.fill(player, position_group=row.group)
        if player.position == row.position and row.others and not player.second_position:
            second, third = _two(row.others)
            self.book.put(player, second_position=second, third_position=third)

    def _place(self, player: Player, row: PlayerRow) -> None:
        """A spell at the row's club, for a player who is nowhere yet. The club of a retired player is none of now."""
        club = self.clubs.named_in(row, "club", row.club, row.club_country, row.section)
        owner = self.clubs.named_in(row, "on_loan_from", row.owner, row.owner_country, row.section)
        if club is None or player.retired or player.pk in self._settled or id(player) in self._placed:
            return
        if owner is club:
            self.summary.warn(row, "on_loan_from", f"{row.owner!r} is his club itself: left empty")
            owner = None
        self._placed.add(id(player))
        self._spells.append(PlayerSpell(player=player, club=club, since=row.since, on_loan_from=owner))
        self.book.put(player, club=club, owner=owner)


def _two(values: tuple[str, ...]) -> tuple[str, str]:
    first, second, *_ = (*values, "", "")
    return first, second


def _new(row: PlayerRow) -> Player:
    nationality, second_nationality = _two(row.nationality)
    second, third = _two(row.others)
    return Player(
        name=row.name,
        section=row.section,
        born=row.born,
        birth_year=row.birth_year,
        nationality=nationality,
        second_nationality=second_nationality,
        position=row.position,
        position_group=row.group,
        second_position=second,
        third_position=third,
        foot=row.foot,
        contract_end=row.contract_end,
        retired=row.retired,
    )
