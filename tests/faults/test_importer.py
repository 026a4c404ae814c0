"""The importer is killed, or started twice: what it said it stored is stored, nothing is torn, the rerun ends right."""

import random
from pathlib import Path

import pytest

from rumours.editorial.batches.importing import AT_ONCE as TOGETHER
from tests.faults.site import Site, kill, lines_until

pytestmark = pytest.mark.faults
ARTICLES = 320  # more than one transaction holds
TORN = (
    "SELECT count(*) FROM rumours_article a LEFT JOIN rumours_original o ON o.article_id = a.id"
    " LEFT JOIN rumours_taggerrun t ON t.article_id = a.id WHERE a.headline LIKE 'Rossi, part%'"
    " AND (o.id IS NULL OR t.id IS NULL)"
)
STORED = "SELECT count(*) FROM rumours_original"
DIGESTS = "SELECT count(DISTINCT digest) FROM rumours_original"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Articles whose words differ, so that none is a copy of another."""
    made = tmp_path / "articles"
    made.mkdir()
    for n in range(ARTICLES):
        words = " ".join(f"Redville{n}x{k} asked Blueport{n}y{k} about Rossi{n}z{k} on day{k * n}." for k in range(30))
        (made / f"{n:03}.txt").write_text(f"Rossi, part {n}\n\n{words}\n")
    return made


def test_killed_again_and_again_it_loses_and_doubles_nothing(site: Site, folder: Path) -> None:
    chance = random.Random(6)
    for _ in range(3):
        before = site.number(STORED)
        importer = site.manage("import_articles", str(folder))
        said = lines_until(importer.stdout, before + chance.randint(1, 6))
        kill(importer)
        said += lines_until(importer.stdout, ARTICLES)
        acknowledged = sum(": article " in line for line in said)
        stored = site.number(STORED) - before
        # One transaction may be stored that it had no time to tell of; it holds many articles.
        assert acknowledged <= stored <= acknowledged + TOGETHER
        assert site.number(TORN) == 0
    summary = site.must("import_articles", str(folder)).splitlines()[-1]
    assert site.number(STORED) == site.number(DIGESTS) == ARTICLES
    assert summary.endswith("0 near copy, 0 refused")
    assert "Every span stands" in site.must("check_spans")


def test_two_at_once_bring_each_article_in_once(site: Site, folder: Path) -> None:
    both = [site.manage("import_articles", str(folder)) for _ in range(2)]
    assert [importer.wait(timeout=120) for importer in both] == [0, 0]
    assert site.number(STORED) == site.number(DIGESTS) == ARTICLES
    assert site.number(TORN) == 0
