"""What cannot start says why in one line that names the setting, and no trace of the inside."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ImproperlyConfigured
from django.db.utils import OperationalError

BROKEN = 3  # exit status; gunicorn gives up where its workers end with it, and does not start them again and again


@contextmanager
def stopping() -> Iterator[None]:
    """Turns a broken setting, or a database that cannot be reached, into `Stopped: …` and the exit status."""
    try:
        yield
    except ImproperlyConfigured as error:
        stop(str(error))
    except OperationalError as error:
        stop(f"the database of DATABASE_URL cannot be used: {error}")


def stop(why: str) -> None:
    """Say it and end."""
    sys.stderr.write(f"Stopped: {' '.join(why.split())}\n")
    sys.exit(BROKEN)
