"""The history of an article, sitting by sitting: who, from when to when, and what was done, in sentences."""

from rumours.editorial.sittings.grouping import Sitting, sittings
from rumours.editorial.sittings.sentences import field_name

__all__ = ["Sitting", "field_name", "sittings"]
