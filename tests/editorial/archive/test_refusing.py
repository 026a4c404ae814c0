"""What is no whole archive, or meets a site that has something already, changes nothing and is told by its line."""

import json
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO
from typing import Any

import pytest
from django.contrib.auth.models import Group

from rumours.editorial.archive import ArchiveError, export_site, import_site
from rumours.editorial.archive.tables import MADE_BY_ITSELF, tables
from rumours.models import ClockMark
from tests import factories as make
from tests.editorial.archive.world import AT, wipe

pytestmark = pytest.mark.django_db
Lines = list[Any]
CLUB, WINDOW = "rumours.club", "rumours.window"


def small_site() -> Lines:
    """The parsed lines of a site with two clubs, a player and a window; afterwards there is nothing."""
    clubs = [make.ClubFactory.create(name="Redville", pk=5), make.ClubFactory.create(name="Blueport", pk=7)]
    make.PlayerSpellFactory.create(club=clubs[1])
    make.WindowFactory.create(note="so")
    out = BytesIO()
    export_site(out, now=AT)
    wipe()
    return [json.loads(line) for line in out.getvalue().splitlines()]


def written(lines: Lines, *, summed: bool = True) -> bytes:
    """The lines as a file; with `summed` the end fits what stands above it."""
    content = [line if isinstance(line, bytes) else json.dumps(line).encode() + b"\n" for line in lines]
    rows = content[1:-1]
    if summed:
        end = {"rows": len(rows), "sha256": sha256(b"".join(rows)).hexdigest()}
        content[-1] = json.dumps({"end": end}).encode() + b"\n"
    return b"".join(content)


def at(lines: Lines, table: str, nth: int = 0) -> int:
    """Where the rows of a table begin, counted from 0."""
    return [number for number, line in enumerate(lines) if table in line][nth]


def changed(table: str, column: str, value: Any, nth: int = 0) -> Callable[[Lines], int]:
    def change(lines: Lines) -> int:
        number = at(lines, table, nth)
        lines[number][table][column] = value
        return number + 1

    return change


def lacking(lines: Lines) -> int:
    number = at(lines, CLUB)
    del lines[number]
    return number + 2  # where the next table begins


def doubled(lines: Lines) -> int:
    number = at(lines, CLUB)
    lines.insert(number, lines[number])
    return number + 2


def swapped(lines: Lines) -> int:
    number = at(lines, CLUB)
    lines[number], lines[number + 1] = lines[number + 1], lines[number]
    return number + 2


def out_of_place(lines: Lines) -> int:
    number, window = at(lines, CLUB), at(lines, WINDOW)
    lines.insert(number, lines.pop(window))
    return number + 1


def of_no_table(lines: Lines) -> int:
    lines.insert(5, {"rumours.stadium": {"id": 1}})
    return 6


def without_a_column(lines: Lines) -> int:
    number = at(lines, WINDOW)
    del lines[number][WINDOW]["note"]
    return number + 1


def no_json(lines: Lines) -> int:
    lines[4] = b'{"rumours.club": \n'
    return 5


def two_in_a_line(lines: Lines) -> int:
    lines[4] = {CLUB: {}, WINDOW: {}}
    return 5


def header(**values: Any) -> Callable[[Lines], int]:
    def change(lines: Lines) -> int:
        lines[0] |= values
        return 1

    return change


def strange_column(lines: Lines) -> int:
    lines[0]["tables"][CLUB]["columns"].append("stadium")
    return 1


def too_old(lines: Lines) -> int:
    """A column of which nothing can be made up."""
    lines[0]["tables"]["rumours.playerspell"]["columns"].remove("club")
    del lines[at(lines, "rumours.playerspell")]["rumours.playerspell"]["club"]
    return 1


WRONG: dict[str, tuple[Callable[[Lines], int], str]] = {
    "another kind of file": (header(format="csv"), "is not the first line of an archive"),
    "a version to come": (header(version=2), "has version 2 of the format; this site reads version 1"),
    "no list of tables": (header(tables={CLUB: 3}), "does not list the tables"),
    "a strange table": (header(tables={"rumours.stadium": {"rows": 1, "columns": []}}), "has no table rumours.stadium"),
    "a strange column": (strange_column, "rumours.club has no column stadium"),
    "a column too few": (too_old, "rumours.playerspell lacks the column club"),
    "a row less": (lacking, "rumours.club ends after 1 rows, the first line tells of 2"),
    "a row twice": (doubled, "the id of rumours.club must be greater than 5"),
    "rows in another order": (swapped, "the id of rumours.club must be greater than 7"),
    "a table out of its turn": (out_of_place, "ends after 0 rows"),
    "a row of no table": (of_no_table, "is a row of no table that the first line names"),
    "a row without a column": (without_a_column, "should have the columns of rumours.window"),
    "no JSON": (no_json, "is no JSON"),
    "two rows in a line": (two_in_a_line, "should be one object with one table's name"),
    "text for a number": (changed(CLUB, "link_count", "3"), "rumours.club.link_count should be a whole number"),
    "a number for true": (changed(CLUB, "is_public", 1), "rumours.club.is_public should be true or false"),
    "a number too large": (changed(CLUB, "link_count", 2**63), "rumours.club.link_count should be a whole number"),
    "nothing where something must be": (changed(CLUB, "name", None), "rumours.club.name may not be empty"),
    "too long a text": (changed(CLUB, "name", "x" * 121), "rumours.club.name may have 120 characters at most"),
    "no instant": (changed(CLUB, "created_at", "2026-01-20T09:30:00"), "should be an instant with its zone"),
    "a permission nobody knows": (
        changed("auth.group_permissions", "permission", "rumours.club.sell_club"),
        "names the permission rumours.club.sell_club, which this site does not know",
    ),
    "a name that is taken": (changed(CLUB, "slug", "redville", nth=1), "the database refuses it"),
    "half a character": (changed(CLUB, "name", "\ud83d"), "the database refuses it"),
    "a reference to nowhere": (
        changed("rumours.playerspell", "club", 99), "rumours.playerspell.club leads to 99, which is not in the file"
    ),
}  # fmt: skip


def assert_nothing_changed() -> None:
    held = [t.name for t in tables() if t.model not in MADE_BY_ITSELF and t.model._base_manager.exists()]
    assert (held, list(Group.objects.values_list("pk", "name"))) == ([], [(77, "contributor")])


@pytest.mark.parametrize("what", WRONG)
def test_a_file_that_is_wrong_is_refused_with_the_line(what: str) -> None:
    change, why = WRONG[what]
    lines = small_site()
    number = change(lines)
    with pytest.raises(ArchiveError) as refused:
        import_site(BytesIO(written(lines)))
    assert str(refused.value).startswith(f"line {number}: ")
    assert why in str(refused.value)
    assert_nothing_changed()


def test_a_changed_word_is_told_by_the_sum() -> None:
    lines = small_site()
    lines[at(lines, CLUB)][CLUB]["name"] = "Bedville"
    with pytest.raises(ArchiveError, match=f"^line {len(lines)}: the sum is not that of the lines above"):
        import_site(BytesIO(written(lines, summed=False)))
    assert_nothing_changed()


@pytest.mark.parametrize("kept", [0.0, 0.05, 0.5, 0.9, 0.999])
def test_a_file_that_was_cut_is_refused(kept: float) -> None:
    whole = written(small_site())
    cut = whole[: int(len(whole) * kept)]
    with pytest.raises(ArchiveError, match=f"^line {cut.count(bytes([10])) + 1}: the file ends here"):
        import_site(BytesIO(cut))
    assert_nothing_changed()


def test_a_file_cut_between_two_lines_is_refused() -> None:
    lines = small_site()
    with pytest.raises(ArchiveError, match=f"^line {len(lines)}: the file ends here"):
        import_site(BytesIO(b"".join(written(lines).splitlines(keepends=True)[:-1])))
    assert_nothing_changed()


def test_nothing_follows_the_end() -> None:
    lines = small_site()
    with pytest.raises(ArchiveError, match=f"^line {len(lines) + 1}: nothing may follow the end"):
        import_site(BytesIO(written(lines) + b"{}\n"))
    assert_nothing_changed()


def test_the_whole_file_goes_in_and_a_second_time_not() -> None:
    """And what a new site has by itself does not make it one that is not empty."""
    ClockMark.objects.create(name="windows", until=AT)
    whole = written(small_site())
    assert import_site(BytesIO(whole)).users == 0
    with pytest.raises(ArchiveError, match=r"^this site is not empty, it has \w+: import into a new one"):
        import_site(BytesIO(whole))


def test_a_column_that_an_older_site_did_not_have_gets_its_default() -> None:
    lines = small_site()
    lines[0]["tables"][WINDOW]["columns"].remove("note")
    del lines[at(lines, WINDOW)][WINDOW]["note"]
    import_site(BytesIO(written(lines)))
    assert make.WindowFactory._meta.model.objects.get().note == ""
