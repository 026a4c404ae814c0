"""A bar on the terminal for what takes long; nothing at all where nobody watches."""

import sys
from contextlib import AbstractContextManager, nullcontext
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
        """Draw it; `total` may be unknown. No process may be begun afterwards: the bar has a thread of its own."""
        self._bar = tqdm(total=total, unit=f" {self._unit}", file=sys.stderr, disable=None)

    def add(self, count: int) -> None:
        """So many more are done."""
        if self._bar is not None:
            self._bar.update(count)

    def aside(self) -> AbstractContextManager[object]:
        """Inside, other lines can be written without the bar in between."""
        if self._bar is None or self._bar.disable:
            return nullcontext()
        steps_aside: AbstractContextManager[object] = tqdm.external_write_mode(file=sys.stderr)
        return steps_aside
