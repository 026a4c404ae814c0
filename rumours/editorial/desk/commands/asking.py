"""What the desk can be asked for: JSON in, a checked request out, or the field that is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from re import fullmatch
from typing import Any, Self

from rumours.choices import Doubt, Ending, PersonRole, QuoteStance, ReportRole, Stage, StageGroup, TransferKind
from rumours.editorial.desk.commands import shapes
from rumours.editorial.desk.commands.errors import BadAsked

LONGEST_NOTE = 300
_PEOPLE = ("player", "person")

LINK: dict[str, shapes.Shape] = {
    "player": shapes.ref("player"),
    "from_club": shapes.ref("club"),
    "loan_club": shapes.ref("club"),
    "to_club": shapes.ref("club"),
    "source": shapes.ref("source"),
    "via": shapes.ref("source"),
    "claimant": shapes.ref("player", "person", "club"),
    "follows": shapes.ref("report"),
    "free_agent": shapes.flag,
    "window": shapes.window,
    "stage_group": shapes.one_of(StageGroup),
    "stage": shapes.one_of(Stage, blank=True),
    "kind": shapes.one_of(TransferKind),
    "doubt": shapes.one_of(Doubt),
    "role": shapes.one_of(ReportRole),
    "fees": shapes.fees,
    "ending": shapes.one_of(Ending, blank=True),
    "evidence": shapes.evidence,
}
QUOTE: dict[str, shapes.Shape] = {
    "speaker": shapes.ref(*_PEOPLE, described=True),
    "role": shapes.one_of(PersonRole, blank=True),
    "club": shapes.ref("club"),
    "via": shapes.ref("source"),
    "stance": shapes.one_of(QuoteStance),
    "translation": shapes.text(shapes.LONGEST_TEXT),
    "evidence": shapes.evidence,
}
NAME: dict[str, shapes.Shape] = {
    "subject": shapes.ref("player", "club", "person", "source"),
    "role": shapes.one_of(PersonRole, blank=True),
    "club": shapes.ref("club"),
    "evidence": shapes.evidence,
}
FIELDS = {"link": LINK, "quote": QUOTE, "name": NAME}


def _report_or_none(name: str, value: Any) -> int | None:
    return None if value is None else shapes.row_id(name, value)


# What each verb takes along; None: the fields of the kind of card that it is about, looked at where that is known.
TAKES: dict[str, dict[str, shapes.Shape] | None] = {
    "accept": None,
    "edit": None,
    "reject": {},
    "reopen": {},
    "remove": {},
    "add_link": LINK,
    "add_quote": QUOTE,
    "add_name": NAME,
    "accept_rest": {"cards": shapes.versions},
    "repeat": {"report": _report_or_none},
    "copy_tags": {"article": shapes.row_id},
    "swap": {},
    "undo": {},
    "redo": {},
    "publish": {},
    "drop": {},
    "skip": {},
}
OF_A_CARD = frozenset({"accept", "reject", "edit", "reopen", "remove", "repeat", "swap"})
_NEEDS = {"add_link": ("player", "evidence"), "add_quote": ("evidence",), "add_name": ("subject", "evidence"),
          "repeat": ("report",), "copy_tags": ("article",)}  # fmt: skip
# `have` is for the answer
_MEMBERS = ("client_id", "sitting", "verb", "card", "version", "text", "values", "note", "have")


@dataclass(frozen=True, slots=True)
class Asked:
    """One request: what is to be done, to which card as it was seen, with which values, under which id of the client.

    `values` are JSON of the right shape: of `accept` and `edit` by `checked`, once the kind of card is known. Places in
    them are those of the article's text in the version `text` (None: as it is).
    """

    client_id: str
    verb: str
    card: str | None = None
    version: str | None = None
    values: Mapping[str, Any] = field(default_factory=dict)
    note: str = ""
    sitting: str = ""
    text: str | None = None

    @classmethod
    def parse(cls, payload: Any) -> Self:
        """A request from JSON. Raises BadAsked, naming the field, for whatever is none."""
        given = shapes.members("request", payload, _MEMBERS)
        verb = given.get("verb")
        if not isinstance(verb, str) or verb not in TAKES:
            raise BadAsked("verb", f"is to be one of {', '.join(TAKES)}")
        return cls(
            client_id=_client_id(given.get("client_id")),
            verb=verb,
            card=_card(given.get("card"), verb),
            version=_version("version", given.get("version"), needed=verb in OF_A_CARD),
            text=_version("text", given.get("text"), needed=False),
            values=_values(verb, _or(given.get("values"), {})),
            note=shapes.text(LONGEST_NOTE)("note", _or(given.get("note"), "")),
            sitting=shapes.text(40)("sitting", _or(given.get("sitting"), "")),
        )

    def as_json(self, **more: Any) -> dict[str, Any]:
        """The request as a decision keeps it."""
        kept = {"verb": self.verb, "card": self.card, "version": self.version, "values": dict(self.values)}
        return {**kept, "note": self.note, **more}

    @classmethod
    def again(cls, kept: Mapping[str, Any], *, like: "Asked") -> Self:
        """What a decision kept of a request, asked for anew by the request `like`."""
        return cls(
            client_id=like.client_id, verb=str(kept["verb"]), card=kept.get("card"), values=kept.get("values") or {},
            note=like.note or str(kept.get("note") or ""), sitting=like.sitting,
        )  # fmt: skip


def checked(values: Mapping[str, Any], shapes_of: Mapping[str, shapes.Shape]) -> dict[str, Any]:
    """Values whose every field is one of these, each of its shape. Raises BadAsked."""
    shapes.members("values", values, shapes_of)
    return {name: shapes_of[name](f"values.{name}", value) for name, value in values.items()}


def _values(verb: str, given: Any) -> dict[str, Any]:
    taken = TAKES[verb]
    values = checked(given, taken) if taken is not None else _of_any_card(given)
    missing = next((name for name in _NEEDS.get(verb, ()) if name not in values), None)
    if missing is not None:
        raise BadAsked(f"values.{missing}", "is missing")
    return values


def _of_any_card(given: Any) -> dict[str, Any]:
    """Values that fit a card of some kind; of which, is seen when the card is known."""
    if not isinstance(given, Mapping):
        raise BadAsked("values", "is to be an object")
    wrong: BadAsked | None = None
    for shapes_of in FIELDS.values():
        try:
            return checked(given, shapes_of)
        except BadAsked as error:
            # the kind that has all these fields tells best what is wrong with one of them
            wrong = error if wrong is None or set(given) <= set(shapes_of) else wrong
    raise wrong or BadAsked("values", "fit no card")


def _or(given: Any, default: Any) -> Any:
    return default if given is None else given


def _client_id(value: Any) -> str:
    if not isinstance(value, str) or not fullmatch(r"[A-Za-z0-9_.:-]{1,40}", value):
        raise BadAsked("client_id", "is to be 1 to 40 letters, digits or any of _.:-")
    return value


def _card(value: Any, verb: str) -> str | None:
    if value is None and verb not in OF_A_CARD:
        return None
    if not isinstance(value, str) or not fullmatch(r"[srqm][1-9][0-9]{0,17}", value):
        raise BadAsked("card", "is to be the key of a card, as s12, r34, q5 or m7")
    return value


def _version(field: str, value: Any, *, needed: bool) -> str | None:
    if value is None and not needed:
        return None
    if not isinstance(value, str) or not fullmatch(r"[0-9a-f]{12}", value):
        raise BadAsked(field, f"is to be the {field} that was seen: 12 hexadecimal digits")
    return value
