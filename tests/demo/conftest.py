"""The demo world, made once for all tests of this folder, on reference data and nothing else."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from rumours.demo import Made, make_demo
from rumours.editorial.actors import system_user
from rumours.editorial.loading import load_files

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
ANCHOR = date(2026, 11, 20)


def load_seeds() -> None:
    load_files(sorted(SEEDS.glob("*.csv")), by=system_user())


@pytest.fixture(scope="package")
def demo_world(django_db_setup: None, django_db_blocker: Any) -> Iterator[Made]:
    """What was made; it is rolled back after the last of them, and each works inside it."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_seeds()
        yield make_demo(seed=1, anchor=ANCHOR, by=system_user())
        transaction.set_rollback(True)
