"""What was entered for somebody goes to a namesake: the reverse of a merge, row by row."""

from collections.abc import Iterable
from typing import Any, TypeVar

from django.contrib.auth.models import User
from django.db import transaction

from rumours.editorial.actors import save_by
from rumours.editorial.errors import EditorialError
from rumours.editorial.merging.refreshing import refresh_around
from rumours.editorial.permissions import require_tagging
from rumours.editorial.quoting import change_quote
from rumours.editorial.reporting import change_report
from rumours.models import Club, Mention, Person, Player, Quote, Report, Source
from rumours.models.mention import SUBJECTS

Row = Report | Quote | Mention
RowT = TypeVar("RowT", bound=Row)
Subject = Player | Club | Person | Source


@transaction.atomic
def move_to_namesake(
    rows: Iterable[RowT], *, to: Subject, by: User, of: Subject | None = None, note: str = ""
) -> list[RowT]:
    """Move reports, quotes and mentions to `to` from the one they name now; the rows that now stand,
    in the same order. All or none.

    `of` says whom they are taken from where a row names several of the kind; else the only one, or the only one of
    the same name. A report goes to the link with the same other side and window, found or made; a link whose last
    shown report goes redirects to where it went. What readers have seen is corrected with the public `note`.
    Raises EditorialError where a row names nobody to take it from, or as `change_report` and `change_quote` do.
    """
    note = note or f"Moved to another {to._meta.verbose_name} of that name."
    listed = list(rows)
    taken = [of or _meant(row, to) for row in listed]
    moved: list[Any] = list(listed)
    for place in sorted(range(len(listed)), key=lambda place: listed[place].article.dated_at):
        moved[place] = _move(listed[place], taken[place], to, by, note)
    refresh_around(to, *{(type(source), source.pk): source for source in taken}.values())
    return moved


def _move(row: Row, of: Subject, to: Subject, by: User, note: str) -> Row:
    if of not in _named(row, type(of)):
        raise EditorialError(f"{row._meta.verbose_name} {row.pk} does not name {of}")
    match row:
        case Report():
            return _move_report(row, of, to, by, note)
        case Quote():
            return change_quote(row, by=by, note=note, **_of_quote(row, of, to))
        case Mention():
            return _move_mention(row, to, by)


def _meant(row: Row, to: Subject) -> Subject:
    """Whom of a row's subjects of the kind of `to` a move is about."""
    named = _named(row, type(to))
    if isinstance(row, Mention):
        return row.subject  # type: ignore[return-value]
    same = [subject for subject in named if subject.folded == to.folded]
    found = named if len(named) == 1 else same
    if len(found) != 1:
        kind = to._meta.verbose_name
        raise EditorialError(f"{row._meta.verbose_name} {row.pk} names {len(named)} of the kind {kind}: say which")
    return found[0]


def _named(row: Row, kind: type[Subject]) -> list[Subject]:
    """Everybody of a kind that a row names, each once."""
    found: list[Any] = []
    match row:
        case Report():
            link = row.link
            found += [link.player, link.to_club, link.from_club, link.loan_club, row.source, row.via, row.claimant]
        case Quote():
            found += [row.speaker, row.via, *row.players.all(), *row.clubs.all()]
        case Mention():
            found.append(row.subject)
    return list(dict.fromkeys(subject for subject in found if isinstance(subject, kind)))


def _move_report(report: Report, of: Subject, to: Subject, by: User, note: str) -> Report:
    link = report.link
    changes: Any = {
        name: to for name in ("player", "to_club", "from_club", "loan_club") if getattr(link, name) == of
    }  # fmt: skip
    changes |= {name: to for name in ("source", "via", "claimant") if getattr(report, name) == of}
    return change_report(report, by=by, note=note, **changes)


def _of_quote(quote: Quote, of: Subject, to: Subject) -> Any:
    changes: dict[str, Any] = {name: to for name in ("speaker", "via") if getattr(quote, name) == of}
    for name in ("players", "clubs"):
        named = list(getattr(quote, name).all())
        if of in named:
            changes[name] = [to if subject == of else subject for subject in named]
    return changes


def _move_mention(mention: Mention, to: Subject, by: User) -> Mention:
    require_tagging(mention.article, by, "rumours.change_mention")
    kind = str(to._meta.model_name)
    for name in SUBJECTS:
        setattr(mention, name, to if name == kind else None)
    save_by(mention, by)
    return mention
