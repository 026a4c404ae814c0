"""Everything stored that follows from published reports, mentions and quotes: computed here and nowhere else."""

from .articles import refresh_all, refresh_article
from .entities import refresh_entities
from .links import refresh_links

__all__ = ["refresh_all", "refresh_article", "refresh_entities", "refresh_links"]
