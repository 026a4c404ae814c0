"""Ten thousand articles imported at once, with all that the tagger proposes for them (`tests.benchmarks.importing`)."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.figures import Figure, at_least, at_most
from tests.benchmarks.importing import TARGET
from tests.benchmarks.plan import POSTGRES, SQLITE, Plan
from tests.benchmarks.world import postgres
from tests.benchmarks.world.building import ROOT, environment

RATE, PEAK = at_least(TARGET), at_most(1_000)
CASE = "import of 10,000 articles"
_ROW = re.compile(r"in ([0-9.]+) s: .*, ([0-9.]+) ms of processor each, RSS [0-9]+ MB, PSS ([0-9]+) MB")
ARTICLES = 10_000


def figures(plan: Plan) -> Iterator[Figure]:
    with TemporaryDirectory(prefix="rumours-bench-") as folder:
        Path(folder).chmod(0o755)  # PostgreSQL's own user looks in
        yield from _imported(SQLITE, f"sqlite:///{folder}/import.sqlite3")
        data = Path(folder) / "postgres"
        postgres.make(data)
        with postgres.running(data) as address:
            yield from _imported(POSTGRES, address)


def _imported(kind: str, address: str) -> Iterator[Figure]:
    command = [sys.executable, "-m", "tests.benchmarks.importing"]
    env = environment(address) | {"ARTICLES": str(ARTICLES)}
    done = subprocess.run(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True, check=False)
    found = _ROW.search(done.stdout)
    if found is None:
        yield Figure(f"{CASE}, {kind}", target=RATE, missing="it did not end well")
        return
    seconds, processor, shared_once = map(float, found.groups())
    yield Figure(f"{CASE}, {kind}", [ARTICLES / seconds], RATE, "a second")
    yield Figure(f"{CASE}, {kind}: processor time of one", [processor], unit="ms")
    yield Figure(f"{CASE}, {kind}: all processes, PSS", [shared_once], PEAK, "MB")
