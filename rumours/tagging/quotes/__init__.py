"""Direct speech: what was said, by whom, to which outlet."""

from rumours.tagging.quotes.finder import find_quotes

__all__ = ["find_quotes"]
