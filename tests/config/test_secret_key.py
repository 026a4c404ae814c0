"""The made signing key stays the same and stays private."""

import stat
from pathlib import Path

from config import secret_key


def test_the_key_is_made_once(tmp_path: Path) -> None:
    made = secret_key.kept_in(tmp_path)
    assert len(made) >= 50
    assert secret_key.kept_in(tmp_path) == made
    assert [path.name for path in tmp_path.iterdir()] == ["secret_key"]


def test_only_the_owner_may_read_it(tmp_path: Path) -> None:
    secret_key.kept_in(tmp_path)
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600


def test_two_folders_have_two_keys(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    assert secret_key.kept_in(tmp_path / "a") != secret_key.kept_in(tmp_path / "b")
