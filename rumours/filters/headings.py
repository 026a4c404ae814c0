"""The sentence above a list of links: "Centre-backs linked with AC Milan, winter 2026"."""

from collections.abc import Iterator

from rumours.calendar import WindowCode
from rumours.filters.links import Direction, LinkFilters
from rumours.filters.wording import joined, plural, window_name

LEADS_IN = {"status": "", "stage": "at the stage of ", "kind": "", "doubt": "", "role": "reported as "}
VERBS = {Direction.IN: "linked with a move to", Direction.OUT: "linked with leaving"}


def heading_of(filters: LinkFilters) -> str:
    """One sentence for what is asked for, without a full stop."""
    who = plural(filters.chosen["position"])
    tail = list(_tail(filters))
    if not (who or tail or filters.chosen["club"] or filters.chosen["direction"]):
        return f"{filters.seen_from.name} transfer rumours" if filters.seen_from else "Transfer rumours"
    return ", ".join([f"{who or 'Players'} {_linked(filters)}", *tail])


def _linked(filters: LinkFilters) -> str:
    others = joined([club.name for club in filters.chosen["club"]], "or")
    places = filters.seen_from.name if filters.seen_from else others
    if not places:
        return "in the rumours"
    directions = filters.chosen["direction"]
    verb = VERBS[Direction(directions[0])] if len(directions) == 1 else "linked with"
    return f"{verb} {places} and {others}" if filters.seen_from and others else f"{verb} {places}"


def _tail(filters: LinkFilters) -> Iterator[str]:
    if codes := filters.chosen["window"]:
        yield joined([window_name(code).lower() for code in sorted(codes, key=WindowCode.parse)], "or")
    for name, lead_in in LEADS_IN.items():
        if values := filters.chosen[name]:
            yield lead_in + joined([filters.label_of(name, value).lower() for value in values], "or")
    if countries := filters.chosen["nationality"]:
        yield joined(countries, "or")
    for name in ("competition", "source"):
        if rows := filters.chosen[name]:
            yield joined([row.name for row in rows], "or")
    if query := filters.chosen["q"]:
        yield f"named “{query}”"
