"""`pytest -p tests.database_only`: the tests that ask the database, and no others: for a run on another one.

What asks none is the same there, and is tested once.
"""

import pytest

ASKING = {"db", "transactional_db", "django_db_reset_sequences", "django_db_setup", "live_server"}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what has neither the mark nor a fixture that asks, and what is marked to be tried once."""
    others = [item for item in items if not _asks(item)]
    config.hook.pytest_deselected(items=others)
    items[:] = [item for item in items if _asks(item)]


def _asks(item: pytest.Item) -> bool:
    if item.get_closest_marker("once"):
        return False
    fixtures: list[str] = getattr(item, "fixturenames", [])
    return item.get_closest_marker("django_db") is not None or not ASKING.isdisjoint(fixtures)
