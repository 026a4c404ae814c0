"""What the comboboxes of the desk offer."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.contrib.auth.models import User

from rumours.editorial.desk.cards import find
from rumours.editorial.desk.cards.windows import code_of
from tests import factories as make
from tests.editorial.desk.conftest import Desk

pytestmark = pytest.mark.django_db


def labels(desk: Desk, what: str, q: str = "", **more: Any) -> list[tuple[str, str]]:
    return [(row["label"], row["hint"]) for row in find(desk.article, what, q, **more)]


def test_nothing_typed_gives_whom_the_article_names_in_its_order_and_nobody_else(desk: Desk) -> None:
    make.PlayerFactory(name="Somebody Else")
    assert labels(desk, "player") == [
        ("Teo Marlin", "born 2001, Centre-Back, Norway"),
        ("Paulinho", "Centre-Back, Brazil"),
        ("Paulinho", "Centre-Back, Portugal"),
        ("Oskar Vinde", "new"),
    ]
    assert labels(desk, "club") == [("Rovers", "Italy"), ("Portwick", "England"), ("Harbour Town", "England")]


def test_a_name_is_found_without_accents_and_by_the_start_of_each_word(desk: Desk) -> None:
    make.PlayerFactory(name="Jürgen Ødelund", position="", nationality="Norway")
    make.PlayerFactory(name="Modelund", position="")
    assert labels(desk, "player", "odel jur") == [("Jürgen Ødelund", "Norway")]


def test_one_found_by_another_name_says_by_which(desk: Desk) -> None:
    make.ClubAliasFactory(club=desk.harbour, name="The Gúlls")
    make.ClubFactory(name="Seagulls")
    assert labels(desk, "club", "gull") == [("Harbour Town (The Gúlls)", "England")]
    assert labels(desk, "club", "harb") == [("Harbour Town", "England")]


def test_those_of_the_article_come_first_and_a_dozen_rows_at_most(desk: Desk) -> None:
    for number in range(20):
        make.PlayerFactory(name=f"Teodor {number}", link_count=9)
    found = find(desk.article, "player", "teo")
    assert (len(found), found[0]["value"]) == (12, {"kind": "player", "id": desk.marlin.pk})


def test_a_player_of_the_other_section_is_not_offered(desk: Desk) -> None:
    make.PlayerFactory(name="Runa Holt", section="women")
    assert labels(desk, "player", "runa") == []


def test_a_new_name_is_offered_as_a_row_once_somebody_bears_it(desk: Desk) -> None:
    stub = make.PlayerFactory(name="Óskar Vinde", is_stub=True, position="")
    found = find(desk.article, "player", "oskar")
    assert found == [{"value": {"kind": "player", "id": stub.pk}, "label": "Óskar Vinde", "hint": "stub"}]


def test_players_and_people_speak_and_a_player_is_offered_once(desk: Desk) -> None:
    make.PersonFactory(name="Teo Marlin", player=desk.marlin)
    assert [row["value"]["kind"] for row in find(desk.article, "speaker", "teo marlin")] == ["player"]
    assert labels(desk, "speaker", "quist") == [("Abel Quist", "coach, Rovers")]


def test_what_cannot_be_chosen_is_named(desk: Desk) -> None:
    with pytest.raises(ValueError, match="'shoe' is nothing to choose: player, club"):
        find(desk.article, "shoe", "")


def test_windows_around_the_day_with_none_named_second(desk: Desk) -> None:
    assert find(desk.article, "window", "")[:3] == [
        {"value": "2026-winter", "label": "Winter 2026", "hint": "open that day"},
        {"value": "", "label": "Not said", "hint": "assumed by the date"},
        {"value": "2026-summer", "label": "Summer 2026", "hint": "not open yet"},
    ]
    assert [row["value"] for row in find(desk.article, "window", "sum")] == [
        "2026-summer",
        "2027-summer",
        "2025-summer",
    ]
    assert [row["value"] for row in find(desk.article, "window", "1999 summer")] == ["1999-summer"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("2026-winter", "2026-winter"), ("winter 2026", "2026-winter"), ("Summer, 2027", "2027-summer"),
        ("2026 s", "2026-summer"), ("2026/w", "2026-winter"),
        ("winter", ""), ("2026", ""), ("spring 2026", ""), ("2026-27", ""), ("winter 26", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_window_is_read_as_people_write_it(words: str, code: str) -> None:
    assert code_of(words) == code


def test_the_reports_of_the_link_are_offered_and_no_others(desk: Desk, chief: User) -> None:
    link = make.TransferLinkFactory(player=desk.marlin, to_club=desk.portwick)
    earlier = make.PublishedArticleFactory(publisher=desk.post, published_at=datetime(2025, 12, 30, 12, tzinfo=UTC))
    report = make.ReportFactory(article=earlier, link=link, stage_group="talks")
    make.ReportFactory(link=make.TransferLinkFactory(player=desk.marlin, to_club=desk.harbour))
    make.ReportFactory(link=link, withdrawn_at=earlier.published_at, withdrawn_by=chief, withdrawn_why="No.")
    key = f"s{desk.bid.pk}"
    assert find(desk.article, "report", "", card=key, by=chief) == [
        {
            "value": {"kind": "report", "id": report.pk},
            "label": "The Quayside Post’s report of 30 December 2025",
            "hint": "talks, Winter 2026",
        }
    ]
    assert find(desk.article, "report", "harb", card=key, by=chief) == []
    assert find(desk.article, "report", "", card=f"s{desk.quote.pk}", by=chief) == []
