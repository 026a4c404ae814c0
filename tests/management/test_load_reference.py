"""manage.py load_reference, as it is typed."""

from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command

from rumours.models import Club, Player
from tests.factories import ClubFactory, PlayerFactory, UserFactory

pytestmark = pytest.mark.django_db
SEEDS = sorted(Path(__file__).resolve().parents[2].glob("seeds/*.csv"))


def run(*args: object, **options: object) -> tuple[list[str], list[str]]:
    out, err = StringIO(), StringIO()
    call_command("load_reference", *map(str, args), stdout=out, stderr=err, **options)
    return out.getvalue().splitlines(), err.getvalue().splitlines()


def file(folder: Path, text: str, name: str = "players.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_it_says_what_it_did(tmp_path: Path) -> None:
    PlayerFactory(name="Murillo", is_stub=True)
    path = file(tmp_path, "name,position,club,shoe size\nMurillo,D,,44\nDanilo,D,Nowhere,\n")
    out, err = run(path)
    assert out == ["stub 'Murillo' may be 'Murillo': merge in the admin", "players: 2 new, 0 changed, 0 already here"]
    assert err == [
        f"{path}, line 1: columns that are not known are passed over: shoe size",
        f"{path}, line 3, column club: no club, or more than one, is called 'Nowhere': left empty",
    ]
    assert run(path)[0][1] == "players: 0 new, 0 changed, 2 already here"


def test_a_dry_run_leaves_nothing_not_even_its_user(tmp_path: Path) -> None:
    out, _ = run(file(tmp_path, "name,country,league\nRoma,Italy,\n"), check=True)
    assert out == ["clubs: 1 new, 0 changed, 0 already here", "Dry run: nothing was stored."]
    assert (Club.objects.count(), get_user_model().objects.count()) == (0, 0)


def test_errors_stop_it_with_exit_2_and_fifty_of_them_are_shown(tmp_path: Path) -> None:
    good = file(tmp_path, "name,country,league\nRoma,Italy,\n", "clubs.csv")
    bad = file(tmp_path, "name,position\n" + "X Y,Libero\n" * 60)
    err = StringIO()
    with pytest.raises(CommandError) as caught:
        call_command("load_reference", str(good), str(bad), stderr=err)
    lines = err.getvalue().splitlines()
    assert (caught.value.returncode, len(lines), lines[-1]) == (2, 51, "… and 10 more errors")
    assert lines[0].startswith(f"{bad}, line 2, column position: 'Libero' is not one of")
    assert Club.objects.count() == 0


@pytest.mark.parametrize("name", ["missing.csv", "."])
def test_what_cannot_be_read_is_an_error(tmp_path: Path, name: str) -> None:
    with pytest.raises(CommandError, match="Nothing was loaded"):
        run(tmp_path / name)


def test_it_acts_as_the_user_who_must_be_allowed(tmp_path: Path) -> None:
    path = file(tmp_path, "name,position\nX Y,D\n")
    UserFactory(username="ann", permissions=("add_player", "change_player"))
    UserFactory(username="bob")
    for name in ("bob", "nobody"):
        with pytest.raises(CommandError) as caught:
            run(path, by=name)
        assert caught.value.returncode == 2
    run(path, by="ann")
    assert Player.history.get().history_user.username == "ann"


def test_the_seeds_load_without_a_warning_and_again_without_a_change() -> None:
    ClubFactory(name="Juventus", association="Brazil")
    assert run(*SEEDS)[1] == []
    assert Player.objects.published().get(folded="fikayo tomori").club == Club.objects.get(
        name="AC Milan", section="men"
    )
    again, _ = run(*reversed(SEEDS))
    assert [line for line in again if ": 0 new, 0 changed," not in line] == []
