"""What a worker holds after ten thousand requests, beside a bare worker that has imported the same modules."""

from collections.abc import Iterator
from itertools import islice, product
from pathlib import Path

from config import env
from rumours.choices import Position, StageGroup
from tests.benchmarks.asking import inside
from tests.benchmarks.figures import Figure, at_most
from tests.benchmarks.load import Page
from tests.benchmarks.plan import POSTGRES, Plan
from tests.benchmarks.servers import Server, bare, site

REQUESTS = 10_000
FLAT = at_most(1.05)


def figures(plan: Plan) -> Iterator[Figure]:
    with plan.address(POSTGRES, plan.large) as address:
        with inside(address) as asked:
            club = asked.club
            for path in (
                club,
                "/",
                "/links/",
                "/search/?q=nov",
                "/admin/",
                "/admin/rumours/article/queue/?tab=waiting",
            ):
                asked.seconds(path)
            yield Figure("gazetteers in a process that reads and reviews", [asked.gazetteers()], at_most(0))
        with bare(with_imports=address) as server:
            _ask(server, ["/"])
            resident, proportional = _memory(server)
        yield Figure("bare worker with the same modules, RSS", [resident], unit="MB")
        yield Figure("bare worker with the same modules, PSS", [proportional], unit="MB")
        with site(address) as server:
            yield from _site(server, _paths(club), resident)


def _site(server: Server, paths: list[str], bare_resident: float) -> Iterator[Figure]:
    _ask(server, paths)
    resident, proportional = _memory(server)
    cap = float(env.text("PAGE_CACHE_MB"))
    yield Figure(f"worker after {REQUESTS:,} requests, RSS", [resident], at_most(1.3 * bare_resident + cap), "MB")
    yield Figure(f"worker after {REQUESTS:,} requests, PSS", [proportional], unit="MB")
    _ask(server, paths)
    yield Figure(f"worker after {REQUESTS:,} more / before", [_memory(server)[0] / resident], FLAT, "×")


def _paths(club: str) -> list[str]:
    """A round of pages as readers ask for them, more than a cache may hold."""
    chosen = product([""] + [f"position={each}" for each in Position], [""] + [f"stage={each}" for each in StageGroup])
    filtered = [f"{club}?{'&'.join(filter(None, each))}".replace(" ", "+") for each in chosen]
    return [*filtered, "/", "/clubs/", "/players/", "/windows/", "/sources/", "/articles/", "/quotes/"]


def _ask(server: Server, paths: list[str]) -> None:
    """REQUESTS requests, one after the other."""
    for path in islice(_again(paths), REQUESTS):
        Page(server.port, path).get()


def _again(paths: list[str]) -> Iterator[str]:
    while True:
        yield from paths


def _memory(server: Server) -> tuple[float, float]:
    """RSS and PSS of the largest worker, in MB."""
    found = [_of(pid) for pid in server.workers()]
    return max(rss for rss, _ in found), max(pss for _, pss in found)


def _of(pid: int) -> tuple[float, float]:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    kilobytes = {name: int(rest.split()[0]) for name, _, rest in (line.partition(":") for line in lines[1:])}
    return kilobytes["Rss"] / 1024, kilobytes["Pss"] / 1024
