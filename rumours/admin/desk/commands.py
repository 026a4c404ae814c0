"""What can be done at the tagging desk, and by which keys: the page, its help and the settings read this table.

A key is written as the browser names it (`event.key`): `a`, `Shift+Z`, `ArrowDown`, `Ctrl+Enter`, `?`. What each
command does stands in static/rumours/admin/tagging/commands.js under the same name.
"""

from dataclasses import asdict, dataclass
from typing import Any

MOVE, DECIDE, STAGE, FIELDS = "Go from card to card", "Decide", "Stage", "Fields of the card"
TEXT, MAKE, ARTICLE = "Text and evidence", "Make a card", "The article"


@dataclass(frozen=True, slots=True)
class Command:
    """One command. `decides`: a key held down does it once only."""

    id: str
    label: str
    group: str
    keys: tuple[str, ...]
    decides: bool = True


COMMANDS = (
    Command("next", "Next card", MOVE, ("j", "ArrowDown"), decides=False),
    Command("previous", "Previous card", MOVE, ("k", "ArrowUp"), decides=False),
    Command("accept", "Accept", DECIDE, ("a", "Enter")),
    Command("reject", "Reject", DECIDE, ("x",)),
    Command("reopen", "Take back", DECIDE, ("Backspace",)),
    Command("undo", "Undo", DECIDE, ("z",)),
    Command("redo", "Redo", DECIDE, ("Shift+Z",)),
    Command("accept-rest", "Accept the rest", DECIDE, ("Shift+A",)),
    Command("stage-1", "Interest", STAGE, ("1",)),
    Command("stage-2", "Talks", STAGE, ("2",)),
    Command("stage-3", "Bid", STAGE, ("3",)),
    Command("stage-4", "Agreed", STAGE, ("4",)),
    Command("stage-5", "Done", STAGE, ("5",)),
    Command("stage-6", "Off", STAGE, ("6",)),
    Command("field:player", "Player, speaker or name", FIELDS, ("p",)),
    Command("field:from_club", "From; club of a quote or name", FIELDS, ("f",)),
    Command("field:to_club", "To", FIELDS, ("t",)),
    Command("field:loan_club", "Loan club", FIELDS, ("b",)),
    Command("field:window", "Window; translation of a quote", FIELDS, ("w",)),
    Command("field:source", "Outlet", FIELDS, ("o",)),
    Command("field:via", "As quoted by", FIELDS, ("v",)),
    Command("field:kind", "Kind; stance of a quote", FIELDS, ("y",)),
    Command("field:fees", "Fee", FIELDS, ("m",)),
    Command("field:claimant", "Whose own word", FIELDS, ("h",)),
    Command("field:role", "Role", FIELDS, ("l",)),
    Command("field:doubt", "Doubt", FIELDS, ("d",)),
    Command("field:ending", "Ending", FIELDS, ("g",)),
    Command("step:source", "Next outlet that is credited", FIELDS, ("Shift+O",)),
    Command("step:kind", "Next kind", FIELDS, ("Shift+Y",)),
    Command("step:role", "Next role", FIELDS, ("Shift+L",)),
    Command("step:doubt", "Next doubt", FIELDS, ("Shift+D",)),
    Command("next-alternative", "Who else it may be", FIELDS, ("0",)),
    Command("swap", "Swap from and to", FIELDS, ("r",)),
    Command("repeat", "Repeat of another report", FIELDS, ("u",)),
    Command("text", "Into the text", TEXT, ("/",)),
    Command("evidence", "Evidence", TEXT, ("e",)),
    Command("new-link", "New link", MAKE, ("n",)),
    Command("quote", "Quote", MAKE, ("q",)),
    Command("name", "Name", MAKE, ("i",)),
    Command("copy", "Copy the tags of the same text", MAKE, ("c",)),
    Command("publish", "Publish and next", ARTICLE, ("Ctrl+Enter",)),
    Command("drop", "Drop and next", ARTICLE, ("Shift+X",)),
    Command("skip", "Skip", ARTICLE, ("s",)),
    Command("help", "Keys and guide", ARTICLE, ("?",), decides=False),
    Command("leave", "Leave a field, a mode or the help", ARTICLE, ("Escape",), decides=False),
)
BY_ID = {command.id: command for command in COMMANDS}
# These are the same everywhere and are left as they are.
FIXED = frozenset({"leave", "publish"})


def as_json() -> list[dict[str, Any]]:
    """The table for the page."""
    return [{**asdict(command), "fixed": command.id in FIXED} for command in COMMANDS]
