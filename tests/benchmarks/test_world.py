"""The generated world: as the project itself would have derived it, true to every constraint, the same each time."""

from collections import Counter
from random import Random
from typing import Any

import pytest
from django.apps import apps
from django.db import connection

from rumours.editorial.checking import broken_spans
from rumours.editorial.deriving import refresh_all
from rumours.models import Article, PlayerSpell, Report, TransferLink, Version
from tests.benchmarks.world.cast import CLUBS, Zipf
from tests.benchmarks.world.copying import line_of
from tests.benchmarks.world.deriving import derive
from tests.benchmarks.world.filling import fill, make_editor
from tests.benchmarks.world.periods import END, periods, shares

LINKS = 400


@pytest.fixture
def world(db: None) -> None:
    """A small world in the test's own database."""
    if connection.vendor != "sqlite":
        pytest.skip("the world is made in SQLite and copied from there")
    make_editor()
    connection.ensure_connection()
    fill(connection.connection, LINKS, lambda text: None, players=300)
    derive(lambda text: None)


def stored() -> dict[str, list[dict[str, Any]]]:
    """Every row of the site, by model; but for the counters, which only tell that somebody looked."""
    models = [model for model in apps.get_app_config("rumours").get_models() if model is not Version]
    return {model.__name__: list(model._base_manager.order_by("pk").values()) for model in models}


def test_nothing_changes_when_the_project_derives_it_again(world: None) -> None:
    before = stored()
    refresh_all(now=END)
    after = stored()
    for model, rows in before.items():
        assert after[model] == rows, model


def test_it_has_what_a_site_has_and_every_span_holds_its_words(world: None) -> None:
    assert LINKS - 20 <= TransferLink.objects.count() <= LINKS + 20
    assert set(TransferLink.objects.values_list("outcome", flat=True)) == {"open", "done", "over"}
    assert PlayerSpell.objects.filter(begun_by__isnull=False, on_loan_from__isnull=False).exists()
    assert Report.objects.filter(role="denial").exists()
    assert Article.objects.needing_tags().count() == Article.objects.drafts().count() > 0
    assert not TransferLink.objects.filter(is_public=True, reports__isnull=True).exists()
    connection.check_constraints()
    assert list(broken_spans()) == []


def test_a_hundredth_of_all_choices_are_the_first_clubs() -> None:
    clubs, chance = Zipf(CLUBS), Random(5)
    chosen = Counter(clubs.choose(chance) for _ in range(20_000))
    assert 170 <= chosen[0] <= 240
    assert chosen[0] > chosen[10] > chosen[1000]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ((1, "a\tb\nc\\d", None), "1\ta\\tb\\nc\\\\d\t\\N\n"),
        ((b"\x00\xff", 0, "", 0.9), "\\\\x00ff\t0\t\t0.9\n"),
    ],
)
def test_a_row_is_written_as_copy_reads_it(row: tuple[object, ...], expected: str) -> None:
    assert line_of(row) == expected


def test_the_last_window_has_its_share_and_no_link_is_lost() -> None:
    dealt = shares(1_000_003)
    assert sum(dealt) == 1_000_003
    assert 0.11 < dealt[-1] / sum(dealt) < 0.13
    assert len(dealt) == len(periods()) == 20
