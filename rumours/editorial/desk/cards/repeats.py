"""Which known report a claim repeats, by what its card says now; and how that report is named."""

from collections.abc import Sequence

from rumours.choices import ReportRole, SuggestionKind
from rumours.editorial.desk.cards import fields as made
from rumours.editorial.desk.cards.fields import Json
from rumours.editorial.desk.cards.opened import Opened
from rumours.editorial.suggesting import repeats_of
from rumours.models import Article, Report, Suggestion


def followed(opened: Opened, cards: Sequence[Json]) -> list[Report | None]:
    """For the fields of each link the report that its claim repeats, or None (one query for all of them)."""
    return repeats_of(opened.article, [_claim(opened.article, fields) for fields in cards])


def settle_role(opened: Opened, fields: Json, edit: Json, found: Report | None) -> None:
    """Write role and the report that is followed: as an editor chose, else a repeat of what was found, else origin.

    A claim that names no window is in that of the report it repeats.
    """
    chosen = bool({"role", "follows"} & edit.keys())
    follows = _chosen(opened, edit) if chosen else found
    role = edit.get("role") or (ReportRole.REPEAT if follows else ReportRole.ORIGIN)
    fields["role"] = made.of_word(str(role), "role")
    fields["follows"] = made.field(ref_of(follows), named(follows, opened.article) if follows else "")
    if follows is not None and fields["window"]["assumed"] and "window" not in edit:
        fields["window"] = made.of_window("", assumed=follows.link.window.code)


def repeat(fields: Json, found: Report | None, article: Article) -> Json | None:
    """The report that the card offers to repeat, and whether it does."""
    if found is None:
        return None
    is_set = fields["role"]["value"] == ReportRole.REPEAT and fields["follows"]["value"] == ref_of(found)
    return {"report": found.pk, "text": named(found, article), "is_set": is_set}


def named(report: Report, article: Article) -> str:
    """`The Quayside Post’s report of 12 January`, with the year where it is another than the article's."""
    at = report.dated_at
    year = f" {at.year}" if at.year != article.dated_at.year else ""
    who = f"{report.source}’s report" if report.source_id else "A report"
    return f"{who} of {at.day} {at:%B}{year}"


def ref_of(report: Report | None) -> Json | None:
    """How the desk names a report."""
    return {"kind": "report", "id": report.pk} if report else None


def _chosen(opened: Opened, edit: Json) -> Report | None:
    return opened.chosen_reports.get((edit.get("follows") or {}).get("id", 0))


def _claim(article: Article, fields: Json) -> Suggestion:
    """What the fields say, as an unsaved suggestion that can be asked."""
    buyer = fields["to_club"]["value"] or {}
    return Suggestion(
        article=article, kind=SuggestionKind.LINK, player_id=(fields["player"]["value"] or {}).get("id"),
        to_club_id=buyer.get("id"), to_name=buyer.get("new", ""), window=fields["window"]["value"],
        source_id=(fields["source"]["value"] or {}).get("id"), stage_group=fields["stage_group"]["value"],
    )  # fmt: skip
