"""Sources of a load: matched by kind and name, or by a domain that only one source has."""

from collections import Counter

from rumours.editorial.loading.book import Book
from rumours.editorial.loading.summary import LoadSummary
from rumours.intake.table_rows import SourceRow
from rumours.models import Source, SourceAlias
from rumours.models.entity import between_bars
from rumours.text import fold

KIND = "sources"


class Sources:
    """Stored and loaded sources."""

    def __init__(self, summary: LoadSummary) -> None:
        self.book: Book[Source] = Book(Source, SourceAlias)
        self.summary = summary

    def load(self, rows: list[SourceRow]) -> None:
        """Match all rows of one file, then fill in or add. A journalist's outlet is settled by `settle_outlets`."""
        bearers = Counter((row.kind, name) for row in rows for name in {fold(row.name), *map(fold, row.aliases)})
        domains = Counter(domain for row in rows for domain in row.domains)
        seen: dict[int, SourceRow] = {}
        for row, found in [(row, self._match(row, bearers, domains)) for row in rows]:
            if found is None:
                found = next((s for s in self.book.main(fold(row.name)) if s.kind == row.kind and id(s) in seen), None)
            if found is not None and id(found) in seen:
                message = f"{row.name!r} stands already on line {seen[id(found)].line}"
                self.summary.leave_out(KIND, row, "name", message)
                continue
            seen[id(self._settle(row, found))] = row

    def settle_outlets(self, rows: list[SourceRow]) -> None:
        """Point journalists at the outlets they work for, once all sources are known; an unknown one is a warning."""
        for row in rows:
            source = self._named(row.name, row.kind)
            if not row.outlet or source is None or source.outlet_id is not None:
                continue
            outlet = self._outlet(row.outlet)
            if outlet is None or outlet is source:
                message = f"no outlet, or more than one, is called {row.outlet!r}: left empty"
                self.summary.warn(row, "outlet", message)
            else:
                self.book.put(source, outlet=outlet)

    def _match(self, row: SourceRow, bearers: Counter[tuple[str, str]], domains: Counter[str]) -> Source | None:
        own = [source for source in self.book.main(fold(row.name)) if source.kind == row.kind]
        if own:
            return own[0]
        for domain in row.domains:
            at = [s for s in self.book.rows if s.kind == row.kind and f"|{domain}|" in s.domains]
            if len(at) == 1 and domains[domain] == 1:
                return at[0]
        name = fold(row.name)
        named = [s for s in self.book.bearing(name) if s.kind == row.kind and not self.book.ambiguous(s, name)]
        return named[0] if len(named) == 1 and bearers[row.kind, name] == 1 else None

    def _settle(self, row: SourceRow, found: Source | None) -> Source:
        values = {
            "country": row.country,
            "language": row.language,
            "domains": between_bars(row.domains),
            "handles": "|".join(row.handles),
            "interest": row.interest,
        }
        if found is None:
            found = self.book.add(Source(name=row.name, kind=row.kind, **values))
        else:
            self.book.vouch(found)
            self.book.fill(found, **values)
            self.summary.of(KIND).same += 1
        flagged = {fold(name) for name in row.ambiguous}
        if found.folded in flagged:
            self.book.put(found, ambiguous=True)
        for name in (row.name, *row.aliases):
            self.book.name_too(found, name, ambiguous=fold(name) in flagged)
        return found

    def _named(self, name: str, kind: str) -> Source | None:
        found = [s for s in self.book.bearing(fold(name)) if s.kind == kind]
        return found[0] if len(found) == 1 else next((s for s in found if s.folded == fold(name)), None)

    def _outlet(self, name: str) -> Source | None:
        """By its own name, else by an alias only one bears; journalists are no outlets."""
        folded = fold(name)
        for rows in (self.book.main(folded), self.book.bearing(folded)):
            outlets = [source for source in rows if source.kind != "journalist"]
            if outlets:
                return outlets[0] if len(outlets) == 1 else None
        return None
