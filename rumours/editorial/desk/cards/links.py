"""Cards of links: suggested ones as they wait, with what editors changed, and those entered as reports."""

from rumours.choices import Doubt, TransferKind
from rumours.editorial.desk.cards import fields as made
from rumours.editorial.desk.cards.fields import Json
from rumours.editorial.desk.cards.matching import CLUB, PLAYER, SOURCE
from rumours.editorial.desk.cards.opened import Opened
from rumours.editorial.desk.cards.repeats import named, ref_of
from rumours.editorial.desk.cards.slots import slot_field, slot_value
from rumours.editorial.linking import origin_of
from rumours.models import Club, Report, Suggestion, TransferLink


def suggested_fields(opened: Opened, row: Suggestion) -> Json:
    """The fields of a suggested link as things stand now; role and follows are settled with all links at once."""
    edit = opened.edits.get(row.pk, {})
    fields = {name: slot_field(opened, row, name) for name in ("player", "from_club", "loan_club", "to_club")}
    fields["free_agent"] = made.field(bool(edit.get("free_agent")))
    _assume_origin(opened, fields, edit)
    fields["source"] = slot_field(opened, row, "source")
    if fields["source"]["value"] is None:
        fields["source"] = made.of_row(opened.book.row(SOURCE, opened.article.publisher_id), opened.book, assumed=True)
    fields["via"] = slot_field(opened, row, "via")
    fields["claimant"] = made.of_ref(edit.get("claimant"), opened.book)
    fields["window"] = _window(opened, fields, str(edit.get("window", row.window)))
    for name, column in (
        ("stage_group", "stage_group"),
        ("stage", "stage"),
        ("kind", "transfer_kind"),
        ("doubt", "doubt"),
    ):
        fields[name] = made.of_word(str(edit.get(name, getattr(row, column))), name)
    fields["fees"] = made.of_fees(edit.get("fees", sums(row)))
    fields["ending"] = made.of_word(str(edit.get("ending", "")), "ending")
    return fields


def take_origin(opened: Opened, fields: Json, edit: Json, there: TransferLink) -> None:
    """Where the text does not say where he leaves from, the known link does: it keeps that, whatever his spell says."""
    said = fields["from_club"]["value"] is not None and not fields["from_club"]["assumed"]
    if said or fields["free_agent"]["value"] or "from_club" in edit or not (there.from_club or there.free_agent):
        return
    fields["from_club"] = made.of_row(there.from_club, opened.book, assumed=there.from_club is not None)
    fields["free_agent"] = made.field(there.free_agent, assumed=there.free_agent)
    if "loan_club" not in edit and (fields["loan_club"]["value"] is None or fields["loan_club"]["assumed"]):
        fields["loan_club"] = made.of_row(there.loan_club, opened.book, assumed=there.loan_club is not None)


def entered_fields(opened: Opened, report: Report) -> Json:
    """The fields of a link as it is entered."""
    link, book = report.link, opened.book
    follows = report.follows
    return {
        "player": made.of_row(book.row(PLAYER, link.player_id), book),
        "from_club": made.of_row(book.row(CLUB, link.from_club_id), book),
        "loan_club": made.of_row(book.row(CLUB, link.loan_club_id), book),
        "to_club": made.of_row(book.row(CLUB, link.to_club_id), book),
        "free_agent": made.field(link.free_agent),
        "source": made.of_row(book.row(SOURCE, report.source_id), book),
        "via": made.of_row(book.row(SOURCE, report.via_id), book),
        "claimant": _claimant(opened, report),
        "window": made.of_window("" if report.window_assumed else link.window.code, assumed=link.window.code),
        "stage_group": made.of_word(report.stage_group, "stage_group"),
        "stage": made.of_word(report.stage, "stage"),
        "kind": made.of_word(report.kind, "kind"),
        "doubt": made.of_word(report.doubt, "doubt"),
        "fees": made.of_fees(sums(report)),
        "ending": made.of_word(link.set_ending, "ending"),
        "role": made.of_word(report.role, "role"),
        "follows": made.field(ref_of(follows), named(follows, opened.article) if follows else ""),
    }


def sums(row: Suggestion | Report) -> list[Json]:
    """The sums of a link as the desk has them."""
    return [{"what": fee.what, "low": fee.low, "high": fee.high, "currency": fee.currency} for fee in row.fees.all()]


def proposed_values(row: Suggestion) -> Json:
    """What the tagger proposed for each field; None and "" where it proposed nothing."""
    values: Json = {
        name: slot_value(row, name) for name in ("player", "from_club", "loan_club", "to_club", "source", "via")
    }
    return values | {
        "window": row.window, "stage_group": row.stage_group, "stage": row.stage,
        "kind": row.transfer_kind or TransferKind.UNKNOWN.value, "doubt": row.doubt or Doubt.NONE.value,
        "fees": sums(row),
    }  # fmt: skip


def _assume_origin(opened: Opened, fields: Json, edit: Json) -> None:
    """Who leaves from nowhere that is said leaves the club of his spell on the article's day, marked as assumed."""
    said = fields["from_club"]["value"] is not None or "from_club" in edit or fields["free_agent"]["value"]
    player = fields["player"]["value"] or {}
    spell = opened.spells.get(player.get("id", 0))
    if said or spell is None:
        return
    buyer = opened.book.row(CLUB, (fields["to_club"]["value"] or {}).get("id"))
    origin = origin_of(spell, buyer if isinstance(buyer, Club) else None)
    fields["from_club"] = made.of_row(origin.club, opened.book, assumed=origin.club is not None)
    if fields["loan_club"]["value"] is None and "loan_club" not in edit:
        fields["loan_club"] = made.of_row(origin.loan_club, opened.book, assumed=origin.loan_club is not None)


def _window(opened: Opened, fields: Json, code: str) -> Json:
    """The window named, else the one assumed for the buyer (the seller where there is none) at the article's date."""
    if code:
        return made.of_window(code)
    buyer = opened.book.row(CLUB, (fields["to_club"]["value"] or {}).get("id"))
    club = buyer or opened.book.row(CLUB, (fields["from_club"]["value"] or {}).get("id"))
    where = (club.association, club.section) if isinstance(club, Club) else ()
    return made.of_window("", assumed=opened.calendar.window_at(opened.article.dated_at, *where))


def _claimant(opened: Opened, report: Report) -> Json:
    kinds = ("person", report.claimant_person_id), (PLAYER, report.claimant_player_id), (CLUB, report.claimant_club_id)
    row = next((opened.book.row(kind, pk) for kind, pk in kinds if pk), None)
    return made.of_row(row, opened.book)
