"""What sort of deal: for a fee, on loan, free, in exchange."""

from collections import Counter
from collections.abc import Sequence

from rumours.choices import TransferKind
from rumours.tagging.links.attach import Topics
from rumours.tagging.links.background import PAST, factor
from rumours.tagging.links.phrases import Phrasebook
from rumours.tagging.links.scene import Scene
from rumours.tagging.links.weighing import Pair

_KINDS: Phrasebook[tuple[TransferKind, float]] = Phrasebook(
    [
        *((phrase, (TransferKind.LOAN, 1.0)) for phrase in (
            "on loan", "loan deal|move|signing|offer|bid|switch|fee|transfer|agreement|deals|exit|moves|spell|approach",
            "season-long", "season - long", "initial loan", "loan for|until|to|from|with", "a loan", "temporary|short-term deal|basis|move|switch|transfer",
            "loaned", "loan", "simple|dry loan", "six-month loan", "loans",
        )),
        *((phrase, (TransferKind.LOAN_OPTION, 1.4)) for phrase in (
            "loan ..8 option to buy|make", "option to buy|purchase|make", "buy option", "purchase option",
        )),
        *((phrase, (TransferKind.LOAN_OBLIGATION, 1.5)) for phrase in (
            "loan ..8 obligation", "obligation to buy", "mandatory|compulsory ..3 purchase|option|buy", "buy obligation",
        )),
        *((phrase, (TransferKind.FREE, 1.2)) for phrase in (
            "free transfer|agent|agents|transfers|signing", "on a free", "for free", "for nothing", "out of contract", "contract ..3 expires|expiring",
            "as free agents", "free of charge", "bosman", "pre-contract", "pre - contract", "contract ..4 end|ends|expired", "released by", "end of his contract",
            "contract ..3 up",
        )),
        *((phrase, (TransferKind.SWAP, 1.6)) for phrase in (
            "swap deal", "swap", "part-exchange", "part exchange", "makeweight", "exchange deal", "plus-player", "player-plus-cash", "as part of the deal",
        )),
        *((phrase, (TransferKind.PERMANENT, 1.0)) for phrase in (
            "permanent deal|transfer|move|switch|basis|signing|exit|sale", "permanently", "outright", "release clause", "buyout clause", "asking price", "price tag", "transfer fee", "fee of",
            "€|£|$", "million", "valuation", "valued", "values", "value", "clause", "sell", "sale", "selling", "fee", "cash in", "buy", "sold", "bid", "money", "pay", "price",
            "record", "five-year", "four-year", "multi-year", "long-term contract|deal",
        )),
    ],
    {},
)  # fmt: skip
_BLUR = 0.5
_WEAK = frozenset({"sell", "sale", "selling", "fee", "buy", "sold", "bid", "money", "pay", "price", "value", "values", "record", "million", "loan", "loans"})


def kinds_of(scene: Scene, pairs: Sequence[Pair], topics: Topics) -> dict[int, TransferKind]:
    """The kind of each pair, by its place in `pairs`, from the words of the lines that are about it."""
    votes: list[Counter[TransferKind]] = [Counter() for _ in pairs]
    places = {id(pair): place for place, pair in enumerate(pairs)}
    for line in scene.lines:
        hits = list(_KINDS.find(line.words))
        if not hits:
            continue
        about = topics.of_line(line)
        for hit in hits:
            kind, weight = hit.tag
            if factor(line, hit.first, hit.last, scene.reading.published) <= PAST:
                continue
            single = hit.first == hit.last and line.words[hit.first].text in _WEAK
            for pair in about:
                votes[places[id(pair)]][kind] += weight * (_BLUR if single else 1.0)
    return {place: _decide(counted) for place, counted in enumerate(votes)}


def _decide(counted: Counter[TransferKind]) -> TransferKind:
    loans = (TransferKind.LOAN_OBLIGATION, TransferKind.LOAN_OPTION)
    loan = sum(counted[kind] for kind in (TransferKind.LOAN, *loans))
    choices = {
        TransferKind.SWAP: counted[TransferKind.SWAP],
        TransferKind.LOAN: loan,
        TransferKind.FREE: counted[TransferKind.FREE],
        TransferKind.PERMANENT: counted[TransferKind.PERMANENT],
    }
    best = max(choices, key=lambda kind: choices[kind])
    if choices[best] < 0.9:
        return TransferKind.UNKNOWN
    if best is TransferKind.LOAN:
        return next((kind for kind in loans if counted[kind]), TransferKind.LOAN)
    return best
