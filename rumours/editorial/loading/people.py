"""People of a load: matched by name or else alias and birth date; without one, by a name that only one bears."""

from rumours.editorial.loading.book import Book
from rumours.editorial.loading.clubs import Clubs
from rumours.editorial.loading.summary import LoadSummary
from rumours.intake.table_rows import PersonRow
from rumours.models import Club, Person, PersonAlias
from rumours.text import fold

KIND = "people"


class People:
    """Stored and loaded people."""

    def __init__(self, clubs: Clubs, summary: LoadSummary) -> None:
        self.book: Book[Person] = Book(Person, PersonAlias)
        self.clubs, self.summary = clubs, summary

    def load(self, rows: list[PersonRow]) -> None:
        """Match all rows of one file with what was there before it, then fill in or add."""
        seen: dict[object, int] = {}
        matched = [(row, self._match(row)) for row in rows]
        for row, found in matched:
            key: object = (fold(row.name), row.born, row.nationality)
            who: object = id(found[0]) if len(found) == 1 else key
            if key in seen or who in seen:
                message = f"{row.name!r} stands already on line {seen.get(key) or seen[who]}"
                self.summary.leave_out(KIND, row, "name", message)
            elif len(found) > 1:
                message = f"{row.name!r} may be any of {len(found)} people here"
                self.summary.leave_out(KIND, row, "name", message)
            else:
                seen[key] = seen[who] = row.line
                self._settle(row, found[0] if found else None)

    def _match(self, row: PersonRow) -> list[Person]:
        """The people the row may be: those of its birth date, else those about whom nothing speaks against it."""
        folded = fold(row.name)
        bearers = self.book.main(folded) or [p for p in self.book.bearing(folded) if not self.book.ambiguous(p, folded)]
        named = [person for person in bearers if not person.is_stub]
        same = [person for person in named if row.born and person.born == row.born]
        return same or [
            person
            for person in named
            if not (person.born and row.born) and ({person.nationality, row.nationality} & {""} or _same(person, row))
        ]

    def _settle(self, row: PersonRow, found: Person | None) -> None:
        club: Club | None = None
        for section in ("men", "women") if row.club else ():
            club = club or self.clubs.called(row.club, row.club_country, section)
        if row.club and club is None:
            self.clubs.named_in(row, "club", row.club, row.club_country, "men")
        values = {"nationality": row.nationality, "born": row.born, "note": row.note, "club": club}
        if found is None:
            found = self.book.add(Person(name=row.name, role=row.role, **values))
        else:
            self.book.vouch(found)
            self.book.fill(found, **values)
            self.summary.of(KIND).same += 1
        for name in (row.name, *row.aliases):
            self.book.name_too(found, name)
        self._offer_stubs(found)

    def _offer_stubs(self, person: Person) -> None:
        born = f" (born {person.born})" if person.born else ""
        for stub in self.book.bearing(person.folded):
            if stub.is_stub:
                offer = f"stub {stub.name!r} may be {person.name!r}{born}: merge in the admin"
                self.summary.stubs.append(offer)


def _same(person: Person, row: PersonRow) -> bool:
    return person.nationality == row.nationality
