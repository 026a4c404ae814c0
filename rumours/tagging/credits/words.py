"""The words that make a claim somebody's: verbs of reporting, what outlets are called, and capitals that name none."""

import re

from rumours.tagging.credits.tokens import DOMAIN
from rumours.tagging.folding import fold

# What whoever reports is called beside a name: "transfer expert Ana Bini".
REPORTER_NOUN = (
    r"(?:journalists?|reporters?|correspondents?|insiders?|(?:transfer|market|football|mercato)s?[ -](?:expert|guru"
    r"|specialist|source)s?|experts?|gurus?|columnists?|(?:sports? )?writers?|editors?|newshounds?|tipsters?)"
)
# An outlet or a reporter says so: their own word, not yet proof of who is meant.
SAYS = (
    r"(?:says?|said|claim(?:s|ed|ing)?|reveal(?:s|ed|ing)?|suggest(?:s|ed|ing)?|stat(?:es?|ed|ing)|writ(?:es?|ing)|wrote"
    r"|written|not(?:es?|ed|ing)|add(?:s|ed|ing)?|indicat(?:es?|ed|ing)|insist(?:s|ed|ing)?|confirm(?:s|ed|ing)?"
    r"|explain(?:s|ed|ing)?|detail(?:s|ed|ing)?|believ(?:es?|ed)|mention(?:s|ed)?|outlin(?:es?|ed)|reaffirm(?:s|ed)?"
    r"|maintain(?:s|ed)?|stress(?:es|ed)?|declar(?:es?|ed)|announc(?:es?|ed)|highlight(?:s|ed)?|reiterat(?:es?|ed)"
    r"|impl(?:y|ies|ied)|warn(?:s|ed)?|disclos(?:es?|ed)|provid(?:es?|ed)|offer(?:s|ed)? an update|shar(?:es?|ed)"
    r"|posted|tweet(?:s|ed)|list(?:s|ed)?|nam(?:es?|ed)|cit(?:es?|ed)|quot(?:es?|ed)|publish(?:es|ed)?|brok?e(?:s|n)?"
    r"|tip(?:s|ped)?|rank(?:s|ed)?|valu(?:es?|ed)|put(?:s)?|point(?:s|ed)? out|contradict(?:s|ed)?|describ(?:es?|ed)"
    r"|ha(?:s|ve) it|g[ai]ves?|given|touted|linked|recently linked|assert(?:s|ed)?|t(?:old|ells?|elling)"
    r"|(?:is |are )?predict(?:s|ed|ing)?|expects?|(?:was |is )?speaking|speculat(?:es?|ed)|shed(?:s)? light"
    r"|been (?:told|informed)|carr(?:y|ies|ied|ying)|runs?|ran|(?:was|were) first|links?|featur(?:es?|ed))"
)
# What an outlet does in the present tense, or as many; a man named by his surname alone hardly ever.
CLAIMS = (
    r"(?:claims?|suggests?|writes?|states?|insists? that|indicates?|maintains?|ha(?:s|ve) it that|were first|say"
    r"|believe|reveal|put the|carry|(?:quot|cit)(?:es?|ed) (?:him|her|the|a|an|one|sources?))"
)
# Only those who report do this, or have it done to their words.
REPORTS = (
    r"(?:report(?:s|ed|ing)?|understands?|relay(?:s|ed)?|gather(?:s|ed)? that|exclusively (?:revealed|reported)"
    r"|learn(?:s|ed|t))"
)

_PEOPLES = """
    African Albanian Algerian American Argentine Argentinian Australian Austrian Basque Belgian Bosnian Brazilian
    British Bulgarian Cameroonian Canadian Catalan Chilean Chinese Colombian Congolese Croatian Czech Danish Dutch
    Ecuadorian Egyptian English European Finnish French Gabonese Georgian German Ghanaian Greek Guinean Hungarian
    Icelandic Iranian Irish Israeli Italian Ivorian Jamaican Japanese Korean Malian Mexican Moroccan Nigerian
    Norwegian Paraguayan Peruvian Polish Portuguese Romanian Russian Saudi Scottish Senegalese Serbian Slovak
    Slovenian Spanish Swedish Swiss Tunisian Turkish Ukrainian Uruguayan Venezuelan Welsh Spaniard
    Dane Swede Pole Serb Turk Scot Finn Croat Frenchman Dutchman Englishman Irishman Welshman Scotsman
"""
_COUNTRIES = """
    Africa Albania Algeria America Argentina Asia Australia Austria Belgium Bosnia Brazil Britain Bulgaria
    Cameroon Canada Catalonia Chile China Colombia Congo Croatia Czechia Denmark Ecuador Egypt England Europe
    Finland France Gabon Georgia Germany Ghana Greece Guinea Holland Hungary Iceland Iran Ireland Israel Italy
    Jamaica Japan Korea Mali Merseyside Mexico Milan Morocco Netherlands Nigeria Norway Paraguay Peru Poland
    Portugal Qatar Romania Russia Scotland Senegal Serbia Slovakia Slovenia Spain Sweden Switzerland Tunisia
    Turkey Turkiye UAE UK Ukraine Uruguay US USA Venezuela Wales London Madrid Paris Rome Turin Munich Lisbon
    Istanbul Manchester Tyneside
"""
_OPENERS = """
    A About According After All Also Although Amid An And Another Any As At Back Because Before But By Can Citing
    Could Despite Do Does During Each Earlier Elsewhere Even Every Fans First For Former Four From Further Had Has
    Have He Her Here His How However I If In Indeed Initially Instead Is It Its Journalist Just Last Later Latest
    Local Many Meanwhile More Most Moreover Multiple Much My National Never New No None Nor Not Now Of Off
    Official On Once One Only Or Other Others Our Over Per Plus Previously Quoting Recent Recently Reliable Report
    Reporter Reporters Reporting Reports Rumours Same Second See She Should Since So Some Someone Source Sources
    Speaking Still Such Sure That The Their Then There These They This Those Though Three Thus Today Tomorrow
    Tonight Transfer Two Under Until Up Various Via Was We Well Were What When Where Whether Which While Who Whose
    Why Will With Would Writing Yesterday Yet You Your Ahead Added Explained Interestingly Crucially Importantly
    Notably Similarly Finally Incredibly Additionally Furthermore Nevertheless Nonetheless Consequently Therefore
    Accordingly Apparently Reportedly Please Stats Statistics Feature Featured Written Posted Published Comments
    Press Widespread Respected Renowned Trusted Reputable Prominent Leading Popular Several Numerous Fresh Growing
    Strong Speculative Online Highly Odds Media Evidence Speculation History Form Data Gossip Nobody Everyone
    Everything Somebody Someone People Research Logic Legend Tradition Experience Instinct Sense Word Chatter To
    Best Worst Lowest Highest Top Great Good Let Get Go
"""
_FOOTBALL = """
    January February March April May June July August September October November December Monday Tuesday Wednesday
    Thursday Friday Saturday Sunday Man City Boss Manager Coach Chief President Captain Mr Mrs Sir Dr Premier
    Serie Ligue La Liga Bundesliga Champions League Cup Eredivisie MLS Championship Europa Gunners Reds Blues
    Devils Magpies Euro Chairman Director Owner Agent Gossip Exclusive Update Video Watch Read Click Image Images
    Photo Photos Getty Imago Follow Expert Experts Pundit Pundits Deadline Summer Winter Paper Talk Analysis
    Opinion
"""
_BODIES = """
    I X Twitter Instagram Facebook TikTok YouTube Telegram Threads Bluesky Snapchat LinkedIn Reddit Twitch
    WhatsApp Google UEFA FIFA FA EFL PSR FFP VAR IFAB CAF AFC CONMEBOL Getty Imago INEOS PIF
"""
_PAPERS = """
    sport sports sportivo sportiva sportif deportes deportivo deportiva deporte desporto esporte esportes news
    noticias nieuws nieuwsblad times mail post herald gazette gazzetta gazeta gazetesi gazzette echo star sun
    mirror telegraph telegraaf guardian express record journal tribune tribuna chronicle standard independent
    observer mercury argus radio rai tv fm live online media press presse daily diario jornal correio corriere
    giornale mercato calcio fichajes foot futbol futebol fussball insider zeitung bild bladet blad dagblad avisen
    aftonbladet kurier anzeiger rundschau allgemeine voetbal courant network podcast magazine weekly blog
    transfers transfer witness talk goal stats opta fotmob fbref whoscored sofascore capology bbc itv rtl rmc bein
    dazn afp reuters espn cnn tnt tyc cope cadena onda marca mediaset football soccer world uol globo folha lance
    parisien figaro monde equipe provence dauphine progres ouest voix messaggero repubblica stampa mattino secolo
    tempo resto carlino gazet laatste merkur abendzeitung hurriyet milliyet sabah takvim fanatik fotomac haber
    central confidencial nacional vanguardia periodico voz verdad mundo pais razon estadio desmarque chiringuito
    bola jogo noticia publico gazzettino agency
"""
_PLACES_OF_PLAY = """
    league cup liga serie bundesliga stadium park united city wanderers rovers federation association committee
    court ministry police airport hospital club ground arena championship trophy award awards group capital
    partners academy university holdings boss cottage clinic lane hall palace street road council union team
    national international editor correspondent reporter writer journalist
"""


def _folded(words: str) -> frozenset[str]:
    return frozenset(fold(word) for word in words.split())


PLACES = _folded(_COUNTRIES)
# Capitalised words that begin sentences, and those that name no outlet wherever they stand; in small letters.
OPENERS = frozenset(_OPENERS.lower().split())
NOT_NAMES = frozenset(f"{_FOOTBALL} {_PEOPLES}".lower().split())
# Where words are posted is no source; agencies of pictures are none; nor are bodies and governments.
NO_OUTLETS = _folded(_BODIES) | {
    *("getty images", "imago images", "icon sport", "google news"),
    *("premier league", "the fa", "la liga", "laliga", "social media", "x formerly twitter"),
    *("football", "transfer", "news", "press", "media", "reports", "report", "sources", "source", "fans"),
    *("daily briefing", "here we go", "sky bet", "euro paper talk", "paper talk", "sportsmail"),
}
NO_OUTLET_WORDS = _folded(_PLACES_OF_PLAY)
_OUTLET_WORDS = _folded(_PAPERS)
_NOTHING_BUT_OUTLETS = _OUTLET_WORDS - NO_OUTLETS
_OUTLET_PART = re.compile(
    r"sport|news|football|calcio|mercato|futbol|foot|transfer|media|soccer|deport|gazet|\btv|tv\b|fm\b|bladet\b|blad\b"
)


def sounds_like_outlet(name: str) -> bool:
    """Whether a name has a word that papers, stations and sites are called by: "Corriere di Redville"."""
    folded = fold(name)
    words = folded.split()
    if not words or words[-1] in NO_OUTLET_WORDS or "minister" in words or folded in NO_OUTLETS:
        return False
    if "." in name and DOMAIN.fullmatch(name):
        return True
    return not _OUTLET_WORDS.isdisjoint(words) or any(_OUTLET_PART.search(word) for word in words)


def is_outlet_word(name: str) -> bool:
    """Whether a name is nothing but such a word ("SPORT", "Record"): clubs are not called that alone."""
    return fold(name) in _NOTHING_BUT_OUTLETS
