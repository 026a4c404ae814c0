"""A bar on the terminal for what takes long; nothing at all where nobody watches."""

import sys
from types import TracebackType
from typing import Any, Self

from tqdm import tqdm


class Progress:
    """`with Progress("rows") as bar:` then `bar.begin(total)` and `bar.add(count)`."""

    def __init__(self, unit: str) -> None:
        self._unit = unit
        self._bar: Any = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._bar is not None:
            self._bar.close()

    def begin(self, total: int | None) -> None:
        """Draw it; `total` may be unknown."""
        self._bar = tqdm(total=total, unit=f" {self._unit}", file=sys.stderr, disable=None, unit_scale=False)

    def add(self, count: int) -> None:
        """So many more are done."""
        if self._bar is not None:
            self._bar.update(count)
