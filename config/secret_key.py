"""The signing key of a site that is not in production: made once, kept beside its data, readable by its owner alone."""

import os
from pathlib import Path

from django.core.management.utils import get_random_secret_key


def kept_in(folder: Path) -> str:
    """The key kept in `folder`, which exists; made on the first call, also when several processes start at once."""
    path = folder / "secret_key"
    if not path.exists():
        draft = folder / f"secret_key.{os.getpid()}"
        draft.touch(mode=0o600)
        draft.write_text(get_random_secret_key())
        try:
            path.hardlink_to(draft)
        except FileExistsError:
            pass  # another process was first: its key counts
        finally:
            draft.unlink()
    return path.read_text()
