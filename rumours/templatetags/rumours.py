"""What the desk shows as the public pages do: days and sums."""

from datetime import date, datetime
from typing import Any

from django import template
from django.template.loader import get_template
from django.utils.safestring import SafeString

from rumours.formatting import rows

register = template.Library()
register.filter("fee_range", rows.fee_range)


@register.inclusion_tag("admin/rumours/includes/_day.html")
def day(at: datetime | date | None, unknown: str = "date unknown") -> dict[str, object]:
    """An instant (shown as its day in UTC) or a day as a `<time>` element: 14 Jan 2026."""
    return {"moment": rows.moment_of_day(at) if at else None, "unknown": unknown}


@register.simple_tag
def list_rows(cl: Any) -> SafeString:
    """The rows of a change list (`rumours.admin.lists`) as a table's body has them."""
    return SafeString(get_template("rows.html", using="jinja2").render({"rows": cl.rows}))  # nosec B703
