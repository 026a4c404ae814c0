"""Where each player is now, by what the text says of him and what is known."""

from rumours.tagging.links.origins.settling import settle

__all__ = ["settle"]
