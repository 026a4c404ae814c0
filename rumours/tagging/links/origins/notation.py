"""Tables of wordings about where a player is, and the sets of words that several of them share.

`F` is the club he is at, `B` one that he is not at (he goes there), `P` the player. A phrase's number is its weight.
"""

import re
from collections.abc import Mapping, Sequence
from typing import TypeVar

from rumours.tagging.links.phrases import Phrasebook

Tag = TypeVar("Tag")

_CLUB = re.compile(r" ([FBC])(?= |$)")


def book(phrases: Sequence[tuple[str, Tag]], sets: Mapping[str, str]) -> Phrasebook[Tag]:
    """The phrases, each club with or without its article: "leave Galatas", "leave the Magpies"."""
    return Phrasebook([(_CLUB.sub(r" [the] \1", written), tag) for written, tag in phrases], sets)


SETS = {
    "leave": "leave|leaves|leaving|quit|quits|quitting|depart|departs|departing|exit|exits|exiting|departed",
    "exit": "exit|departure|release|escape|farewell",
    "bond": "contract|deal|terms|agreement|future|stay|situation|exit|departure|clause|days|place|role|stock",
    "buy": (
        "sign|signs|signing|signed|land|landing|landed|buy|buying|bought|recruit|recruiting|recruited|bring|bringing"
        "|brought|take|taking|prise|prising|lure|luring|lured|poach|poaching|acquire|acquiring|acquired|capture|snatch"
        "|arrival|swoop|move|transfer|acquisition|purchase|signature|snap|snapped|steal|tempt|tempting|secure|secured"
        "|securing|add|added|get|getting|loan|swap|deal|pluck|plucked|pinch|recruitment|welcome|welcomed|nab|nabbed"
        "|raid|signings|arrivals|additions|addition|capturing|deals|moves"
    ),
    "come": (
        "joined|joins|join|joining|signed|signs|arrived|arrives|arriving|moved|moves|moving|switch|switched|switches|came"
        "|arrival|move|switch|transfer|transferred|signing|loan|loaned|return|returned|return|completed|completes|sealed"
    ),
    "talks": (
        "talks|negotiations|contact|contacts|discussions|dialogue|agreement|negotiating|agreed|agree|deal|negotiate"
    ),
    "ask": (
        "approach|approached|approaching|contacted|asked|ask|asking|sounded|enquired|inquired|enquiry|inquiry|offer"
        "|offered|bid|proposal|offering|informed|inform|told|contact|enquiries"
    ),
    "about": "over|for|about|regarding|on",
    "sell": (
        "sell|sells|selling|sold|offload|offloading|offloaded|lose|losing|lost|release|releasing|released|let|lets|letting"
        "|allow|allowing|allowed|loaned|loaning|sending|sacrifice|jettison|dump|ditch|axe|unload|discard"
    ),
    "refuse": (
        "reject|rejected|rejects|rejecting|refuse|refused|refuses|refusing|rebuff|rebuffed|rebuffs|turned|turning|knocked"
        "|knock|dismissed|declined|snubbed|blocked|block|blocking|spurned"
    ),
    "price": "value|values|valued|valuing|price|priced|rate|rates|demand|demanding|demands|demanded",
    "money": "£|€|$|fee|bids|bid|offers|offer|sum|sums",
    "have": "has|have|had|having",
    "send": "send|sends|sent|sending",
    "goals": "goals|goal|assists|appearances|games|matches|starts|times|minutes|outings|caps",
    "wish": (
        "willing|reluctant|unwilling|ready|prepared|open|happy|keen|hoping|hope|want|wants|like|desperate|determined|try"
        "|trying|able|agreed|forced|refusing|expected"
    ),
    "now": "this|the [current] season|term|campaign|year",
}
