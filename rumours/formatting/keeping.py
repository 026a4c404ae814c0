"""Small marks that a page is made of again and again: made once for the same plain values, and kept.

A macro of Jinja2 costs some five microseconds each time it is called from another one, a list of links calls two
hundred: kept, they cost a fifth of that. What is kept depends on nothing but the arguments, so it is never stale.
"""

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any

from markupsafe import Markup

MOST = 2048  # different arguments of one macro; a mark is some hundred bytes, a row of a list with its values 3,000
# A tuple is as plain as what is in it: no row of the database is put into one that a template is given.
PLAIN = (str, int, float, date, tuple, type(None))


def kept(macro: Callable[..., Markup], most: int = MOST) -> Callable[..., Markup]:
    """The same macro, asked only once for the same plain values (by place). For rows of the database it is asked
    each time: they are equal to themselves after they have changed. `most` are kept: fewer where they are long."""
    once = lru_cache(maxsize=most, typed=True)(macro)

    def made(*values: Any) -> Markup:
        for value in values:
            if not isinstance(value, PLAIN):
                return macro(*values)
        return once(*values)

    return made
