"""Competitions of a load, and the league that a club's row names."""

from rumours.editorial.loading.book import Book
from rumours.editorial.loading.summary import LoadSummary
from rumours.intake.table_rows import CompetitionRow
from rumours.models import Competition
from rumours.text import fold

KIND = "competitions"
LONGEST_ALIASES = 300


class Competitions:
    """Stored and loaded competitions, by name, country and section."""

    def __init__(self, summary: LoadSummary) -> None:
        self.book: Book[Competition] = Book(Competition)
        self.summary = summary

    def load(self, rows: list[CompetitionRow]) -> None:
        """Match the rows of one file, then fill in or add."""
        seen: dict[int, CompetitionRow] = {}
        for row in rows:
            found = self._match(row)
            if found is not None and id(found) in seen:
                message = f"{row.name!r} stands already on line {seen[id(found)].line}"
                self.summary.leave_out(KIND, row, "competition", message)
                continue
            if found is None:
                found = self.book.add(_new(row))
            else:
                self._fill(found, row)
            seen[id(found)] = row

    def league(self, name: str, country: str, section: str) -> Competition | None:
        """The one competition of this name: of the country, else of the section anywhere; None when not just one."""
        named = [c for c in self.book.bearing(fold(name)) if c.section == section]
        own = [c for c in named if c.country == country]
        for found in (own, [] if own else named):
            if len(found) == 1:
                return found[0]
        return None

    def _match(self, row: CompetitionRow) -> Competition | None:
        """By its own name first, else by another that only one competition of the country and section bears."""
        own = [c for c in self.book.main(fold(row.name)) if (c.country, c.section) == (row.country, row.section)]
        if own:
            return own[0]
        named = [c for c in self.book.bearing(fold(row.name)) if (c.country, c.section) == (row.country, row.section)]
        return named[0] if len(named) == 1 else None

    def _fill(self, found: Competition, row: CompetitionRow) -> None:
        self.book.vouch(found)
        self.summary.of(KIND).same += 1
        self.book.fill(found, short_name=row.short_name)
        held = [name for name in found.aliases.split("|") if name]
        known = {*map(fold, held), found.folded, fold(found.short_name)}
        for name in (row.name, *row.aliases):
            if fold(name) not in known and len("|".join([*held, name])) <= LONGEST_ALIASES:
                held.append(name)
                known.add(fold(name))
        if "|".join(held) != found.aliases:
            self.book.put(found, aliases="|".join(held))
            self.book.renamed(found)


def _new(row: CompetitionRow) -> Competition:
    return Competition(
        name=row.name,
        short_name=row.short_name,
        country=row.country,
        section=row.section,
        level=row.level,
        aliases="|".join(row.aliases),
    )
