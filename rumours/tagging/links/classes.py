"""Words of one meaning under one name: what is learned of "eyeing" holds for "courting" too."""

from functools import lru_cache

_TABLE = {
    "WANT": """
        want wants wanted wanting wish wishes desire desires keen eager hope hopes hoping hoped look looks looking
        plan plans planning intend intends aim aims aiming seek seeks seeking try tries trying tried attempt
        attempts attempting attempted push pushing pushed desperate determined ready prepared willing poised
        considering consider considers considered tempted preparing prepare plotting plot weigh weighing mulling
        contemplating exploring bidding dream like love favour preference prioritise prioritised priority
    """,
    "INTEREST": """
        interest interested interests admire admires admired admirer admirers fan fans monitor monitors monitored
        monitoring track tracks tracked tracking watch watched watching scout scouts scouted scouting eye eyes eyed
        eyeing follow follows followed following appreciate covet coveted fancy crave radar radars shortlist
        shortlisted wishlist wish-list attention admiring courting courted court sights tabs appreciation enamoured
    """,
    "TARGET": """
        target targets targeted targeting pursue pursuing pursued pursuit chase chasing chased race hunt battle
        battling running fight frontrunners favourites contention suitor suitors option options candidate
        alternative alternatives replacement successor identified identify earmarked pinpointed list vying competing
        compete competition queue mix
    """,
    "LINK": """
        link links linked linking connected mentioned touted tipped rumoured rumored speculation rumours rumour
        mooted associated
    """,
    "SIGN": """
        sign signs signing land landing recruit recruiting bring bringing add adding acquire acquiring buy buying
        secure securing capture capturing snap snapping poach poaching lure luring prise snare bag get getting raid
        attract tempt convince
    """,
    "SIGNED": """
        signed landed recruited brought added acquired bought secured captured snapped poached lured signings
        recruits unveiled unveil
    """,
    "JOIN": """
        join joins joining rejoin move moving switch switching head heading go going bound destined
    """,
    "JOINED": "joined moved switched arrived headed rejoined penned inked went came",
    "DEAL": "deal deals transfer transfers swoop moves agreement",
    "TALK": """
        talk talks negotiation negotiations negotiating negotiate discussion discussions dialogue contact contacts
        contacted enquiry inquiry enquired inquired approach approached sounded sounding meeting met enquiries
        spoken conversations
    """,
    "BID": "bid bids offer offers offered offering proposal proposals tabled submitted lodged proposed",
    "REJECT": """
        reject rejects rejected rejecting refuse refuses refused refusing rebuff rebuffed decline declined turned
        snub snubbed spurned knocked dismissed resist blocked block
    """,
    "AGREE": """
        agree agrees agreed agreeing accept accepted terms verge brink medical finalise finalising finalised
        imminent principle verbal green-light close closing nearing edging
    """,
    "DONE": """
        complete completes completed completing confirm confirms confirmed announce announces announced announcing
        seal seals sealed official officially unveiled
    """,
    "LEAVE": """
        leave leaves leaving depart departs departing departure exit exits exiting quit quitting away out part
    """,
    "LEFT": "left departed quitted",
    "SELL": """
        sell sells selling offload offloading cash sale let letting allow allowed allowing release listen lose
        losing sold ship
    """,
    "LOAN": "loan loaned loanee loans season-long temporary",
    "FREE": "free bosman expires expiring pre-contract out-of-contract",
    "CONTRACT": """
        contract contracts extension extend extended renew renewal renewed stay staying remain remains
    """,
    "PRICE": """
        million fee price clause valuation value valued values m euros pounds € £ $ worth cost pay asking
    """,
    "PAST": """
        last ago previously former formerly ex since already had earlier then once originally spell spells history
        past
    """,
    "WHEN": "summer january winter window season month week now today",
    "NEG": """
        not no never n't without cannot can't won't don't doesn't didn't isn't aren't wasn't neither nor hardly
        unlikely
    """,
    "PLAY": """
        play plays played playing score scored scoring goal goals match win wins won defeat draw drew beat game
        games appearance appearances started bench substitute assist assists assisted derby fixture cup league
        victory lost loss against face faced clash visit host title trophy stadium debut minutes points
    """,
    "COACH": "manager boss coach head-coach chief managed sacked appointed",
    "REPORT": """
        report reports reported reporting claim claims claimed say says said according understand understood
        understands suggest suggested suggests believe believed believes told per reportedly reveal revealed
        journalist
    """,
    "ROLE": """
        defender midfielder striker forward winger goalkeeper keeper centre-back full-back left-back right-back
        playmaker attacker star ace captain international man player youngster teenager loanee skipper hitman
        wing-back duo frontman wonderkid
    """,
    "RIVAL": "rival rivals ahead beating beaten hijack hijacked over instead rather",
    "OFF": """
        collapse collapsed withdraw withdrew withdrawn ended cooled pulled abandoned ruled fell through missed
        missing dropped stalled off denied denies
    """,
    "RETURN": "return returns returning returned back",
    "FOR": "for",
    "TO": "to",
    "FROM": "from",
    "WITH": "with",
    "IN": "in into",
    "OF": "of",
    "AT": "at",
    "BY": "by",
    "ON": "on",
    "AS": "as",
    "'S": "'s",
    "P": "P",
    "C": "C",
    "N": "N",
    "WHO": "who whose which that",
    "AFTER": "after before when during",
    "BUT": "but although though while whereas despite",
}
_CLASS = {word: name for name, words in _TABLE.items() for word in words.split()}
_ENDINGS = ("ings", "ing", "ied", "ies", "ed", "es", "s", "e")
_SHORTEST = 4


@lru_cache(maxsize=16384)
def class_of(word: str) -> str:
    """The name of the word's class, or "" for a word of none; a form not in the table is looked up by its stem."""
    found = _CLASS.get(word)
    if found is None and not word[0].isupper():
        found = _CLASS.get(_stem(word))
    return found or ""


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word
