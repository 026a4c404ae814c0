"""Which transfer window a move is for: by the words about it, the article's day and the buyer's calendar."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from rumours.calendar import Calendar, WindowCode
from rumours.choices import Season
from rumours.tagging.links.attach import Topics
from rumours.tagging.links.phrases import Phrasebook
from rumours.tagging.links.scene import Scene
from rumours.tagging.links.weighing import Pair

# What a word says: a season, how many such seasons on from the present one ("next": at least not the open one).
_WORDS: Phrasebook[tuple[Season | None, int]] = Phrasebook(
    [
        ("this|the january", (Season.WINTER, 0)),
        ("january", (Season.WINTER, 0)),
        ("winter", (Season.WINTER, 0)),
        ("mid-season window|move|transfer", (Season.WINTER, 0)),
        ("next january|winter", (Season.WINTER, 0)),
        ("summer", (Season.SUMMER, 0)),
        ("next summer", (Season.SUMMER, 1)),
        ("end of the season|campaign", (Season.SUMMER, 0)),
        ("deadline day", (None, 0)),
        ("this month", (None, 0)),
        ("this window", (None, 0)),
        ("current window", (None, 0)),
    ],
    {},
)
_PAST_BEFORE = frozenset({"last", "previous", "past", "since", "earlier", "during"})
_YEAR = re.compile(r"20[0-9]{2}")


def windows_of(
    scene: Scene, pairs: Sequence[Pair], topics: Topics, calendar: Calendar
) -> dict[int, str | None]:
    """The window of each pair, by its place in `pairs`; None where neither the words nor the day tell."""
    published = scene.reading.published
    if published is None:
        return {place: None for place in range(len(pairs))}
    votes: list[Counter[tuple[Season | None, int]]] = [Counter() for _ in pairs]
    whole: Counter[tuple[Season | None, int]] = Counter()
    places = {id(pair): place for place, pair in enumerate(pairs)}
    for line in scene.lines:
        for hit in _WORDS.find(line.words):
            if _is_past(line.words[max(hit.first - 3, 0) : hit.last + 3]):
                continue
            whole[hit.tag] += 1
            for pair in topics.of_line(line):
                votes[places[id(pair)]][hit.tag] += 2
    return {
        place: _window(scene, pair, votes[place] or whole, published, calendar) for place, pair in enumerate(pairs)
    }


def _is_past(words: Sequence[object]) -> bool:
    texts = [getattr(word, "text", "") for word in words]
    return bool(_PAST_BEFORE.intersection(texts[:3])) or any(_YEAR.fullmatch(text) for text in texts)


def _window(
    scene: Scene, pair: Pair, votes: Counter[tuple[Season | None, int]], at: datetime, calendar: Calendar
) -> str:
    buyer = scene.reading.actors[pair.buyer] if pair.buyer is not None else None
    association = scene.gazetteer.association_of(buyer.candidates[0].id) if buyer and buyer.candidates else ""
    code = WindowCode.parse(calendar.window_at(at, association, scene.reading.section))
    if not votes:
        return str(code)
    (season, on), _ = max(votes.items(), key=lambda item: (item[1], item[0][0] is not None, item[0][1]))
    if season is None or (season == code.season and not on):
        return str(code)
    if season == code.season and code.usual_opening <= at:
        return str(code.next.next)
    return str(code if season == code.season else code.next)
