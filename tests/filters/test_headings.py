"""The sentence above a list."""

import pytest

from rumours.filters.wording import joined
from tests.factories import ClubFactory
from tests.filters.conftest import Listed

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("query", "heading"),
    [
        ("", "AC Milan transfer rumours"),
        ("position=Centre-Back&window=2026-winter", "Centre-backs linked with AC Milan, winter 2026"),
        ("position=Attack&direction=in", "Forwards linked with a move to AC Milan"),
        ("direction=out&kind=loan&kind=swap", "Players linked with leaving AC Milan, loan or swap"),
        ("club=juventus&stage=bid", "Players linked with AC Milan and Juventus, at the stage of bid"),
        (
            "window=2026-summer&window=2026-winter&status=open",
            "Players linked with AC Milan, winter 2026 or summer 2026, open",
        ),
    ],
)
def test_a_club_s_heading_is_a_sentence_of_its_filters(listed: Listed, query: str, heading: str) -> None:
    ClubFactory(name="Juventus", is_public=True)
    assert listed(query, club=ClubFactory(name="AC Milan"), current="2026-winter").heading == heading


@pytest.mark.parametrize(
    ("query", "heading"),
    [
        ("", "Transfer rumours"),
        ("position=Goalkeeper&position=Sweeper", "Goalkeepers and sweepers in the rumours"),
        ("club=juventus&direction=in&nationality=Italy", "Players linked with a move to Juventus, Italy"),
        ("q=skrin", "Players in the rumours, named “skrin”"),
    ],
)
def test_the_heading_of_all_links(listed: Listed, query: str, heading: str) -> None:
    ClubFactory(name="Juventus", is_public=True)
    assert listed(query).heading == heading


def test_words_are_joined_as_in_a_sentence() -> None:
    assert [joined(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]
