"""export_site and import_site: what they say, what they leave behind, and how they end."""

import gzip
import io
import logging
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from rumours.editorial.archive import ArchiveError, description, open_to_write
from rumours.models import Club
from tests import factories as make
from tests.editorial.archive.world import wipe

pytestmark = pytest.mark.django_db


def export(path: Path) -> str:
    """What is said on standard error."""
    err = io.StringIO()
    call_command("export_site", str(path), stderr=err)
    return err.getvalue()


def refused(command: str, path: Path) -> str:
    with pytest.raises(CommandError) as error:
        call_command(command, str(path))
    assert error.value.returncode == 2
    return str(error.value)


@pytest.mark.parametrize("name", ["site.jsonl", "site.jsonl.gz"])
def test_a_file_is_written_and_read(name: str, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    make.ClubFactory.create(name="Redville")
    make.UserFactory.create()
    path = tmp_path / name
    said = export(path)
    wipe()
    out = io.StringIO()
    caplog.set_level(logging.INFO, "rumours.audit")
    call_command("import_site", str(path), stdout=out)
    rows = said.split()[0]
    assert out.getvalue() == f"{rows} rows imported, 1 users among them without a password.\n"
    assert [club.name for club in Club.objects.all()] == ["Redville"]
    assert f'site imported {{"by": "command", "rows": {rows}, "users": 1}}' in caplog.text
    assert sorted(tmp_path.iterdir()) == [path]
    assert path.stat().st_mode & 0o077 == 0


def test_the_same_rows_are_the_same_bytes_when_compressed(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("one.gz", "two.gz")]
    for path in paths:
        export(path)
    one, two = (gzip.decompress(path.read_bytes()).splitlines()[1:] for path in paths)
    assert one == two


def test_a_file_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "site.jsonl"
    path.write_text("mine")
    assert refused("export_site", path) == f"Nothing was exported: {path} is there already."
    assert path.read_text() == "mine"


def test_no_file_stays_where_an_export_failed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*args: object, **options: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("rumours.management.commands.export_site.export_site", full)
    assert refused("export_site", tmp_path / "site.jsonl") == "Nothing was exported: No space left on device."
    assert list(tmp_path.iterdir()) == []


def test_two_exports_into_one_name_never_write_into_each_other(tmp_path: Path) -> None:
    """The first to end has the name, whole; the other is told so."""
    path = tmp_path / "site.jsonl"
    with pytest.raises(ArchiveError, match="is there already"), open_to_write(str(path)) as slow:
        slow.write(b"slow, ")
        with open_to_write(str(path)) as quick:
            quick.write(b"quick")
        slow.write(b"and late")
    assert (path.read_text(), list(tmp_path.iterdir())) == ("quick", [path])


def test_an_export_where_files_have_one_name_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some file systems know no second name for a file."""

    def refuse(*args: object, **options: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr("os.link", refuse)
    path = tmp_path / "site.jsonl"
    export(path)
    assert list(tmp_path.iterdir()) == [path]
    assert path.stat().st_mode & 0o077 == 0


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    assert refused("import_site", tmp_path / "none") == "Nothing was imported: No such file or directory."
    assert refused("export_site", tmp_path / "no" / "file") == "Nothing was exported: No such file or directory."


@pytest.mark.parametrize("share", [0.3, 0.999])
def test_a_compressed_file_that_was_cut_is_told(share: float, tmp_path: Path) -> None:
    path = tmp_path / "site.gz"
    export(path)
    wipe()
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    assert "the compressed file is damaged or cut here" in refused("import_site", path)


def test_a_compressed_file_that_is_none_is_told(tmp_path: Path) -> None:
    path = tmp_path / "site.gz"
    path.write_text("plain")
    assert refused("import_site", path).endswith("line 1: the compressed file is damaged or cut here.")


def test_a_site_with_something_in_it_stays_as_it_is(tmp_path: Path) -> None:
    make.ClubFactory.create()
    path = tmp_path / "site.jsonl"
    export(path)
    assert "this site is not empty, it has clubs" in refused("import_site", path)
    assert Club.objects.count() == 1


def test_the_format_is_printed() -> None:
    out = io.StringIO()
    call_command("export_site", "--format", stdout=out)
    assert out.getvalue() == description()
