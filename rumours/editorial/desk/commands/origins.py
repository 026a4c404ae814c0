"""Where a player leaves from, when the editor said so: his word stands above the player's spell."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import User

from rumours.editorial.linking import Origin, set_origin
from rumours.models import Report


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
