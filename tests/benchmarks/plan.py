"""What a run of the bench measures, from the environment: SIZES=10k,1M ONLY=club,admin ROUNDS=5."""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from tests.benchmarks.asking import Site, inside
from tests.benchmarks.world import postgres
from tests.benchmarks.world.building import SIZES, Built

SQLITE, POSTGRES = "SQLite", "PostgreSQL"


@dataclass(frozen=True, slots=True)
class Plan:
    """The databases by size, smallest first; how many rounds, how many seconds of load in each."""

    databases: Mapping[str, Built]
    rounds: int
    seconds: int
    say: Callable[[str], None]

    @property
    def small(self) -> Built:
        return next(iter(self.databases.values()))

    @property
    def large(self) -> Built:
        return list(self.databases.values())[-1]

    @contextmanager
    def address(self, kind: str, built: Built) -> Iterator[str]:
        """The DATABASE_URL of one of them, its server running."""
        if kind == SQLITE:
            yield built.sqlite_address
        else:
            with postgres.running(built.postgres) as address:
                yield address

    @contextmanager
    def site(self, kind: str, built: Built, **variables: str) -> Iterator[Site]:
        """The site inside a process on one of them, with more variables of its environment."""
        with self.address(kind, built) as address, inside(address, **variables) as found:
            yield found


def sizes() -> list[str]:
    """Which sizes, smallest first; ValueError for one that there is not."""
    asked = os.environ.get("SIZES", "10k,1M").split(",")
    unknown = set(asked) - SIZES.keys()
    if unknown:
        raise ValueError(f"SIZES may name {', '.join(SIZES)}; not {', '.join(sorted(unknown))}")
    return sorted(set(asked), key=SIZES.__getitem__)


def rounds() -> int:
    return max(5, int(os.environ.get("ROUNDS", "5")))


def seconds() -> int:
    """Whole seconds of load in each measurement of a case; the bare view has one, before and after."""
    return max(1, int(os.environ.get("SECONDS_EACH", "2")))
