"""What is known already of the link that a card means: that another article reports on it, and how far it had come."""

from typing import Any

from rumours.choices import StageGroup
from rumours.editorial.desk.cards.fields import Json
from rumours.editorial.desk.cards.opened import Opened
from rumours.editorial.desk.cards.windows import code_of
from rumours.models import TransferLink

_HEIGHT = {group: height for height, group in enumerate(StageGroup)}


def link_of(opened: Opened, fields: Json) -> TransferLink | None:
    """The link on which other articles report that these fields mean."""
    player, buyer = fields["player"]["value"], fields["to_club"]["value"]
    if not player or "id" not in player or (buyer and "id" not in buyer):
        return None
    return opened.known_links.get((player["id"], buyer["id"] if buyer else None, window_of(fields)))


def window_of(fields: Json) -> str:
    """The code of the window of a card, named or assumed."""
    window = fields["window"]
    return str(window["value"]) or code_of(window["label"])


def known(link: TransferLink | None, stage_group: str) -> dict[str, Any] | None:
    """`known link, stage interest → bid` with its address; of one that readers do not see that it is known."""
    if link is None:
        return None
    if not (link.is_public and link.is_told):  # type: ignore[attr-defined]  # annotated
        return {"text": "known from a draft", "address": None}
    now = StageGroup(link.stage_group)
    moves = stage_group in set(StageGroup) and _HEIGHT[StageGroup(stage_group)] > _HEIGHT[now]
    text = f"known link, stage {now} → {stage_group}" if moves else f"known link, stage {now}"
    return {"text": text, "address": link.get_absolute_url()}
