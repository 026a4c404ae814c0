"""Clubs of a load: matched by association, section and any name that only one club bears."""

from collections import Counter

from rumours.choices import AliasKind
from rumours.editorial.loading.book import Book
from rumours.editorial.loading.competitions import Competitions
from rumours.editorial.loading.summary import LoadSummary
from rumours.intake.table_rows import ClubRow, Row
from rumours.models import Club, ClubAlias, Competition
from rumours.models.entity import between_bars
from rumours.text import fold

KIND = "clubs"


class Clubs:
    """Stored and loaded clubs. A club is sought under its country and, failing that, under the country of its league:
    files tell where Monaco lies, the site under which association it plays."""

    def __init__(self, competitions: Competitions, summary: LoadSummary) -> None:
        self.book: Book[Club] = Book(Club, ClubAlias)
        self.competitions, self.summary = competitions, summary
        self._abroad: dict[tuple[str, str, str], Club] = {}

    def load(self, rows: list[ClubRow]) -> None:
        """Match all rows of one file with what was there before it, then fill in or add."""
        bearers = Counter((row.country, row.section, name) for row in rows for name in _folded_names(row))
        seen: dict[int, ClubRow] = {}
        repeated: dict[tuple[str, str, str], ClubRow] = {}
        found: list[tuple[ClubRow, Club | None]] = []
        for row in sorted(rows, key=lambda row: not self._own(row, fold(row.name))):
            key = (row.country, row.section, fold(row.name))
            club, several = self._match(row, bearers)
            earlier = repeated.get(key) or (seen.get(id(club)) if club else None)
            if earlier:
                message = f"{row.name!r} is the same club as on line {earlier.line}"
                self.summary.leave_out(KIND, row, "name", message)
            elif several:
                names = " or ".join(sorted(repr(club.name) for club in several))
                self.summary.leave_out(KIND, row, "name", f"{row.name!r} may be {names}")
            else:
                found.append((row, club))
            repeated.setdefault(key, row)
            if club is not None:
                seen.setdefault(id(club), row)
        for row, club in sorted(found, key=lambda pair: pair[0].line):
            self._settle(row, club)

    def called(self, name: str, country: str, section: str) -> Club | None:
        """The one club of a name in a country and section (anywhere, where no country is given); else None."""
        folded = fold(name)
        own = [club for club in self.book.main(folded) if _of(club, country, section)]
        if not own:
            own = [
                club
                for club in self.book.bearing(folded)
                if _of(club, country, section) and not self.book.ambiguous(club, folded)
            ]
        return own[0] if len(own) == 1 else None if own else self._abroad.get((country, section, folded))

    def named_in(self, row: Row, column: str, name: str, country: str, section: str) -> Club | None:
        """As `called` for a cell of a row; a club that is not found is a warning and left empty."""
        if not name:
            return None
        club = self.called(name, country, section)
        if club is None:
            where = f" in {country}" if country else ""
            self.summary.warn(row, column, f"no club, or more than one, is called {name!r}{where}: left empty")
        return club

    def _match(self, row: ClubRow, bearers: Counter[tuple[str, str, str]]) -> tuple[Club | None, list[Club]]:
        """The stored club that the row is, or those that it may be."""
        main = self._own(row, fold(row.name))
        if main:
            return (main[0], []) if len(main) == 1 else (None, main)
        flagged = {fold(name) for name in row.ambiguous}
        for names in ([fold(row.name)], _folded_names(row)):
            sure = {
                id(club): club
                for name in names
                if name not in flagged and bearers[row.country, row.section, name] == 1
                for club in self._only_bearer(row, name)
            }
            if sure:
                clubs = list(sure.values())
                return (clubs[0], []) if len(clubs) == 1 else (None, clubs)
        return None, []

    def _only_bearer(self, row: ClubRow, name: str) -> list[Club]:
        """The club of the row's association, else of its league's, that alone bears the name there."""
        for country in self._countries(row):
            clubs = [club for club in self.book.bearing(name) if _of(club, country, row.section)]
            if clubs:
                sure = len(clubs) == 1 and not self.book.ambiguous(clubs[0], name)
                return clubs if sure and row.reserve in (None, clubs[0].is_reserve) else []
        return []

    def _own(self, row: ClubRow, folded: str) -> list[Club]:
        for country in self._countries(row):
            clubs = [club for club in self.book.main(folded) if _of(club, country, row.section)]
            if clubs:
                return clubs
        return []

    def _countries(self, row: ClubRow) -> list[str]:
        league = self._league(row)
        return list(dict.fromkeys([row.country, league.country] if league and league.level else [row.country]))

    def _league(self, row: ClubRow) -> Competition | None:
        return self.competitions.league(row.league, row.country, row.section) if row.league else None

    def _settle(self, row: ClubRow, club: Club | None) -> None:
        league = self._league(row)
        if row.league and league is None:
            message = f"no competition, or more than one, is called {row.league!r}: left empty"
            self.summary.warn(row, "league", message)
        if club is None:
            club = self.book.add(_new(row, league))
        else:
            self._fill(club, row, league)
            self.summary.of(KIND).same += 1
        flagged = {fold(name) for name in row.ambiguous}
        if club.folded in flagged:
            self.book.put(club, ambiguous=True)
        kinds = (
            (AliasKind.SPELLING, (row.name, *row.aliases)),
            (AliasKind.SHORT, (row.short_name,)),
            (AliasKind.NICKNAME, row.nicknames),
        )
        for kind, names in kinds:
            for name in names:
                unsure = fold(name) in flagged
                short = unsure and name == club.short_name
                self.book.name_too(club, name, kind=kind, ambiguous=unsure, again=short and fold(name) != club.folded)
        if club.association != row.country:
            for folded in _folded_names(row):
                self._abroad.setdefault((row.country, row.section, folded), club)

    def _fill(self, club: Club, row: ClubRow, league: Competition | None) -> None:
        self.book.vouch(club)
        colours, domains = "|".join(row.colours), between_bars(row.domains)
        self.book.fill(club, short_name=row.short_name, colours=colours, domains=domains)
        if club.competition_id is None and league is not None:
            self.book.put(club, competition=league)
        if club.is_stub:
            self.book.put(club, is_stub=False)
        if club.short_name and fold(club.short_name) not in self.book.names[id(club)]:
            self.book.renamed(club)


def _of(club: Club, country: str, section: str) -> bool:
    return club.section == section and (not country or club.association == country)


def _folded_names(row: ClubRow) -> list[str]:
    names = (row.name, row.short_name, *row.aliases, *row.nicknames)
    return list(dict.fromkeys(filter(None, map(fold, names))))


def _new(row: ClubRow, league: Competition | None) -> Club:
    return Club(
        name=row.name,
        short_name=row.short_name,
        association=row.country,
        section=row.section,
        competition=league,
        colours="|".join(row.colours),
        domains=between_bars(row.domains),
        is_reserve=bool(row.reserve),
    )
