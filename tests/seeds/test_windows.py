"""Windows and the spans in which associations keep them open."""

from datetime import datetime
from zoneinfo import ZoneInfo

from rumours.choices import Section
from tests.seeds.reading import rows


def moment(text: str, zone: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


def test_every_window_from_2015_summer_to_2030_winter_stands_once_and_in_order() -> None:
    halves = [(year, season) for year in range(2015, 2031) for season in ("winter", "summer")]
    assert [row["window"] for row in rows("windows")] == [f"{year}-{season}" for year, season in halves[1:-1]]


def test_spans_belong_to_windows_and_open_before_they_close() -> None:
    windows = {row["window"] for row in rows("windows")}
    for row in rows("spans"):
        assert row["window"] in windows
        assert row["section"] in set(Section)
        assert row["confirmed"] in ("yes", "no")
        assert row["reference"]
        if row["opens"] and row["closes"]:
            assert moment(row["opens"], row["time_zone"]) < moment(row["closes"], row["time_zone"])
        for text in filter(None, (row["opens"], row["closes"])):
            assert moment(text, row["time_zone"]).year == int(row["window"][:4])


def test_a_span_is_in_the_list_once() -> None:
    keys = [(row["window"], row["association"], row["section"], row["opens"]) for row in rows("spans")]
    assert sorted(set(keys)) == sorted(keys)


def test_guesses_and_conflicts_are_not_confirmed() -> None:
    spans = {(row["window"], row["association"], row["section"], row["closes"]): row for row in rows("spans")}
    for key in (
        ("2027-winter", "England", "men", "2027-02-01"),
        ("2026-summer", "England", "men", "2026-09-01 23:00"),
        ("2026-winter", "France", "men", "2026-02-02 19:00"),
        ("2025-summer", "Spain", "men", "2025-09-01 19:00"),
    ):
        assert spans[key]["confirmed"] == "no"
    assert spans["2026-winter", "Italy", "men", "2026-02-02 19:00"]["confirmed"] == "yes"


def test_england_opened_twice_in_summer_2025() -> None:
    spans = [row for row in rows("spans") if (row["window"], row["association"]) == ("2025-summer", "England")]
    assert [(row["opens"], row["closes"]) for row in spans] == [
        ("2025-06-01", "2025-06-10"),
        ("2025-06-16", "2025-09-01 19:00"),
    ]
