"""Telling that two articles are the same text, or nearly so."""

from functools import lru_cache
from hashlib import blake2b, sha256

from rumours.text.folding import fold

_BITS = 64
_BAND_BITS = 16
# The bits of each byte, one in a lane of a large number: adding such numbers counts 8 bits at once, without carries.
_LANE = 32
_LANES = [sum(1 << _LANE * bit for bit in range(8) if byte >> bit & 1) for byte in range(256)]


def fingerprint(body: str) -> str:
    """64 hex digits, equal for texts that differ only in case, accents, punctuation and white space."""
    return sha256(fold(body).encode()).hexdigest()


@lru_cache(maxsize=32)  # one text is compared with up to twenty
def _triples(text: str) -> frozenset[str]:
    words = fold(text).split()
    if len(words) < 3:
        return frozenset([" ".join(words)] if words else [])
    return frozenset(map(" ".join, zip(words, words[1:], words[2:], strict=False)))


def simhash(text: str) -> int:
    """An unsigned 64-bit number that differs in few bits between texts that share most word triples; "" is 0."""
    digests = b"".join(blake2b(triple.encode(), digest_size=8).digest() for triple in _triples(text))
    half, value = len(digests) // 16, 0
    for place in range(8):  # the highest byte comes first
        counts = sum(map(_LANES.__getitem__, digests[place::8]))
        for bit in range(8):
            if counts >> _LANE * bit & 0xFFFFFFFF > half:
                value |= 1 << (8 * (7 - place) + bit)
    return value


def bands(value: int) -> tuple[int, int, int, int]:
    """The four 16-bit numbers of a simhash, lowest first: texts within three bits share at least one."""
    first, second, third, fourth = (value >> shift & 0xFFFF for shift in range(0, _BITS, _BAND_BITS))
    return first, second, third, fourth


def overlap(a: str, b: str) -> float:
    """Which share (0 to 1) of the shorter text's word triples the other has too; 0 when either is empty."""
    ours, theirs = _triples(a), _triples(b)
    return len(ours & theirs) / min(len(ours), len(theirs)) if ours and theirs else 0.0
