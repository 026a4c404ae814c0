"""Folding of names and words, remembered: the same few thousand come again and again."""

from rumours import text

# No text can make it grow past that.
_REMEMBERED, _LONGEST_REMEMBERED = 32_768, 60


class _Folded(dict[str, str]):
    def __missing__(self, written: str) -> str:
        found = text.fold(written)
        if len(self) < _REMEMBERED and len(written) < _LONGEST_REMEMBERED:
            self[written] = found
        return found


_folded = _Folded()


def fold(written: str) -> str:
    """As `rumours.text.fold`."""
    return _folded[written]
