"""Whatever writes is watched: what readers see never changes without its version."""

from tests.cache.guard import guarded

__all__ = ["guarded"]
