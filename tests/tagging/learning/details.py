"""Learns the weights of stage, kind and doubt: `python -m tests.tagging.learning.details FOLDER...`

Each folder holds labelled articles (NAME.txt, NAME.json as in ../shared/articles); those of tests/articles/tuned are
always used. Names come from the database of DATABASE_URL. Prints how well the weights do in cross-validation by
article, and writes rumours/tagging/links/weights/{stage,kind,doubt}.json. Plain Python: full-batch gradient descent
with momentum on multinomial logistic regression; articles with many links count less each, those labelled in full
(not only by their links) more.
"""

import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp
from pathlib import Path
from typing import Any

from rumours.intake import clean, read
from rumours.tagging import Gazetteer
from rumours.tagging.links import choosing, origins
from rumours.tagging.links.attach import Topics
from rumours.tagging.links.families import KIND_FAMILIES, STAGE_FAMILIES
from rumours.tagging.links.scene import Scene
from rumours.tagging.links.signs import Signs, signs_of
from rumours.tagging.links.verdicts import Weights, chances
from rumours.tagging.links.weighing import Pair
from rumours.tagging.names import read as read_names
from rumours.text import fold
from tests.tagging.invented_world import ARTICLES
from tests.tagging.invented_world import gazetteer as invented
from tests.tagging.learning.clubs import main_name

WEIGHTS = Path(choosing.__file__).parent / "weights"
PARTS = 10
FAINT = 0.02
STEPS, RATE, MOMENTUM = 300, 0.5, 0.9
GROUPS = frozenset({"interest", "talks", "bid", "agreed", "done", "off"})


@dataclass(frozen=True, slots=True)
class Example:
    """One labelled link: its article, its signs and what is true of it; `careful`: the article was labelled in full."""

    article: str
    signs: Signs
    stage: str
    kind: str
    doubt: str
    careful: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """What is learned: a field of `Example`, and how strongly a sign's weight is held small (None: not counted).

    `care`: how many times as much an article counts that was labelled in full; chosen by articles kept apart.
    """

    name: str
    hold: Callable[[str], float | None]
    care: float = 1.0


def _claimed(sign: str) -> bool:
    return (
        sign.rstrip("?^$") in GROUPS
        or sign.startswith(("rival ", "article ", "gone "))
        or sign in {"always", "no buyer"}
    )


def _of(sign: str, families: frozenset[str]) -> bool:
    return sign.startswith("says ") and sign[5:].removesuffix(" both") in families


def _for_stage(sign: str) -> float | None:
    """Wordings that know the names' places lead; words found anywhere about the pair only lean."""
    if _claimed(sign):
        return 0.3
    return 2.0 if _of(sign, STAGE_FAMILIES) or sign.startswith("doubt") else None


def _for_kind(sign: str) -> float | None:
    """Sums and words for the kind lead; how far the move is leans: a bid is made with money."""
    if sign in {"always", "priced"} or sign.startswith("sum ") or _of(sign, KIND_FAMILIES):
        return 2.0
    return 3.0 if _claimed(sign) else None


def _for_doubt(sign: str) -> float | None:
    return 1.0 if _claimed(sign) or sign.startswith("doubt") else None


QUESTIONS = (Question("stage", _for_stage, 3.0), Question("kind", _for_kind), Question("doubt", _for_doubt, 4.0))


def main() -> None:
    """Learn all three and write them down."""
    found = list(examples(ARTICLES / "tuned", invented()))
    names = reference() if sys.argv[1:] else invented()
    for folder in sys.argv[1:]:
        found += examples(Path(folder), names)
    sys.stdout.write(f"{len(found)} links\n")
    for question in QUESTIONS:
        sys.stdout.write(f"{question.name:<6} {checked(question, found):.3f} in cross-validation\n")
        table = learned(question, found)
        rounded = {
            answer: {sign: round(value, 2) for sign, value in sorted(row.items()) if abs(value) >= FAINT}
            for answer, row in sorted(table.items())
        }
        (WEIGHTS / f"{question.name}.json").write_text(json.dumps(rounded, indent=1, ensure_ascii=False) + "\n")


def reference() -> Gazetteer:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    from rumours.editorial.gazetteers import gazetteer

    return gazetteer()


def examples(folder: Path, names: Gazetteer) -> Iterator[Example]:
    """The labelled links of a folder that the tagger considers, however faintly."""
    choosing.SUITOR, choosing.LEAST = FAINT, 0.0
    for path in sorted(folder.glob("*.txt")):
        gold = json.loads(path.with_suffix(".json").read_text())
        if not gold["links"]:
            continue
        scene = Scene.of(read_names(clean(read(path.read_bytes(), name=path.name)), names), names)
        origins.settle(scene)
        pairs = choosing.choose(scene)
        labels = [_label(scene, names, pair, gold["links"]) for pair in pairs]
        kept = [place for place, pair in enumerate(pairs) if labels[place] or pair.confidence >= 0.3]
        pairs = [pairs[place] for place in kept]
        for place, signs in zip(kept, signs_of(scene, pairs, Topics(scene, pairs)), strict=True):
            label = labels[place]
            if label:
                doubt = "yes" if label["doubtful"] else "no"
                yield Example(path.stem, signs, label["stage"], label["kind"], doubt, "quotes" in gold)


def _label(scene: Scene, names: Gazetteer, pair: Pair, links: Sequence[dict[str, Any]]) -> dict[str, Any] | None:
    player = _called(scene, names, pair.player)
    buyer = _called(scene, names, pair.buyer) if pair.buyer is not None else ""
    for link in links:
        club = fold(main_name(link["to"], names) or "")
        if fold(link["player"]).split()[-1] == player.split()[-1] and club == buyer:
            return link
    return None


def _called(scene: Scene, names: Gazetteer, number: int) -> str:
    actor = scene.reading.actors[number]
    return fold(names.name_of(actor.candidates[0]) if actor.candidates else actor.name) or "?"


def checked(question: Question, found: Sequence[Example]) -> float:
    """The share answered right by weights learned from other articles."""
    parts: dict[str, int] = {}
    for example in found:
        parts.setdefault(example.article, len(parts) % PARTS)
    right = 0
    for part in range(PARTS):
        table = learned(question, [example for example in found if parts[example.article] != part])
        for example in found:
            if parts[example.article] == part:
                judged = chances(table, example.signs)
                right += max(judged, key=lambda name: judged[name]) == getattr(example, question.name)
    return right / len(found)


def learned(question: Question, found: Sequence[Example]) -> Weights:
    """The weights that fit best, held small."""
    sizes = Counter(example.article for example in found)
    answers = sorted({getattr(example, question.name) for example in found})
    rows = [
        (
            [(sign, strength) for sign, strength in example.signs.items() if question.hold(sign)],
            getattr(example, question.name),
            (question.care if example.careful else 1.0) * sizes[example.article] ** -0.5,
        )
        for example in found
    ]
    total = sum(weight for _, _, weight in rows)
    table: dict[str, dict[str, float]] = {answer: {} for answer in answers}
    speed: dict[str, dict[str, float]] = {answer: {} for answer in answers}
    for _ in range(STEPS):
        slopes = _slopes(table, rows, answers)
        for answer in answers:
            row, moving = table[answer], speed[answer]
            for sign, slope in slopes[answer].items():
                pull = (slope - (question.hold(sign) or 0.0) * row.get(sign, 0.0)) / total
                moving[sign] = MOMENTUM * moving.get(sign, 0.0) + RATE * pull
                row[sign] = row.get(sign, 0.0) + moving[sign]
    return table


def _slopes(
    table: Mapping[str, Mapping[str, float]],
    rows: Sequence[tuple[Sequence[tuple[str, float]], str, float]],
    answers: Sequence[str],
) -> dict[str, dict[str, float]]:
    slopes: dict[str, dict[str, float]] = {answer: {} for answer in answers}
    for signs, truth, weight in rows:
        sums = [sum(table[answer].get(sign, 0.0) * strength for sign, strength in signs) for answer in answers]
        most = max(sums)
        raised = [exp(value - most) for value in sums]
        whole = sum(raised)
        for answer, value in zip(answers, raised, strict=True):
            miss = weight * ((answer == truth) - value / whole)
            slope = slopes[answer]
            for sign, strength in signs:
                slope[sign] = slope.get(sign, 0.0) + miss * strength
    return slopes


if __name__ == "__main__":
    main()
