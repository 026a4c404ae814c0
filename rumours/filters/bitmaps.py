"""Rows of a list as bits of whole numbers: bit n is the n-th row. And, or and count run at the speed of the machine."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import reduce
from itertools import accumulate
from operator import or_
from typing import TypeVar

ValueT = TypeVar("ValueT", bound=Hashable)
_MOST_CODES = 256


def bitmaps_of(column: Sequence[ValueT]) -> dict[ValueT, int]:
    """For each value of a column the rows that hold it."""
    code_of = {value: code for code, value in enumerate(dict.fromkeys(column))}
    if len(code_of) > _MOST_CODES:
        return _many(column)
    codes = bytes(map(code_of.__getitem__, reversed(column)))
    return {value: int(codes.translate(_ones(code)), 2) for value, code in code_of.items()}


def _ones(code: int) -> bytes:
    """A table that makes a text of zeros and ones of codes."""
    return b"0" * code + b"1" + b"0" * (_MOST_CODES - 1 - code)


def _many(column: Sequence[ValueT]) -> dict[ValueT, int]:
    found: dict[ValueT, bytearray] = {}
    size = len(column) // 8 + 1
    for row, value in enumerate(column):
        if value not in found:
            found[value] = bytearray(size)
        found[value][row >> 3] |= 1 << (row & 7)
    return {value: int.from_bytes(bits, "little") for value, bits in found.items()}


def bitmap_of(rows: Iterable[int], size: int) -> int:
    """The bits of some rows of a list of `size`."""
    bits = bytearray(size // 8 + 1)
    for row in rows:
        bits[row >> 3] |= 1 << (row & 7)
    return int.from_bytes(bits, "little")


def union(bitmaps: Iterable[int]) -> int:
    return reduce(or_, bitmaps, 0)


def all_rows_of(bits: int) -> list[int]:
    """All rows of a bitmap: of many of them faster than one by one."""
    gaps = bin(bits)[:1:-1].split("1")
    gaps.pop()  # behind the last
    return [gone + before for before, gone in enumerate(accumulate(map(len, gaps)))]


def rows_of(bits: int, start: int = 0) -> Iterator[int]:
    """The rows of a bitmap from `start` on, in the order of the list."""
    text = bin(bits)[:1:-1]
    at = text.find("1", start)
    while at >= 0:
        yield at
        at = text.find("1", at + 1)
