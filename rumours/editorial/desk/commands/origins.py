"""Where a player leaves from, when the editor said so: his word stands above the player's spell."""

from collections.abc import Collection, Mapping
from typing import Any

from django.contrib.auth.models import User

from rumours.editorial.errors import EditorialError
from rumours.editorial.linking import Origin, set_origin
from rumours.models import Report, Suggestion

_ORIGIN = ("from_club", "loan_club")


def keep_origin(report: Report, changes: Mapping[str, Any], *, by: User) -> None:
    """Write "not known" as it was said, where the link was filled from a spell and no other article reports on it."""
    link = report.link
    if "from_club" not in changes or changes["from_club"] is not None or changes.get("free_agent"):
        return
    wanted = Origin(None, False, changes.get("loan_club"))
    if Origin(link.from_club, link.free_agent, link.loan_club) == wanted or link.is_public:
        return
    if not link.reports.standing().exclude(article=report.article).exists():
        set_origin(link, wanted, by=by)


def require_origin(row: Suggestion, chosen: Collection[str], values: Mapping[str, Any]) -> None:
    """Raise EditorialError where an editor chose whence the player leaves and the link that was joined says otherwise.

    A link that others report on keeps its origin: what he chose would be gone without a word.
    """
    report = row.reports.standing().select_related("link").last()
    for name in _ORIGIN:
        wanted = values.get(name) or {}
        if report is not None and name in chosen and wanted.get("id") not in (None, getattr(report.link, f"{name}_id")):
            raise EditorialError(f"Other articles report on {report.link}: where he leaves from cannot be changed here")
