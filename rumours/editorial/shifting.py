"""Where places of a text are after it was edited."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate

from rumours.text import Span

# Words of the one text times words of the other that are compared at most; beyond, only beginnings and ends are.
MOST_COMPARED = 4_000_000


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch that is the same in both texts: where it starts in the old and in the new one, and its length."""

    old: int
    new: int
    length: int


class Shift:
    """The way from offsets of an old text to those of a new one."""

    def __init__(self, old: str, new: str) -> None:
        self.blocks = [block for block in _same(old, new) if block.length]
        self.old_length = len(old)
        self._starts = [block.old for block in self.blocks]

    def offset(self, at: int) -> int:
        """Where an offset of the old text is now; for what was taken out, where it would be."""
        index = bisect_right(self._starts, at) - 1
        if index < 0:
            return 0
        block = self.blocks[index]
        return block.new + min(at - block.old, block.length)

    def span(self, span: Span) -> Span | None:
        """Where an untouched span is now; None when anything inside it was changed."""
        index = bisect_right(self._starts, span.start) - 1
        if index < 0 or span.end > self.blocks[index].old + self.blocks[index].length:
            return None
        moved = self.blocks[index].new - self.blocks[index].old
        return Span(span.start + moved, span.end + moved)


def _same(old: str, new: str) -> Iterator[Block]:
    """What two texts share, in order: by lines first, then by words inside the lines that differ."""
    lines = _Pieces(old.splitlines(keepends=True)), _Pieces(new.splitlines(keepends=True))
    for tag, i, j, k, m in _compared(*lines):
        a, b = Span(lines[0].starts[i], lines[0].starts[j]), Span(lines[1].starts[k], lines[1].starts[m])
        if tag == "equal":
            yield Block(a.start, b.start, len(a))
        elif tag == "replace":
            yield from _same_words(a.of(old), b.of(new), a.start, b.start)


def _same_words(old: str, new: str, a: int, b: int) -> Iterator[Block]:
    """What two pieces that start at `a` and `b` share: their beginnings and ends, and words of what is between."""
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    words = _Pieces(_words(old[head : len(old) - tail])), _Pieces(_words(new[head : len(new) - tail]))
    yield Block(a, b, head)
    if len(words[0].pieces) * len(words[1].pieces) <= MOST_COMPARED:
        for tag, i, j, k, _ in _compared(*words):
            start = words[0].starts[i]
            if tag == "equal":
                yield Block(a + head + start, b + head + words[1].starts[k], words[0].starts[j] - start)
    yield Block(a + len(old) - tail, b + len(new) - tail, tail)


class _Pieces:
    """The pieces of a text and the offset at which each starts; one more offset for the end."""

    def __init__(self, pieces: Sequence[str]) -> None:
        self.pieces = pieces
        self.starts = [0, *accumulate(len(piece) for piece in pieces)]


def _compared(old: _Pieces, new: _Pieces) -> list[tuple[str, int, int, int, int]]:
    return list(SequenceMatcher(None, old.pieces, new.pieces, autojunk=False).get_opcodes())


def _words(text: str) -> list[str]:
    pieces: list[str] = []
    for character in text:
        if pieces and character.isalnum() and pieces[-1][-1].isalnum():
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces


def _common(one: str, other: str) -> int:
    """How many characters two texts share at their beginning."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
