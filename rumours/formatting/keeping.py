"""Small marks that a page is made of again and again: made once for the same plain values, and kept.

A macro of Jinja2 costs some five microseconds each time it is called from another one, a list of links calls two
hundred: kept, they cost a fifth of that. What is kept depends on nothing but the arguments, so it is never stale.
"""

from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache
from typing import Any

from markupsafe import Markup

MOST = 2048  # different arguments of one macro; a mark is some hundred bytes, a row of a list with its values 3,000
# A tuple is as plain as what is in it: no row of the database is put into one that a template is given.
PLAIN = (str, int, float, date, tuple, type(None))


class Kept:
    """A macro that is asked only once for the same plain values (by place).

    For rows of the database it is asked each time: they are equal to themselves after they have changed.
    """

    def __init__(self, macro: Callable[..., Markup], most: int) -> None:
        self._macro, self._once = macro, lru_cache(maxsize=most, typed=True)(macro)

    def __call__(self, *values: Any) -> Markup:
        for value in values:
            if not isinstance(value, PLAIN):
                return self._macro(*values)
        return self._once(*values)

    def each(self, found: Iterable[tuple[Any, ...]]) -> Markup:
        """One after the other, for many values: a loop in a template costs as much again for each of them."""
        return Markup("".join([self(*values) for values in found]))  # noqa: S704  # nosec B704  # macros have escaped


def kept(macro: Callable[..., Markup], most: int = MOST) -> Kept:
    """The same macro, kept; `most` are: fewer where they are long."""
    return Kept(macro, most)
