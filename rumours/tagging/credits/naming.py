"""One name for each who is credited: shorter forms mean the fuller one that the text has."""

from collections.abc import Iterable, Sequence

from rumours.tagging.credits.candidates import Candidate
from rumours.tagging.findings import Named
from rumours.text import fold

_EMPTY = frozenset({"the", "com", "it", "net", "newspaper"})


def fullest_names(marked: Iterable[Candidate], everybody: Sequence[Candidate]) -> dict[Named, Named]:
    """For each credited name the one to give: "Bini" is "Ana Bini" and "Luna" "Luna Sport", where the text has those.

    A name that a row is known for stays. A man's fuller name may stand anywhere, an outlet's where it is credited too.
    """
    names = list(dict.fromkeys(candidate.name for candidate in marked))
    men = list(dict.fromkeys(candidate.name for candidate in everybody if candidate.kind in {"person", "known"}))
    return {name: name if name.candidates else _fullest(name, names, men) for name in names}


def _fullest(name: Named, names: list[Named], men: list[Named]) -> Named:
    words = _words(name)
    fuller = [other for other in names if _within(words, _words(other))]
    if len(words) == 1:
        fuller += [other for other in men if len(_words(other)) > 1 and _words(other)[-1:] == words]
    return max(fuller, key=lambda other: (bool(other.candidates), len(other.name)), default=name)


def _words(name: Named) -> list[str]:
    return [word for word in fold(name.name).split() if word not in _EMPTY]


def _within(words: list[str], longer: list[str]) -> bool:
    """Whether `words` begin or end `longer`, or are the same words written apart."""
    if not words:
        return False
    same = "".join(words) == "".join(longer)
    return same or (len(words) < len(longer) and words in (longer[: len(words)], longer[-len(words) :]))
