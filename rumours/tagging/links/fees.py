"""Sums of money in a text, what each is for, and whose move they belong to."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from rumours.choices import FeeWhat
from rumours.tagging.findings import FeeFinding
from rumours.tagging.links.attach import Topics
from rumours.tagging.links.background import PAST, factor
from rumours.tagging.links.lines import Line
from rumours.tagging.links.scene import Scene
from rumours.tagging.links.weighing import Pair
from rumours.text import Span

_NUMBER = r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,4}(?:\.[0-9]{1,2})?"
_SCALE = r"(?:k|m|mn|mln|bn|million|billion|thousand)\b"
_SIGN = {"€": "EUR", "£": "GBP", "$": "USD"}
_WORDS = {"euro": "EUR", "euros": "EUR", "pound": "GBP", "pounds": "GBP", "dollar": "USD", "dollars": "USD"}
_FACTOR = {
    "k": 1_000,
    "thousand": 1_000,
    "m": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "million": 10**6,
    "bn": 10**9,
    "billion": 10**9,
}
# "€58 million", "£20-25m", "60 million euro", "between €40m and €50m"; "€12m and €3m in add-ons" are two sums. Known
# miss: sums in words ("a million and a half").
_SUM = re.compile(
    rf"(?P<between>(?<=between ))?(?P<sign>[€£$])\s?(?P<low>{_NUMBER})(?:\s?(?P<scale1>{_SCALE}))?"
    rf"(?:\s?(?:[-–—]|to|(?(between)and|to))\s?[€£$]?(?P<high>{_NUMBER}))?(?:\s?(?P<scale>{_SCALE}))?"
    rf"|(?P<low2>{_NUMBER})(?:\s?(?:[-–—]|to)\s?(?P<high2>{_NUMBER}))?\s?(?P<scale2>{_SCALE})"
    r"\s?(?P<word>euros?|pounds?|dollars?)\b",
    re.IGNORECASE,
)
# No sum is without one of these.
_MONEY = ("€", "£", "$", "euro", "pound", "dollar")
# The nearest of these words in the sentence tells what a sum is for; those later in the table win at equal distance,
# and the last five, which are of nothing but money, from `_SURE` characters farther. "Worth" only tells where no other
# word does: "a bid worth €20m". Known miss: two sums of different sorts on both sides of one word.
_WHAT: tuple[tuple[FeeWhat, re.Pattern[str]], ...] = tuple(
    (what, re.compile(pattern, re.IGNORECASE))
    for what, pattern in (
        (FeeWhat.AGREED, r"\b(?:agreed|agreement|deal|signed|fee|transfer|joined|sold|paid|sealed|move)\b"),
        (FeeWhat.OFFER, r"\b(?:bids?|offers?|offered|offering|proposal|tabled|approach|pay"
            r"|reject(?:s|ed)?|refused|rebuffed|(?:turned|knocked) (?:down|back))\b"),
        (FeeWhat.ASKING, r"\b(?:asking price|price tag|valu(?:e|es|ed|ation)|want|wants|demand(?:s|ed|ing)?"
            r"|rated|hold(?:ing)? out|price[ds]?"
            r"|at least|in excess of|upwards of)\b"),
        (FeeWhat.CLAUSE, r"\b(?:clause|buyout)\b"),
        (FeeWhat.LOAN_FEE, r"\b(?:loan fee|for the loan|loan (?:bid|offer|deal) (?:of|worth))\b"),
        (FeeWhat.OPTION, r"\b(?:option to (?:buy|purchase|make)|purchase option|buy option)\b"),
        (FeeWhat.OBLIGATION, r"\bobligation\b"),
        (FeeWhat.WAGE, r"\b(?:(?:a|per)[ -](?:week|year|season|month)|weekly|salary|wages?)\b"),
    )
)  # fmt: skip
_SURE = 14
_SURELY = frozenset({FeeWhat.CLAUSE, FeeWhat.LOAN_FEE, FeeWhat.OPTION, FeeWhat.OBLIGATION, FeeWhat.WAGE})
# "€3m in possible add-ons", "bonuses of up to €3m": only right beside a sum; "€25m including add-ons" is a whole price.
_ADDED = r"(?:add-?ons?|bonus(?:es)?|variables|extras)"
_ADDED_AFTER = re.compile(rf"\s?(?:(?:in|of|as)\s(?:[\w-]{{1,20}}\s){{0,2}})?{_ADDED}\b(?! included)", re.IGNORECASE)
_ADDED_BEFORE = re.compile(
    rf"\b{_ADDED}(?: (?:of|worth|totalling|reaching|amounting to|that could reach|which could reach))"
    r"(?: (?:up to|around|about|another|a further|some|over|more than))?\s\Z",
    re.IGNORECASE,
)
_WORTH = re.compile(r"\bworth\b", re.IGNORECASE)
_ASKED = frozenset({FeeWhat.ASKING, FeeWhat.CLAUSE, FeeWhat.WAGE})
FAR = 60


@dataclass(slots=True)
class Money:
    """A sum in a sentence; `what` it is for, and the place `at` of the word it stands at."""

    span: Span
    low: int
    high: int
    currency: str
    what: FeeWhat | None = None
    at: int = 0


def sums_of(line: Line) -> Sequence[Money]:
    """Every sum of a line, looked for once."""
    if line.sums is None:
        words = line.text[line.span.start : line.span.end].lower()
        line.sums = list(_told_sums(line)) if any(sign in words for sign in _MONEY) else ()
    return line.sums


def _told_sums(line: Line) -> Iterator[Money]:
    for money in sums(line.text, line.extent):
        money.what = what_for(line.text, line.extent, money.span)
        money.at = word_at(line, money.span.start)
        yield money


def sums(text: str, within: Span) -> Iterator[Money]:
    """Every sum of at least 1,000 in `within`; "(£48.1m)" right after another sum is the same one converted."""
    last_end = -1
    for match in _SUM.finditer(text, within.start, within.end):
        sign, word = match["sign"], match["word"]
        currency = _SIGN[sign] if sign else _WORDS[word.lower()]
        scale = match["scale"] or match["scale1"] or match["scale2"]
        factor = _FACTOR[scale.lower()] if scale else 1
        low, high = match["low"] or match["low2"], match["high"] or match["high2"]
        numbers = sorted(round(float(number.replace(",", "")) * factor) for number in (low, high or low))
        converted = last_end >= 0 and text[last_end : match.start()].strip(" ") in {"(", "/"}
        if numbers[0] >= 1_000 and not converted:
            yield Money(Span(match.start(), match.end()), numbers[0], numbers[1], currency)
        last_end = match.end()


def what_for(text: str, sentence: Span, money: Span) -> FeeWhat | None:
    """What the sum is for, by the nearest word that tells; None where none does."""
    start, end = max(sentence.start, money.start - FAR), min(sentence.end, money.end + FAR)
    if _ADDED_AFTER.match(text, money.end, end) or _ADDED_BEFORE.search(text, start, money.start):
        return FeeWhat.ADD_ONS
    best: tuple[int, FeeWhat] | None = None
    for what, pattern in _WHAT:
        for match in pattern.finditer(text, start, end):
            if match.start() < money.end and money.start < match.end():
                continue
            distance = max(money.start - match.end(), match.start() - money.end) - (_SURE if what in _SURELY else 0)
            if best is None or distance <= best[0]:
                best = (distance, what)
    if best is None:
        return FeeWhat.ASKING if _WORTH.search(text, start, end) else None
    return best[1]


def word_at(line: Line, index: int) -> int:
    """The place of the line's word that holds character `index`, or the first after it."""
    return min(bisect_right(line.spans, index, key=itemgetter(1)), max(len(line.words) - 1, 0))


def fees_of(scene: Scene, pairs: Sequence[Pair], topics: Topics) -> dict[int, list[FeeFinding]]:
    """The sums of each pair, by its place in `pairs`, in the order of the text; those of past moves left out."""
    found: dict[int, list[FeeFinding]] = {place: [] for place in range(len(pairs))}
    places = {id(pair): place for place, pair in enumerate(pairs)}
    for line in scene.lines:
        if not topics.ties(line):
            continue
        for money in sums_of(line):
            at, what = money.at, money.what
            if what is None or factor(line, at, at, scene.reading.published) <= PAST:
                continue
            for pair in _whose([pair for pair, _ in topics.of_word(line, at)], line, what):
                found[places[id(pair)]].append(FeeFinding(money.span, what, money.low, money.high, money.currency))
    return found


def _whose(pairs: Sequence[Pair], line: Line, what: FeeWhat) -> Sequence[Pair]:
    """A price asked holds for every buyer; an offer only for the pairs that the sentence itself claims."""
    if what in _ASKED or len(pairs) < 2:
        return pairs
    claimed = [pair for pair in pairs if any(claim.line.number == line.number for claim in pair.claims)]
    return claimed or pairs
