"""What the row that stays takes over from the one that goes: only where it has nothing itself."""

from typing import Any

from django.db import models

from rumours.choices import GROUP_OF_POSITION, PersonRole, Position
from rumours.models import Club, Entity, Player, Report, Source, TransferLink
from rumours.models.entity import between_bars

OWN = ("name", "slug", "is_reference", "is_stub", "is_fictional", "domains")
PLACES = ("position", "second_position", "third_position")
ENDING = ("set_ending", "set_ending_note", "set_ending_at", "set_ending_by_id")


def details(kept: models.Model, gone: models.Model) -> dict[str, Any]:
    """The columns of `kept` to be filled from `gone`, by attribute name; both of one model.

    An exact position is taken over a mere line, a birth date only where it agrees with the year that is known.
    """
    if isinstance(kept, Entity) and isinstance(gone, Entity):
        found = _empty_filled(kept, gone) | _flags(kept, gone) | _domains(kept, gone)
    elif isinstance(kept, TransferLink) and isinstance(gone, TransferLink):
        found = _of_link(kept, gone)
    elif isinstance(kept, Report) and isinstance(gone, Report):
        found = _of_report(kept, gone)
    else:
        return {}
    if isinstance(kept, Player | TransferLink) and isinstance(gone, Player | TransferLink):
        found |= _positions(kept, gone)
    if isinstance(kept, Player) and isinstance(gone, Player):
        found = _born(kept, gone, found)
    return found


def differing(kept: Entity, gone: Entity) -> dict[str, tuple[Any, Any]]:
    """What both have, but not alike: label of the column to (value that stays, value that goes)."""
    return {
        str(field.verbose_name): (getattr(kept, field.name), getattr(gone, field.name))
        for field in _filled_in_by_hand(kept)
        if not (_is_empty(kept, field) or _is_empty(gone, field))
        and field.value_from_object(kept) != field.value_from_object(gone)
    }


def _filled_in_by_hand(row: models.Model) -> "list[models.Field[Any, Any]]":
    return [f for f in row._meta.concrete_fields if f.editable and not f.primary_key and f.name not in OWN]


def _is_empty(row: models.Model, field: "models.Field[Any, Any]") -> bool:
    value = field.value_from_object(row)
    return value in (None, "", False) or (field.name == "role" and value == PersonRole.OTHER)


def _empty_filled(kept: Entity, gone: Entity) -> dict[str, Any]:
    fields = [f for f in _filled_in_by_hand(kept) if f.name not in (*PLACES, "position_group", "retired")]
    return {
        f.attname: f.value_from_object(gone) for f in fields if _is_empty(kept, f) and not _is_empty(gone, f)
    }  # fmt: skip


def _flags(kept: Entity, gone: Entity) -> dict[str, Any]:
    """Reference data if either is; a stub only while both are."""
    flags: dict[str, Any] = {}
    if gone.is_reference and not kept.is_reference:
        flags |= {"is_reference": True, "is_public": True}
    if getattr(kept, "is_stub", False) and not getattr(gone, "is_stub", False):
        flags["is_stub"] = False
    return flags


def _domains(kept: Entity, gone: Entity) -> dict[str, Any]:
    """Both rows' host names, so that an article from either site finds its source; too many are left as they were."""
    if not isinstance(kept, Club | Source) or not isinstance(gone, Club | Source) or not gone.domains:
        return {}
    hosts = dict.fromkeys(host for row in (kept, gone) for host in row.domains.split("|") if host)
    joined = between_bars(hosts)
    too_long = len(joined) > (type(kept)._meta.get_field("domains").max_length or 0)
    return {} if too_long or joined == kept.domains else {"domains": joined}


def _positions(kept: Player | TransferLink, gone: Player | TransferLink) -> dict[str, Any]:
    """Exact places of both, the kept row's first, unless the other's are of another line than the one known."""
    line = GROUP_OF_POSITION[Position(gone.position)] if gone.position else gone.position_group
    if kept.position_group and line and not kept.position and kept.position_group != line:
        return {}
    places = [*dict.fromkeys([*kept.positions, *gone.positions])][: len(PLACES)]
    wanted = dict(zip(PLACES, [*places, "", "", ""], strict=False))
    main = wanted["position"]
    wanted["position_group"] = GROUP_OF_POSITION[Position(main)] if main else kept.position_group or line
    return {name: str(value) for name, value in wanted.items() if value and value != getattr(kept, name)}


def _born(kept: Player, gone: Player, found: dict[str, Any]) -> dict[str, Any]:
    year = found["born"].year if "born" in found else None
    if year and kept.birth_year and kept.birth_year != year:
        return {name: value for name, value in found.items() if name != "born"}
    if year:
        return found | {"birth_year": year}
    if kept.born:
        return {name: value for name, value in found.items() if name != "birth_year"}
    return found


def _of_link(kept: TransferLink, gone: TransferLink) -> dict[str, Any]:
    """Seller and lender where the kept link names neither, and an ending that an editor set."""
    found: dict[str, Any] = {}
    if kept.from_club_id is None and not kept.free_agent:
        found |= {name: getattr(gone, name) for name in ("from_club_id", "free_agent") if getattr(gone, name)}
    owner = found.get("from_club_id", kept.from_club_id)
    free = found.get("free_agent", kept.free_agent)
    if kept.loan_club_id is None and gone.loan_club_id not in (None, owner) and not free:
        found["loan_club_id"] = gone.loan_club_id
    if gone.set_ending and not kept.set_ending:
        found |= {name: getattr(gone, name) for name in ENDING}
    return found


def _of_report(kept: Report, gone: Report) -> dict[str, Any]:
    """What it corrected and what it followed."""
    found: dict[str, Any] = {}
    if kept.succeeds_id is None and gone.succeeds_id not in (None, kept.pk):
        found["succeeds_id"] = gone.succeeds_id
    if kept.follows_id is None and gone.follows_id not in (None, kept.pk):
        found["follows_id"] = gone.follows_id
    return found
