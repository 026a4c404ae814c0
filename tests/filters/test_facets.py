"""Counts beside the choices: each filter's own choice does not narrow its counts."""

from datetime import timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from rumours.filters.facets import Facet
from rumours.filters.listing import LinkListing
from tests.factories import ClubFactory, TransferLinkFactory, WindowFactory
from tests.filters.conftest import NOW, Listed

pytestmark = pytest.mark.django_db


def facet(listing: LinkListing, name: str) -> Facet | None:
    return next((facet for facet in listing.facets if facet.name == name), None)


def counts(listing: LinkListing, name: str) -> dict[str, int]:
    found = facet(listing, name)
    return {choice.value: choice.count or 0 for choice in found.choices} if found else {}


def test_a_facet_ignores_its_own_filter_and_obeys_the_others(listed: Listed) -> None:
    TransferLinkFactory(is_public=True, stage_group="bid", kind="loan")
    TransferLinkFactory(is_public=True, stage_group="talks", kind="loan")
    TransferLinkFactory(is_public=True, stage_group="talks", kind="swap")
    TransferLinkFactory(stage_group="done", kind="loan")
    listing = listed("stage=bid&kind=loan")
    assert counts(listing, "stage") == {"talks": 1, "bid": 1}
    assert counts(listing, "kind") == {"loan": 1}


def test_counts_equal_what_the_list_shows_for_each_choice(listed: Listed) -> None:
    club = ClubFactory(is_public=True)
    for n, outcome in enumerate(("open", "done", "over", "open")):
        TransferLinkFactory(
            is_public=True,
            to_club=club,
            outcome=outcome,
            closes_at=NOW + timedelta(days=1 if n else -1),
            doubt="price" if n % 2 else "none",
            window=WindowFactory(code="2026-winter" if n else "2025-summer"),
        )
    TransferLinkFactory(is_public=True, from_club=club)
    options = {"club": club, "current": "2026-winter"}
    for name in ("direction", "window", "status", "stage", "doubt", "kind", "club"):
        for value, count in counts(listed("", **options), name).items():
            assert listed(f"{name}={value}", **options).total == count, (name, value)


def test_positions_count_main_and_other_places_and_the_line(listed: Listed) -> None:
    TransferLinkFactory(is_public=True, position="Centre-Back", second_position="Left-Back", position_group="Defender")
    TransferLinkFactory(is_public=True, position="", position_group="Defender", player__position="")
    TransferLinkFactory(is_public=True, position="Goalkeeper", position_group="Goalkeeper")
    found = facet(listed(), "position")
    assert found is not None
    assert [(choice.value, choice.count, choice.inner) for choice in found.choices] == [
        ("Goalkeeper", 1, False),
        ("Defender", 2, False),
        ("Centre-Back", 1, True),
        ("Left-Back", 1, True),
    ]


def test_a_chosen_value_stays_to_be_let_go_also_where_it_finds_nothing(listed: Listed) -> None:
    TransferLinkFactory(is_public=True, kind="loan")
    found = facet(listed("kind=swap"), "kind")
    assert found is not None
    assert [(choice.value, choice.count) for choice in found.chosen] == [("swap", 0)]


def test_a_page_without_a_club_offers_no_direction_and_a_window_s_page_no_windows(listed: Listed) -> None:
    TransferLinkFactory(is_public=True)
    assert facet(listed(), "direction") is None
    assert facet(listed("", fixed=["window"]), "window") is None


@pytest.mark.parametrize("rows", [1, 3])
def test_facets_take_the_same_queries_whatever_the_rows(
    listed: Listed, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    TransferLinkFactory.create_batch(rows, is_public=True)
    with django_assert_num_queries(9):
        assert listed().facets
