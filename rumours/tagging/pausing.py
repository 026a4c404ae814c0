"""The collector of cyclic garbage waits while an article is read.

Reading makes some ten thousand small objects, none in a circle, and all are gone when it ends: looking through them
again and again, with the gazetteer behind them, costs a twentieth of the time.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_waiting() -> Iterator[None]:
    """Collect nothing meanwhile; whoever found the collector at work sets it to work again, so that of several threads
    none leaves it off."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
