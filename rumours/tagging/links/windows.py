"""Which transfer window a move is for: by the words about it, the article's day and the buyer's calendar.

The day alone gives the window that is open or next to open. Words move that on ("next summer"), where they are about
the future: in autumn "the summer" is over, in spring "January" is. An undated text gives a window only where it says
the year itself (`years`).
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from rumours.calendar import Calendar, WindowCode
from rumours.choices import GROUP_OF_STAGE, Season, Stage, StageGroup
from rumours.tagging.links.attach import Tie, Topics
from rumours.tagging.links.lines import Line
from rumours.tagging.links.phrases import Hit, Phrasebook
from rumours.tagging.links.scene import Scene
from rumours.tagging.links.weighing import Pair
from rumours.tagging.links.years import latest_post, window_of


class Said(NamedTuple):
    """A season; whether the words can only mean one that is to come; and whether the one after the open window."""

    season: Season
    coming: bool = False
    following: bool = False


# Known miss: "the summer" of last year, with no word that says so in the sentence.
_WORDS: Phrasebook[Said] = Phrasebook(
    [
        ("next|coming|upcoming|following january|winter", Said(Season.WINTER, coming=True)),
        ("january|winter", Said(Season.WINTER)),
        ("mid-season", Said(Season.WINTER)),
        ("this month", Said(Season.WINTER)),
        ("coming|upcoming summer", Said(Season.SUMMER, coming=True)),
        ("next|following summer", Said(Season.SUMMER, coming=True, following=True)),
        ("end|conclusion of the|this season|campaign|term", Said(Season.SUMMER, coming=True)),
        ("for|ahead of|before next season|term|campaign", Said(Season.SUMMER, coming=True)),
        ("this|the summer", Said(Season.SUMMER)),
        ("summer [transfer] window|move|switch|deal|target|exit|departure|bid|swoop", Said(Season.SUMMER)),
    ],
    {},
)  # fmt: skip
# "Last summer", "in the summer of 2022", "arrived in January", "on loan until the end of the season".
_OVER = frozenset(
    {"last", "previous", "past", "since", "earlier", "until", "till", "during", "rest", "remainder", "ago"}
)
_ARRIVED = frozenset({"signed", "joined", "arrived", "left", "moved", "bought", "came", "brought", "signing", "joining",
                      "strengthening", "spent", "had", "was", "were", "arrival", "departure"})  # fmt: skip
# A move reported as done so soon after a window shut was made in it.
_AFTERWARDS = timedelta(days=14)
# "Next summer", said this long before a summer's window opens, is the one after it.
_BEFORE_OPENING = timedelta(days=30)
# On the day after, papers still tell of what was tried in it.
_THE_DAY_AFTER = timedelta(hours=30)
Window = WindowCode | None


def windows_of(
    scene: Scene, pairs: Sequence[Pair], topics: Topics, calendar: Calendar, stages: Mapping[int, Stage]
) -> dict[int, str | None]:
    """The window of each pair, by its place in `pairs`; None where neither the words nor the day tell."""
    votes = _votes(scene, pairs, topics)
    published = scene.reading.published or latest_post(scene.reading.text)
    if published is None:
        window = window_of(scene.reading.text, _season(scene))
        return {place: _spoken(window, votes[place]) for place in range(len(pairs))}
    return {
        place: str(
            _window(votes[place], published, *_bounds(scene, pair, published, calendar), GROUP_OF_STAGE[stages[place]])
        )
        for place, pair in enumerate(pairs)
    }


def _votes(scene: Scene, pairs: Sequence[Pair], topics: Topics) -> list[Counter[Said]]:
    votes: list[Counter[Said]] = [Counter() for _ in pairs]
    places = {id(pair): place for place, pair in enumerate(pairs)}
    for line in scene.lines:
        for hit in _WORDS.on(line):
            if not _is_over(line, hit):
                for pair, tie in topics.of_word(line, hit.first):
                    if tie is not Tie.RIVAL:
                        votes[places[id(pair)]][hit.tag] += 2 if tie is Tie.BOTH else 1
    return votes


def _is_over(line: Line, hit: Hit[Said]) -> bool:
    """Whether the words are of a season gone by, or say how long a contract or loan runs."""
    before = set(line.words[max(hit.first - 4, 0) : hit.first + 1])
    after = line.words[hit.last + 1 : hit.last + 3]
    dated = any(text.isdigit() and len(text) == 4 for text in after)
    return bool(_OVER & before) or dated or (not hit.tag.coming and bool(_ARRIVED & before))


def _season(scene: Scene) -> Season | None:
    """The season that the text speaks of most, the time gone by left out."""
    counted: Counter[Season] = Counter()
    for line in scene.lines:
        for hit in _WORDS.on(line):
            if not _is_over(line, hit):
                counted[hit.tag.season] += 3 if line.number == 0 or line.leads else 1
    return counted.most_common(1)[0][0] if counted else None


def _spoken(window: Window, votes: Counter[Said]) -> str | None:
    """An undated text's window, or the next one where this pair's own words name the other season."""
    if window is None:
        return None
    other = sum(count for said, count in votes.items() if said.season != window.season)
    own = sum(count for said, count in votes.items() if said.season == window.season)
    return str(window.next if other > own else window)


def _bounds(scene: Scene, pair: Pair, at: datetime, calendar: Calendar) -> tuple[WindowCode, datetime]:
    """The window open or next to open for the buyer, and when the one before it shut."""
    buyer = scene.reading.actors[pair.buyer] if pair.buyer is not None else None
    association = scene.gazetteer.association_of(buyer.candidates[0].id) if buyer and buyer.candidates else ""
    code = WindowCode.parse(calendar.window_at(at, association, scene.reading.section))
    return code, calendar.closing(str(code.previous), association, scene.reading.section)[0]


def _window(votes: Counter[Said], at: datetime, code: WindowCode, shut: datetime, stage: StageGroup) -> WindowCode:
    if stage is StageGroup.DONE:
        return code.previous if at - shut <= _AFTERWARDS else code
    summer, next_summer, winter = _told(votes, code.season is Season.SUMMER, at >= code.usual_opening)
    if code.season is Season.WINTER:
        return code.next if summer + next_summer > winter else code
    if next_summer > max(summer, winter) and at >= code.usual_opening - _BEFORE_OPENING:
        return code.next.next
    if at - shut <= _THE_DAY_AFTER and not summer + next_summer:
        return code.previous
    return code.next if winter > summer + next_summer else code


def _told(votes: Counter[Said], in_summer: bool, is_open: bool) -> tuple[int, int, int]:
    """How often the words mean this summer, the one after, and the winter; a season without "next" is the one to come
    only while it can be: in autumn "the summer" is over, in spring "January" is."""
    summer = votes[Said(Season.SUMMER, coming=True)] + votes[Said(Season.SUMMER)] * (in_summer or is_open)
    winter = votes[Said(Season.WINTER, coming=True)] + votes[Said(Season.WINTER)] * (not in_summer or is_open)
    return summer, votes[Said(Season.SUMMER, coming=True, following=True)], winter
