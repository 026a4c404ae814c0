"""`python -m tests.benchmarks.world.step sqlite FILE LINKS | postgres FILE | update`: one step of the making.

The database to be written is the default one of the settings, empty or absent.
"""

import os
import sys
from collections.abc import Callable
from time import monotonic

import django
from django.core.management import call_command

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
_BEGAN = monotonic()


def say(text: str) -> None:
    """What is done, with the seconds it took so far."""
    sys.stderr.write(f"  {monotonic() - _BEGAN:6.0f} s  {text}\n")


def sqlite(path: str, links: str) -> None:
    """A new file with a world of so many links."""
    from django.db import connection

    from tests.benchmarks.world.deriving import derive
    from tests.benchmarks.world.filling import fill, make_editor
    from tests.benchmarks.world.storing import loading

    call_command("migrate", verbosity=0)
    make_editor()
    connection.close()  # the load has the file for itself
    with loading(path, say) as file:
        fill(file, int(links), say)
    derive(say)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def postgres(path: str) -> None:
    """The same rows in PostgreSQL."""
    from tests.benchmarks.world.copying import copy_all

    call_command("migrate", verbosity=0)
    copy_all(path, say)
    _stock()


def update() -> None:
    """A world of earlier migrations, brought up to date."""
    from django.db import connection

    from tests.benchmarks.world.deriving import derive

    call_command("migrate", verbosity=0)
    derive(say)
    _stock()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM (ANALYZE)")  # as a site's server does by itself; this one waits for nobody


def _stock() -> None:
    from django.db import connection

    from tests.benchmarks.world.stock_tables import make

    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            make(cursor)
        say("tables of the stock admin")


STEPS: dict[str, Callable[..., None]] = {"sqlite": sqlite, "postgres": postgres, "update": update}


if __name__ == "__main__":
    django.setup()
    STEPS[sys.argv[1]](*sys.argv[2:])
