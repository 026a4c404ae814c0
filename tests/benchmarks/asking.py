"""The parent's side of `inside`: questions to a process that holds the site on one database."""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median
from typing import IO, Any

from tests.benchmarks.world.building import ROOT, environment


@dataclass(frozen=True, slots=True)
class Statements:
    """What a page asks of its database."""

    queries: int
    buffers: int | None


class Site:
    """The site on one database, in a process of its own, its page cache off."""

    def __init__(self, questions: IO[str], answers: IO[str]) -> None:
        self._questions, self._answers = questions, answers
        found = self._ask("club")
        self.club, self.links = found["address"], found["links"]
        self.names: list[str] = found["names"]

    def seconds(self, path: str, times: int = 1) -> list[float]:
        """How long so many requests took, one after the other."""
        found: list[float] = self._ask("page", path=path, times=times)["seconds"]
        return found

    def typical(self, path: str, times: int = 5) -> float:
        """The median of some requests, in seconds."""
        return median(self.seconds(path, times))

    def text(self, path: str) -> str:
        """The page's HTML."""
        found: str = self._ask("page", path=path, times=1)["text"]
        return found

    def statements(self, path: str) -> Statements:
        """Of the second request: the first may fill what a process keeps."""
        found = self._ask("statements", path=path)
        return Statements(found["queries"], found["buffers"])

    def lookups(self, paths: Sequence[str], most: float) -> list[float]:
        """Seconds that the database needs for each page's own statements; as many pages as `most` seconds allow."""
        found: list[float] = self._ask("lookups", paths=list(paths), most=most)["seconds"]
        return found

    def gazetteers(self) -> int:
        """How many the process has built so far."""
        return int(self._ask("gazetteers")["built"])

    def _ask(self, what: str, **words: Any) -> dict[str, Any]:
        self._questions.write(json.dumps({"do": what, **words}) + "\n")
        self._questions.flush()
        line = self._answers.readline()
        if not line:
            raise RuntimeError(f"the site's process ended at {what} {words}")
        answer: dict[str, Any] = json.loads(line)
        return answer


@contextmanager
def inside(address: str, **variables: str) -> Iterator[Site]:
    """The site on the database at `address`, with more variables of its environment."""
    command = [sys.executable, "-m", "tests.benchmarks.inside"]
    env = environment(address) | {"PAGE_CACHE_MB": "0"} | variables
    process = subprocess.Popen(command, cwd=ROOT, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        if process.stdin is None or process.stdout is None:
            raise RuntimeError("no pipes")
        yield Site(process.stdin, process.stdout)
    finally:
        process.kill()
        process.wait()
