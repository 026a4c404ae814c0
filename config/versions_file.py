"""Which file the processes of a host share the versions of what readers see in."""

import hashlib
from pathlib import Path
from typing import Any

from rumours.versions.keys import FORMAT


def beside(folder: Path, database: dict[str, Any]) -> str:
    """A file in `folder`, one for each database, so that none is taken for another."""
    place = "\0".join(str(database.get(part, "")) for part in ("ENGINE", "HOST", "PORT", "NAME"))
    return str(folder / f"versions-{FORMAT}-{hashlib.sha256(place.encode()).hexdigest()[:12]}")
