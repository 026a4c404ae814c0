"""Numbers in a file are the same for every process, only rise, and every name has a place of its own."""

import os
from pathlib import Path

import pytest

from rumours.versions.keys import FAMILIES, SINGLE, SLOTS, slot_of
from rumours.versions.shared import SharedNumbers


def test_every_name_has_a_place_of_its_own() -> None:
    names = [*SINGLE, *(f"{family}:{number}" for family, size in FAMILIES.items() for number in range(size))]
    assert sorted(map(slot_of, names)) == list(range(SLOTS))


@pytest.mark.parametrize("name", ["", "club", "club:", "club:x", "club:-1", "club:²", "else:1", "clubs"])
def test_what_is_no_name_has_no_place(name: str) -> None:
    with pytest.raises(ValueError, match="no version is called"):
        slot_of(name)


def test_another_process_reads_what_one_wrote(tmp_path: Path) -> None:
    numbers = SharedNumbers(tmp_path / "numbers", 10)
    child = os.fork()
    if child == 0:
        SharedNumbers(tmp_path / "numbers", 10).raise_to({3: 7})
        os._exit(0)
    os.waitpid(child, 0)
    assert numbers.at([2, 3]) == [0, 7]


def test_a_lower_number_is_not_written_over_a_higher_one() -> None:
    numbers = SharedNumbers(None, 10)
    numbers.raise_to({1: 5, 2: 2**63})
    numbers.raise_to({1: 4, 2: 1})
    assert numbers.at([1, 2]) == [5, 2**63]


def test_a_file_that_was_there_keeps_its_numbers(tmp_path: Path) -> None:
    SharedNumbers(tmp_path / "numbers", 10).raise_to({1: 5})
    again = SharedNumbers(tmp_path / "numbers", 20)
    assert again.at([1, 19]) == [5, 0]


def test_all_of_it_has_its_place_on_the_disk_before_anything_is_written(tmp_path: Path) -> None:
    """A process that writes into a page for which there is no room is killed by SIGBUS."""
    (tmp_path / "numbers").write_bytes(bytes(8))
    (tmp_path / "hole").touch()
    os.truncate(tmp_path / "hole", 800_000)
    for name in ("new", "numbers", "hole"):
        SharedNumbers(tmp_path / name, 100_000)
        found = (tmp_path / name).stat()
        assert (found.st_size, found.st_blocks * 512 >= 800_000) == (800_000, True)
