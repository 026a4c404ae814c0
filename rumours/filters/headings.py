"""The sentence above a list of links: "Centre-backs linked with AC Milan, winter 2026"."""

from collections.abc import Iterator

from rumours.filters.chips import label_of_value
from rumours.filters.links import Direction, LinkFilters
from rumours.filters.wording import joined, plural, window_name

TAIL = ("status", "stage", "kind", "doubt", "role", "nationality")


def heading_of(filters: LinkFilters) -> str:
    """One sentence for what is asked for, without a full stop."""
    who = plural(filters.chosen["position"]) or "Players"
    tail = list(_tail(filters))
    if who == "Players" and not tail and not filters.chosen["club"] and not filters.chosen["direction"]:
        return f"{filters.club.name} transfer rumours" if filters.club else "Transfer rumours"
    return ", ".join([f"{who} {_linked(filters)}", *tail])


def _linked(filters: LinkFilters) -> str:
    others = joined([club.name for club in filters.chosen["club"]], "or")
    one_way = filters.chosen["direction"][0] if len(filters.chosen["direction"]) == 1 else ""
    if filters.club is None:
        places = others
    else:
        places = filters.club.name
    if not places:
        return "in the rumours"
    verb = {"": "linked with", Direction.IN: "linked with a move to", Direction.OUT: "linked with leaving"}[one_way]
    return f"{verb} {places}" + (f" and {others}" if filters.club and others else "")


def _tail(filters: LinkFilters) -> Iterator[str]:
    if codes := filters.chosen["window"]:
        yield joined([window_name(code).lower() for code in sorted(codes)], "or")
    for name in TAIL:
        if values := filters.chosen[name]:
            yield joined([label_of_value(filters, name, value).lower() for value in values], "or")
    for name in ("competition", "source"):
        if rows := filters.chosen[name]:
            yield joined([row.name for row in rows], "or")
    if query := filters.chosen["q"]:
        yield f"named “{query}”"
