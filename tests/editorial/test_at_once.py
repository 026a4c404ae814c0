"""Two editors who do the same at the same instant. SQLite lets one write after the other; PostgreSQL lets both try."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from rumours.editorial.importing import import_document
from rumours.editorial.renaming import rename
from rumours.intake import read_pasted
from rumours.models import Article, Club, OldAddress
from tests.factories import ChiefFactory, ClubFactory

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite lets one write after the other"),
]

TEXT = "Milan want Gomez\n\nMilan have asked Liverpool for the defender, the paper reports on Tuesday."


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    """What each act gives back, all of them begun together, each on a connection of its own."""
    start = Barrier(len(acts))

    def run(act: Callable[[], Any]) -> Any:
        try:
            start.wait(timeout=30)
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(run, acts))


@pytest.mark.parametrize("attempt", range(5))
def test_the_same_text_comes_in_once(attempt: int) -> None:
    ana, ben = ChiefFactory(), ChiefFactory()
    raw = read_pasted(f"{TEXT} {attempt}")
    outcomes = at_once(lambda: import_document(raw, by=ana), lambda: import_document(raw, by=ben))
    assert sorted(outcome.is_new for outcome in outcomes) == [False, True]
    assert {outcome.article for outcome in outcomes} == {Article.objects.get()}


@pytest.mark.parametrize("attempt", range(5))
def test_two_clubs_that_take_one_name_get_two_addresses(attempt: int) -> None:
    one, other, chief = ClubFactory(name="Alpha"), ClubFactory(name="Omega"), ChiefFactory()
    at_once(lambda: rename(one, name="Beta", by=chief), lambda: rename(other, name="Beta", by=chief))
    assert set(Club.objects.values_list("slug", flat=True)) == {"beta", "beta-italy"}
    assert dict(OldAddress.objects.values_list("old", "target_id")) == {"alpha": one.pk, "omega": other.pk}


@pytest.mark.parametrize("attempt", range(5))
def test_two_new_clubs_of_one_name_get_two_addresses(attempt: int) -> None:
    at_once(lambda: ClubFactory(name="Beta"), lambda: ClubFactory(name="Beta"))
    assert set(Club.objects.values_list("slug", flat=True)) == {"beta", "beta-italy"}
