"""Learns which club is suitor, home or neither: `python -m tests.tagging.learning.roles FOLDER...`

Folders as in `details`. Prints F1 of suitors in cross-validation by article, and writes
rumours/tagging/links/weights/roles.json. Plain Python: multinomial logistic regression by stochastic gradient descent
in a fixed order, weights held small (L2); articles with very many links count less each.
"""

import json
import random
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp
from pathlib import Path

from rumours.intake import clean, read
from rumours.tagging import Gazetteer
from rumours.tagging.links import choosing, origins
from rumours.tagging.links.claims import partials
from rumours.tagging.links.features import observe
from rumours.tagging.links.scene import Scene
from rumours.tagging.links.weighing import gather
from rumours.tagging.names import read as read_names
from tests.tagging.invented_world import ARTICLES
from tests.tagging.invented_world import gazetteer as invented
from tests.tagging.learning.clubs import main_name
from tests.tagging.learning.details import WEIGHTS, reference
from tests.tagging.scoring import same_club, same_person

ANSWERS = ("buyer", "home", "none")
PARTS, ROUNDS, RATE, HOLD = 5, 20, 0.06, 20.0
SEEN, FAINT, MANY = 4, 0.05, 12

Table = dict[str, list[float]]


@dataclass(frozen=True, slots=True)
class Example:
    """A player and a club of an article with the signs of the two, and what the club is to him."""

    article: str
    signs: tuple[str, ...]
    answer: str
    weight: float


def main() -> None:
    """Learn and write down."""
    found = list(examples(ARTICLES / "tuned", invented()))
    names = reference() if sys.argv[1:] else invented()
    for folder in sys.argv[1:]:
        found += examples(Path(folder), names)
    sys.stdout.write(f"{len(found)} pairs, F1 of suitors {checked(found):.3f} in cross-validation\n")
    table = learned(found)
    none = table["always"][2]
    rows = {"always": [round(value - none, 2) for value in table["always"][:2]]}
    for sign, (buyer, home, neither) in sorted(table.items()):
        weights = [round(buyer - neither, 2), round(home - neither, 2)]
        if sign != "always" and max(map(abs, weights)) >= FAINT:
            rows[sign] = weights
    lines = [f"{json.dumps(sign, ensure_ascii=False)}: {json.dumps(weights)}" for sign, weights in rows.items()]
    (WEIGHTS / "roles.json").write_text("{\n" + ",\n".join(lines) + "\n}\n")


def examples(folder: Path, names: Gazetteer) -> Iterator[Example]:
    """Every player and club that the tagger brings together in the articles of a folder."""
    for path in sorted(folder.glob("*.txt")):
        links = json.loads(path.with_suffix(".json").read_text())["links"]
        clubs = {link[side]: main_name(link[side], names) for link in links for side in ("from", "to")}
        weight = min(1.0, MANY / max(len(links), 1))
        scene = Scene.of(read_names(clean(read(path.read_bytes(), name=path.name)), names), names)
        origins.settle(scene)
        found = [partial for line in scene.lines for partial in partials(scene, line)]
        for seen in observe(scene, found, gather(scene, found)).values():
            if seen.club is None:
                continue
            player, club = _called(scene, names, seen.player), _called(scene, names, seen.club)
            mine = [link for link in links if same_person(link["player"], player)]
            answer = "none"
            if any(same_club(clubs[link["from"]], club) for link in mine):
                answer = "home"
            if any(same_club(clubs[link["to"]], club) for link in mine):
                answer = "buyer"
            yield Example(path.stem, tuple(sorted(seen.signs)), answer, weight)


def _called(scene: Scene, names: Gazetteer, number: int) -> str:
    actor = scene.reading.actors[number]
    return names.name_of(actor.candidates[0]) if actor.candidates else actor.name


def checked(found: Sequence[Example]) -> float:
    """F1 of the suitors found by weights learned from other articles, among the suitors that signs were seen of."""
    parts: dict[str, int] = {}
    for example in found:
        parts.setdefault(example.article, len(parts) % PARTS)
    right = wrong = missed = 0
    for part in range(PARTS):
        table = learned([example for example in found if parts[example.article] != part])
        for example in found:
            if parts[example.article] == part:
                said = chances(table, example.signs)[0] >= choosing.SUITOR
                right += said and example.answer == "buyer"
                wrong += said and example.answer != "buyer"
                missed += not said and example.answer == "buyer"
    return 2 * right / (2 * right + wrong + missed)


def learned(found: Sequence[Example]) -> Table:
    """Weights of every sign seen in enough pairs, for each answer."""
    counts = Counter(sign for example in found for sign in example.signs)
    known = {sign for sign, count in counts.items() if count >= SEEN}
    rows = [
        (["always", *(s for s in example.signs if s in known)], ANSWERS.index(example.answer), example.weight)
        for example in found
    ]
    table: Table = {sign: [0.0, 0.0, 0.0] for sign in ("always", *known)}
    order = random.Random(1)
    scale = 1.0
    for number in range(ROUNDS):
        order.shuffle(rows)
        rate = RATE / (1 + number / 2)
        for signs, answer, weight in rows:
            scale *= 1 - rate * HOLD / len(rows)
            _step(table, signs, answer, rate * weight, scale)
    return {sign: [value * scale for value in row] for sign, row in table.items()}


def _step(table: Table, signs: Sequence[str], answer: int, rate: float, scale: float) -> None:
    """One step down the slope of one example. Weights are kept divided by `scale`, so that holding all small is one
    product."""
    rows = [table[sign] for sign in signs]
    judged = _shares([scale * sum(row[place] for row in rows) for place in range(3)])
    pulls = [rate / scale * (judged[place] - (place == answer)) for place in range(3)]
    for row in rows:
        row[0] -= pulls[0]
        row[1] -= pulls[1]
        row[2] -= pulls[2]


def chances(table: Mapping[str, Sequence[float]], signs: Sequence[str]) -> list[float]:
    """The probability of each answer."""
    rows = [table[sign] for sign in ("always", *signs) if sign in table]
    return _shares([sum(row[place] for row in rows) for place in range(3)])


def _shares(sums: Sequence[float]) -> list[float]:
    most = max(sums)
    powers = [exp(value - most) for value in sums]
    return [power / sum(powers) for power in powers]


if __name__ == "__main__":
    main()
