"""What the tagger finds in an article, kept as suggestions for an editor to decide."""

from rumours.editorial.suggesting.repeats import repeat_of, repeats_of
from rumours.editorial.suggesting.retagging import Retagged, outdated, retag
from rumours.editorial.suggesting.running import document_of, document_to_tag, suggest_for, suggest_for_new

__all__ = [
    "Retagged", "document_of", "document_to_tag", "outdated", "repeat_of", "repeats_of", "retag", "suggest_for",
    "suggest_for_new",
]  # fmt: skip
