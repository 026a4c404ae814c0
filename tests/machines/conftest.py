"""The stage is set up once; each test leaves it as it found it."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.machines.stage import Stage


@pytest.fixture(scope="session")
def stage() -> Iterator[Stage]:
    home = Path(tempfile.mkdtemp(prefix="rumours-machines-", dir="/tmp"))
    home.chmod(0o755)
    made = Stage(home)
    try:
        made.raise_curtain()
        yield made
    finally:
        made.close()
        shutil.rmtree(home, ignore_errors=True)
