"""The lists of the desk at any size: counted up to a bound, read along an index, drawn in few steps."""

from rumours.admin.lists.mixin import LongList

__all__ = ["LongList"]
