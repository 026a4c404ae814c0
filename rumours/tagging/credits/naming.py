"""One name for each who is credited: shorter forms mean the fuller one that the text has."""

from collections.abc import Iterable

from rumours.choices import PersonRole
from rumours.tagging.credits.kinds import Candidate
from rumours.tagging.findings import Named
from rumours.tagging.folding import fold
from rumours.tagging.reading import Reading

_EMPTY = frozenset({"the", "com", "it", "net", "newspaper"})


def fullest_names(marked: Iterable[Candidate], reading: Reading) -> dict[Named, Named]:
    """For each credited name the one to give: "Bini" is "Ana Bini" and "Luna" "Luna Sport", where the text has those.

    A name that a row is known for stays. A man's fuller name may stand anywhere, an outlet's where it is credited too.
    """
    names = list(dict.fromkeys(candidate.name for candidate in marked))
    fuller: dict[str, Named] = {}
    for name in (*_reporters(reading), *names):
        for form in _shorter_forms(name):
            if form not in fuller or _rank(fuller[form]) < _rank(name):
                fuller[form] = name
    return {name: name if name.candidates else fuller.get("".join(_words(name)), name) for name in names}


def _reporters(reading: Reading) -> Iterable[Named]:
    """Whoever may be a reporter: known or called one, or a man of whom nothing is known."""
    for actor in reading.actors:
        unknown = not actor.candidates and actor.role is None
        if actor.kind != "club" and (actor.kind == "source" or actor.role == PersonRole.JOURNALIST or unknown):
            yield actor.named


def _shorter_forms(name: Named) -> Iterable[str]:
    """The first words and the last words of a name, each as one word: "Luna" and "Sport" of "Luna Sport"."""
    words = _words(name)[:8]
    for length in range(1, len(words) + 1):
        yield "".join(words[:length])
        yield "".join(words[-length:])


def _rank(name: Named) -> tuple[bool, int]:
    return bool(name.candidates), len(name.name)


def _words(name: Named) -> list[str]:
    return [word for word in fold(name.name).split() if word not in _EMPTY]
