"""Families of words that tell how far a move is and what sort of deal it is, wherever in the sentence the names
stand.

They are weaker than the wordings of `cues`, which know the player's and the buyer's place; what each is worth is
learned (`weights`). Known misses: words that are a family's in another sense ("a medical problem").
"""

from rumours.tagging.links.phrases import Phrasebook

_STAGES = {
    "official": "confirmed|confirm|confirms|announced|announce|announces|unveiled|unveil|official|officially",
    "completed": "completed|completes|complete|sealed|seals|wrapped|finalised",
    "signed": "signed|signs|joins|joined|inked|penned|arrives|arrived|recruited",
    "has signed": (
        "has|have [now|also|already|officially|finally] signed|joined|completed|moved|brought"
        "|bought|added|recruited"
    ),
    "medical": "medical|medicals",
    "terms": "personal|contract terms",
    "agreed": "agreed|agreement|agree|agrees|agreeing",
    "set to": "set|due|poised|about to",
    "will": "will|'ll",
    "verge": "verge|brink|heading|imminent|finalise|finalising|here",
    "talks": "talks|negotiations|discussions|dialogue|negotiating|discussed",
    "contact": "contact|contacted|enquiry|enquired|inquired|inquiry|enquiries|approach|approached|inquiries",
    "close": "close|closing|closer|nearing|advanced|edging",
    "bid": "bid|bids|offer|offers|proposal",
    "bid made": "submitted|tabled|lodged|made|launched|submit|had ..5 bid|bids|offer|offers|proposal",
    "bid refused": (
        "rejected|rebuffed|refused|turned|declined|rejects|reject ..7 bid|bids|offer|offers"
        "|proposal|approach"
    ),
    "bid ahead": (
        "preparing|prepare|ready|considering|prepared|planning|plan|could|may|will|set|expected"
        "|willing ..6 bid|offer|move"
    ),
    "maybe": "could|may|might|would|if",
    "should": "should|must|need|needs",
    "interest": (
        "interested|interest|keen|admirers|monitoring|target|targets|linked|want|wants|tracking"
        "|shortlist|radar"
    ),
    "instead": "instead|alternative|alternatives|elsewhere",
    "over": "over|ahead [of] C",
    "snub": (
        "snubbed|snub|rejected|turned|refused|reject|turn|snubbing ..5 move|down|chance|advances"
        "|opportunity|C|join"
    ),
    "missed": "missed|missing|miss|beaten|lost|losing|lose out|to",
    "beaten": "beaten|beat|beating|hijack|hijacked|gazumped|pipped",
    "collapsed": "collapsed|collapse|collapses|fell|fallen|falls|broke|broken|breakdown|off",
    "not": "not|never|isn't|won't|don't|doesn't|didn't|cannot|can't|wouldn't|couldn't|hasn't|haven't",
    "ended": "ended|end|ending|withdrew|withdrawn|pulled|pull|dropped|cooled|walked|abandoned|backed",
    "stay": "stay|stays|staying|remain|remains|remaining|keep",
    "failed": "failed|fail|unsuccessful|unable|failure",
    "chose": "chose|chosen|opted|decided|preferred|prefers|picked",
    "no longer": "no longer",
    "denied": "denied|denies|deny|dismissed|truth|true|rubbished|untrue|false",
    "earlier": "last|previous|earlier|previously|once|originally",
    "would have": "had [also|been|previously|reportedly] been|wanted|tried|hoped|looked|agreed|linked|targeted",
    "new deal": "new contract|deal",
    # he stays where he is
    "stays put": (
        "decided|chose|chosen|opted|prefers|prefer|wants|want|happy|priority|wish|wishes|set|expected|adamant|insists"
        "|insisted|determined|hopes|agreed|likely ..3 stay|remain|staying|continue"
    ),
    "will stay": "will|'ll|would|is|are [definitely|now|be] stay|remain|staying|remaining",
    "renewed": (
        "signed|signs|sign|signing|penned|agreed|agree|inked|put ..4 new|extended"
        "|improved [_2] contract|deal|terms|agreement"
    ),
    "committed": "committed|commits|commit|committing his|her|their|P|himself|herself|to ..3 future|club|C|contract",
    # it is over
    "dead": "dead|over|finished [in|.|,|and|as|after]",
    "fell through": "fell|fallen|falls|fall|falling through|apart",
    "not interested": (
        "not|n't|isn't|aren't|longer|never ..2 interested|pursuing|keen|considering|in|looking"
        "|target|targets"
    ),
    "no interest": "no|without interest|intention|plan|plans|talks|contact|offer|bid|approach|agreement",
    "joined other": "decided|chose|chosen|opted|agreed|set|preferred|elected to join|sign|move [for|to] [the] C",
    "unsuccessful": "unsuccessful|unsuccessfully|failed|failing|unable|vain|abortive",
    # it goes on
    "imminent": "imminent|here|principle|pre-agreement|pre-contract|paperwork|documents|green",
    "made official": "presented|unveiling|unveiled|officially|welcome|welcomed|debut",
}  # fmt: skip

_KINDS = {
    "on loan": "on [an|a] [initial] loan",
    "loan deal": (
        "loan deal|move|signing|offer|bid|switch|fee|transfer|agreement|deals|exit|moves|approach"
        "|swoop|option|proposal"
    ),
    "loan past": "loan spell|spells|stint|stints|loanee",
    "loan until": "loan for|until|to|from|with|at",
    "season-long": "season-long|six-month|short-term|temporary|temporarily|loaned|loan-to-buy|dry",
    "loan": "loan|loans",
    "until the end": "until|till the end of the|this season|campaign",
    "option": "option|options to buy|purchase|make|sign",
    "buy option": "buy|purchase option|clause",
    "obligation": "obligation|mandatory|compulsory",
    "free": "free transfer|agent|agents|transfers|signing",
    "for free": "on|for|as [a] free|nothing|bosman|agents",
    "free of charge": "free of|move",
    "expiring": "out of contract",
    "contract ends": "contract|deal ..5 expires|expire|expiring|expired|end|ends|ended|up|ending",
    "expiry": "expiry|expiration|end of [his|the|a] contract",
    "pre-contract": "pre-contract|precontract|bosman",
    "released": "released [by|from]",
    "mutual": "mutual consent|termination",
    "swap": "swap|part-exchange|makeweight|player-plus-cash|cash-plus-player",
    "exchange": "exchange|part exchange|deal",
    "part of": "as|be part of the|a|any deal",
    "permanent": "permanent|permanently|outright",
    "permanent deal": "permanent deal|transfer|move|switch|basis|signing|exit|sale|departure",
    "clause": "clause|buyout|buy-out",
    "asking price": "asking|price|valuation price|tag|of|him",
    "fee": "fee|fees",
    "transfer fee": "transfer|record|undisclosed|reported fee",
    "price": "price|valuation|valued|values|value|worth|cost|costs|priced",
    "sell": "sell|sold|sale|selling|cash|sells",
    "for sale": "for sale",
    "buy": "buy|bought|purchase|pay|paid|spend",
    "money": "€|£|$|million|m",
    "bid for": "bid|bids|bidding",
    "years": (
        "two-year|three-year|four-year|five-year|six-year|four-and-a-half-year"
        "|five-and-a-half-year|multi-year|long-term|seven-year"
    ),
    "contract until": "contract|deal ..5 until|through",
    "record": "record signing|fee|transfer|deal|sale",
    "add-ons": "add-ons|bonuses|instalments|variables",
    "cash": "cash|money|funds|profit",
    "year left": "year|years|months remaining|left",
}  # fmt: skip

_NAMED = {name: words for table in (_STAGES, _KINDS) for name, words in table.items()}
FAMILIES: Phrasebook[str] = Phrasebook([(words, name) for name, words in _NAMED.items()], {})
STAGE_FAMILIES, KIND_FAMILIES = frozenset(_STAGES), frozenset(_KINDS)
