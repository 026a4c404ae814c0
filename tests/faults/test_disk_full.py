"""The disk is full: readers notice nothing, the editor keeps what was typed, the importer stops once and can go on."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from config.counters import Counters
from rumours.versions.shared import SharedNumbers
from tests.faults.cluster import Cluster
from tests.faults.conftest import Make
from tests.faults.site import NAME, PASSWORD, Site
from tests.faults.visitor import Visitor, fields_of

pytestmark = [
    pytest.mark.faults,
    pytest.mark.skipif(os.getuid() != 0, reason="only root can make a disk so small that it is full"),
]
WORDS = "Redville have asked Blueport about Ada Rossi, and an answer is expected on Friday. "
COUNT = "SELECT count(*) FROM rumours_original"


class Disk:
    """A disk in memory of its own, with `left` bytes until it is made larger."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(exist_ok=True)
        self._mount("size=64m,mode=777", str(folder))

    def _mount(self, options: str, *folder: str) -> None:
        subprocess.run(["mount", "-t", "tmpfs", "-o", options, "none", *folder], check=True)

    def fill(self) -> None:
        """Let nothing be left but what the files have already."""
        (self.folder / "ballast").unlink(missing_ok=True)
        with (self.folder / "ballast").open("wb") as ballast:
            try:
                while True:
                    ballast.write(b"x" * 65_536)
                    ballast.flush()
            except OSError:
                pass

    def empty(self) -> None:
        (self.folder / "ballast").unlink()

    def close(self) -> None:
        subprocess.run(["umount", "-l", str(self.folder)], check=False)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    made = Disk(tmp_path / "disk")
    yield made
    made.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def site(request: pytest.FixtureRequest, make: Make, disk: Disk) -> Site:
    """A site whose rows, and nothing else, lie on that disk."""
    site = make(request.param)
    if request.param == "sqlite":
        moved = disk.folder / "rumours.sqlite3"
        moved.write_bytes(site.file.read_bytes())
        site.file, site.environment["DATABASE_URL"] = moved, f"sqlite:///{moved}"
    else:
        _move(request.getfixturevalue("cluster"), site, disk)
    return site


def _move(cluster: Cluster, site: Site, disk: Disk) -> None:
    place = disk.folder / "rows"
    place.mkdir()
    for folder in (*disk.folder.parents, disk.folder):
        if str(folder).startswith(os.environ.get("TMPDIR", "/tmp") + "/"):  # noqa: S108
            folder.chmod(folder.stat().st_mode | 0o011)
    cluster.give(place)
    cluster.ask("CREATE TABLESPACE small LOCATION '" + str(place) + "'")
    cluster.ask(f'ALTER DATABASE "{site.database}" SET TABLESPACE small')


def pasted(site: Site, editor: Visitor, words: str) -> tuple[int, str]:
    """Status of a pasted article, and the page."""
    answer = editor.send("/admin/rumours/article/add/", text=words)
    return answer.status, answer.body


def test_readers_notice_nothing_and_the_editor_keeps_his_words(site: Site, disk: Disk, tmp_path: Path) -> None:
    site.serve()
    reader, editor = Visitor(site.port), Visitor(site.port).log_in(NAME, PASSWORD)
    folder = tmp_path / "articles"
    folder.mkdir()
    for n in range(6):
        (folder / f"{n}.txt").write_text(f"Part {n}\n\n" + " ".join(f"{WORDS}{n}x{k}" for k in range(1500)))
    assert reader.status("/links/") == 200
    disk.fill()
    typed = "A headline\n\n" + " ".join(f"{WORDS}y{k}" for k in range(1500))
    status, page = pasted(site, editor, typed)
    assert (status, fields_of(page).get("text", "")[:200], "Traceback" in page) == (503, typed[:200], False)
    assert [reader.status(path) for path in ("/links/", "/clubs/", "/articles/", "/readyz")] == [200] * 4
    assert editor.status("/admin/rumours/article/") == 200
    stopped = site.run("import_articles", str(folder))
    said = [line for line in stopped.stderr.splitlines() if "rumours.audit" not in line]
    assert (stopped.returncode, len(said)) == (1, 1), stopped.stderr[-2000:]
    assert "Stopped, the database failed: " in said[0] and "run it again to go on" in said[0]
    before = site.number(COUNT)
    disk.empty()
    assert site.must("import_articles", str(folder)).splitlines()[-1].startswith(f"{6 - before} new, ")
    assert pasted(site, editor, fields_of(page)["text"])[0] == 302
    assert site.number(COUNT) == 7
    assert "Every span stands" in site.must("check_spans")


def test_memory_that_processes_share_is_refused_and_nobody_is_killed_when_he_writes(disk: Disk) -> None:
    disk.fill()
    for made in (lambda path: SharedNumbers(path, 100_000), Counters):
        with pytest.raises(OSError, match="No space left"):
            made(disk.folder / "shared")
