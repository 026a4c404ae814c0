"""Measuring in pairs, so that what else the machine does falls on both alike."""

from collections.abc import Callable, Iterator

Measured = Callable[[], float]


def against(bare: Measured, case: Measured, rounds: int) -> Iterator[float]:
    """Ratios of `case` to the mean of `bare` directly before and directly after it, one a round."""
    for _ in range(rounds):
        before = bare()
        found = case()
        yield found / ((before + bare()) / 2)


def ratios(above: Measured, below: Measured, rounds: int) -> list[float]:
    """`above` / `below`, one after the other in each round; every second round the other way round."""
    found = []
    for place in range(rounds):
        if place % 2:
            under = below()
            found.append(above() / under)
        else:
            over = above()
            found.append(over / below())
    return found
