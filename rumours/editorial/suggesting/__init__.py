"""What the tagger finds in an article, kept as suggestions for an editor to decide."""

from rumours.editorial.suggesting.repeats import repeat_of, repeats_of
from rumours.editorial.suggesting.retagging import Retagged, outdated, retag
from rumours.editorial.suggesting.running import document_of, suggest_for, suggest_for_new

__all__ = ["Retagged", "document_of", "outdated", "repeat_of", "repeats_of", "retag", "suggest_for", "suggest_for_new"]
