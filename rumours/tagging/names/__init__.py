"""Who and what a text names: known names, new ones, their roles, and whom pronouns and descriptions mean."""

from rumours.tagging.names.reader import read

__all__ = ["read"]
