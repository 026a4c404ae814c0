"""The history of an article, sitting by sitting: who, from when to when, and what was done, in sentences."""

from rumours.editorial.sittings.grouping import Sitting, sittings

__all__ = ["Sitting", "sittings"]
