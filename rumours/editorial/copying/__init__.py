"""Two articles with nearly the same words: what is tagged in the one is entered in the other, in one go."""

from rumours.editorial.copying.entering import Copied, copy_tags
from rumours.editorial.copying.taking_back import remove_copied
from rumours.editorial.copying.twins import twin_of

__all__ = ["Copied", "copy_tags", "remove_copied", "twin_of"]
