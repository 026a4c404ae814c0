"""Ten thousand articles imported at once, with all that the tagger proposes for them."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.figures import Figure, at_least, at_most
from tests.benchmarks.plan import POSTGRES, SQLITE, Plan
from tests.benchmarks.world import postgres
from tests.benchmarks.world.building import ROOT, environment

RATE, PEAK = at_least(100), at_most(1_000)
CASE = "import of 10,000 articles with suggestions"
IMPORTING = ROOT / "tests" / "benchmarks" / "importing.py"


def figures(plan: Plan) -> Iterator[Figure]:
    if not IMPORTING.exists():
        yield Figure(CASE, target=RATE, missing="not built yet")
        return
    with TemporaryDirectory(prefix="rumours-bench-") as folder:
        Path(folder).chmod(0o755)  # PostgreSQL's own user looks in
        yield from _imported(SQLITE, f"sqlite:///{folder}/import.sqlite3")
        data = Path(folder) / "postgres"
        postgres.make(data)
        with postgres.running(data) as address:
            yield from _imported(POSTGRES, address)


def _imported(kind: str, address: str) -> Iterator[Figure]:
    env = environment(address)
    subprocess.run([sys.executable, "manage.py", "migrate", "--verbosity", "0"], cwd=ROOT, env=env, check=True)
    command = [sys.executable, "-m", "tests.benchmarks.importing"]
    done = subprocess.run(command, cwd=ROOT, env=env, check=True, stdout=subprocess.PIPE, text=True)
    found = json.loads(done.stdout.strip().splitlines()[-1])
    yield Figure(f"{CASE}, {kind}", [found["articles_per_second"]], RATE, "a second")
    yield Figure(f"… its peak of memory, {kind}", [found["peak_mb"]], PEAK, "MB")
