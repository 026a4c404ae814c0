"""A QR code as the outline of its black squares, which a template puts into an SVG."""

from dataclasses import dataclass
from itertools import groupby

import segno

QUIET = 4  # squares of white around it, without which readers do not find it


@dataclass(frozen=True, slots=True)
class Drawing:
    """`outline` is the `d` of a path; `box` the viewBox around it, the quiet zone included; `size` its width."""

    outline: str
    size: int

    @property
    def box(self) -> str:
        return f"{-QUIET} {-QUIET} {self.size} {self.size}"


def drawing(text: str) -> Drawing:
    """The code of a text."""
    matrix = segno.make(text, error="m", micro=False).matrix
    runs: list[str] = []
    for y, row in enumerate(matrix):
        x = 0
        for is_black, squares in groupby(row):
            length = len(list(squares))
            if is_black:
                runs.append(f"M{x} {y}h{length}v1h-{length}z")
            x += length
    return Drawing("".join(runs), len(matrix) + 2 * QUIET)
