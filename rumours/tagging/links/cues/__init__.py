"""The wordings that tell of a move, by stage, as data: see `phrases` for the notation."""

from rumours.tagging.links.cues.agreed import AGREED
from rumours.tagging.links.cues.bids import BIDS
from rumours.tagging.links.cues.cue import SETS, Cue
from rumours.tagging.links.cues.done import DONE
from rumours.tagging.links.cues.interest import INTEREST
from rumours.tagging.links.cues.leaving import LEAVING
from rumours.tagging.links.cues.off import OFF
from rumours.tagging.links.cues.suitors import SUITORS
from rumours.tagging.links.cues.talks import TALKS
from rumours.tagging.links.phrases import Phrasebook

CUES = (*INTEREST, *SUITORS, *TALKS, *BIDS, *AGREED, *DONE, *OFF, *LEAVING)
BOOK: Phrasebook[Cue] = Phrasebook([(phrase, cue) for cue in CUES for phrase in cue.phrases], SETS)

__all__ = ["BOOK", "CUES", "Cue"]
