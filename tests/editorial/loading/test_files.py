"""Loading as a whole: all or nothing, any order, again without effect."""

from itertools import permutations
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rumours.editorial.loading import load_files
from rumours.intake.table_errors import TableErrors
from rumours.models import Club, Competition, ExchangeRate, Person, Player, PlayerSpell, Source, Window, WindowSpan
from tests.editorial.loading.files import CLUBS, LEAGUES, PLAYERS, counts, load_in, warnings
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

FILES = (
    PLAYERS + "Fikayo Tomori,Centre-Back,1997-12-19,England|Canada,Milan,Italy,Oluwafikayomi Tomori\n",
    "name,role,club,club_country\nIgli Tare,director,AC Milan,Italy\n",
    "window,association,section,opens,closes,time_zone,confirmed\n2026-winter,Italy,,2026-01-02,,Europe/Rome,yes\n",
    CLUBS + "AC Milan,Italy,Serie A,Milan,Rossoneri,\n",
    "window,note\n2026-winter,\n",
    "name,kind,outlet,domains\nFabrizio,journalist,Tuttojuve,\nTuttojuve,outlet,,tuttojuve.com\n",
    LEAGUES,
    "currency,year,eur\nGBP,2025,1.17\n",
)
MODELS = (Competition, Club, Source, Player, PlayerSpell, Person, Window, WindowSpan, ExchangeRate)


def stored() -> list[list[dict[str, object]]]:
    unlike = ("id", "created_at")
    return [
        [{k: v for k, v in row.items() if k not in unlike and not k.endswith("_id")} for row in model.objects.values()]
        for model in MODELS
    ]


def test_all_kinds_in_one_call(tmp_path: Path) -> None:
    summary = load_in(tmp_path, *FILES)
    assert [count[0] for count in counts(summary).values()] == [2, 1, 2, 1, 1, 1, 1, 1]
    tomori = Player.objects.published().get()
    assert (tomori.club, tomori.spells.get().club) == (Club.objects.get(), Club.objects.get())
    assert (tomori.slug, tomori.position_group, tomori.birth_year) == ("fikayo-tomori", "Defender", 1997)
    assert Player.objects.called("oluwafikayomi tomori").get() == tomori
    assert Club.objects.called("rossoneri").get().competition == Competition.objects.get(country="Italy")
    assert Source.objects.at_domain("www.tuttojuve.com").get().journalists.get().name == "Fabrizio"
    assert Person.objects.published().get().club == Club.objects.get()
    assert warnings(summary) == []


def test_loading_again_changes_nothing(tmp_path: Path) -> None:
    load_in(tmp_path, *FILES)
    before, logged = stored(), Player.history.count()
    again = counts(load_in(tmp_path, *FILES))
    assert {(new, changed, left) for new, changed, _, left in again.values()} == {(0, 0, 0)}
    assert (stored(), Player.history.count()) == (before, logged)


def test_the_order_of_the_files_does_not_matter(tmp_path: Path) -> None:
    load_in(tmp_path, *FILES)
    expected = stored()
    for model in reversed(MODELS):
        model.objects.all().delete()
    load_in(tmp_path, *reversed(FILES))
    assert stored() == expected


def test_of_two_files_the_fuller_one_names_whatever_their_order(tmp_path: Path) -> None:
    poor = "name,country,league\nMilan AC,Italy,\n"
    rich = CLUBS + "AC Milan,Italy,,Milan|Milan AC,,\n"
    for files in permutations((poor, rich)):
        Club.objects.all().delete()
        load_in(tmp_path, *files)
        assert [(club.name, club.slug) for club in Club.objects.all()] == [("AC Milan", "ac-milan")]


def test_an_error_in_the_last_file_stops_all(tmp_path: Path) -> None:
    with pytest.raises(TableErrors) as caught:
        load_in(tmp_path, *FILES, "name,role\nX Y,tailor\n", "name,country,league\n,Italy,\nA,,\n")
    assert [(Path(e.file).name, e.line, e.column) for e in caught.value.errors] == [
        ("9.csv", 2, "role"),
        ("10.csv", 2, "name"),
        ("10.csv", 3, "country"),
    ]
    assert [model.objects.count() for model in MODELS] == [0] * len(MODELS)


def test_a_dry_run_tells_and_stores_nothing(tmp_path: Path) -> None:
    summary = load_in(tmp_path, *FILES, check=True)
    assert counts(summary)["players"] == (1, 0, 0, 0)
    assert [model.objects.count() for model in MODELS] == [0] * len(MODELS)
    assert Player.history.count() == 0


def test_new_rows_have_a_history_that_names_the_user(tmp_path: Path) -> None:
    load_in(tmp_path, *FILES)
    for model in (Club, Player, PlayerSpell, Window):
        rows = model.history.values_list("history_type", "history_user__username")
        assert list(rows) == [("+", "system")]


def test_who_may_not_add_players_may_not_load_them(tmp_path: Path) -> None:
    path = tmp_path / "players.csv"
    path.write_text(FILES[0], encoding="utf-8")
    with pytest.raises(PermissionDenied):
        load_files([path], by=UserFactory(permissions=("add_player",)))
    load_files([path], by=UserFactory(permissions=("add_player", "change_player")))
    assert Player.objects.count() == 1


def test_queries_do_not_grow_with_the_rows(tmp_path: Path) -> None:

    def queries(*names: str) -> int:
        rows = "".join(f"{name},D,2000-01-01,Italy,,,{name} Junior\n" for name in names)
        with CaptureQueriesContext(connection) as captured:
            load_in(tmp_path, PLAYERS + rows)
        return len(captured)

    queries("Nobody")
    assert queries("Uno") == queries("Due", "Tre", "Quattro")
