"""The wordings that doubt a move, with how surely each alone does: see `phrases` for the notation.

"Difficult" doubts only beside a word for the move: seasons, campaigns and injuries are difficult too.
Known misses: irony, and doubt told by facts alone ("he earns twice what they pay anybody").
"""

from rumours.choices import Doubt
from rumours.tagging.links.phrases import Phrasebook

_HARD = "difficult|complicated|complex|tricky|tough|challenging|problematic|ambitious"
_SETS = {
    "not": (
        "not|never|isn't|aren't|won't|don't|doesn't|didn't|wasn't|weren't|wouldn't|cannot|can't"
        "|couldn't|hasn't|haven't"
    ),
    "deal": (
        "deal|deals|move|moves|transfer|transfers|switch|signing|sale|departure|exit|swoop|negotiations|talks|pursuit"
        "|task|agreement|return|reunion|loan|bid|chase"
    ),
    "sign": (
        "sign|signing|land|landing|persuade|convince|prise|prising|complete|completing|negotiate|agree"
            "|meet|match|lure"
        "|tempt|get|secure|securing|buy|bring|afford|sell|offload|reach|pull|find|do"
    ),
    "sell": (
        "sell|lose|part|let|allow|release|offload|negotiate|sanction|listen|cash|entertain|loan"
        "|budge|accept|consider"
    ),
    "selling": "selling|losing|letting|parting|cashing|entertaining|allowing|releasing|sanctioning",
    "leave": "leave|move|go|depart|join|sign|exit|quit",
    "leaving": "leaving|moving|going|departing|joining|signing",
    "stay": "stay|remain|continue|fight",
    "bid": "bid|bids|offer|offers|approach|approaches|proposal|advances",
    "hurdle": "obstacle|obstacles|hurdle|hurdles|problem|problems|issue|stumbling|sticking|barrier",
}  # fmt: skip

# "A January move looks unlikely", "it would be hard to prise him away".
_UNLIKELY = (
    ("{deal} ..6 unlikely|improbable|doubtful", 0.8),
    ("unlikely|improbable|doubtful ..5 {deal}", 0.75),
    ("unlikely to {leave}|happen|materialise|progress|return|be|pay|spend|move|pursue|make|come", 0.7),
    ("unlikely that|it|they|he|C", 0.7),
    ("seem|seems|seeming|look|looks|looking|appear|appears|is|are|'s [now|very|highly|increasingly"
     "|most] unlikely", 0.65),
    ("very|highly|increasingly|extremely|most unlikely", 0.65),
    ("less likely", 0.5),
    ("not likely", 0.65),
    ("{not} expected to {leave}|happen|materialise|return|pursue|move", 0.7),
    (f"{{deal}} ..6 {_HARD}", 0.75),
    (f"{_HARD} ..3 {{deal}}", 0.75),
    (f"{_HARD}|hard|harder to {{sign}}", 0.75),
    ("not|never|n't|isn't|wasn't be|been easy", 0.6),
    ("{not} happen [easily]", 0.65),
    ("{not} think|believe|expect|see ..6 happen|happening|move|moving|{leave}", 0.75),
    ("difficulty|difficulties|complications ..3 {deal}|{sign}", 0.7),
    ("stumbling block", 0.75),
    ("sticking point", 0.6),
    ("obstacle|obstacles|hurdle|hurdles", 0.5),
    ("{deal} ..5 in doubt|jeopardy|danger", 0.75),
    ("cast|casts|casting ..2 doubt|doubts", 0.65),
    ("doubts about|over|whether", 0.5),
    ("hopes|hope|dream|dreams|chances|pursuit|plans|bid|move ..10 blow|dashed|fading|faded|slim|setback", 0.75),
    ("dash|dashes|dashed|dealt|deal|deals ..4 hopes|blow", 0.65),
    ("chance|chances|likelihood|prospect|prospects|possibility|hopes ..10 slim|remote|low|minimal|unlikely", 0.8),
    ("slim|remote|outside chance|possibility|prospect", 0.5),
    ("long shot|pipe dream", 0.7),
    ("far from certain|straightforward|easy|done|guaranteed|simple|likely", 0.75),
    ("virtually|almost|nearly|practically|near impossible", 0.8),
    ("impossible", 0.55),
    ("out of reach", 0.7),
    ("unattainable|unrealistic|far-fetched|fanciful", 0.7),
    ("no guarantee", 0.4),
    ("wide of the mark", 0.8),
    ("no truth", 0.8),
    ("not true", 0.6),
    ("dead in the water", 0.9),
    ("interest ..4 cooled|faded|waned", 0.7),
    ("cooled ..3 interest", 0.7),
    ("{deal} ..4 stalled|stalling|broken|frozen", 0.6),
    ("{not} progressed|advanced|materialised|developed", 0.6),
    ("no contact|talks|negotiations|discussions|approach", 0.5),
    ("deny|denies|denied|denying|dismiss|dismissed|dismisses|rubbished|downplayed|quashed|refuted ..6"
     " reports|rumours|rumors|claims|links|speculation|suggestions|interest|talk|link|report|claim|move", 0.7),
    ("cold water", 0.7),
    ("played|play|plays|playing down", 0.5),
    ("pinch of salt", 0.65),
    ("sceptical|skeptical|unconvinced", 0.55),
    ("surprise|surprised|surprising if", 0.35),
    ("risk|could|may|might|fear|set miss|lose|missing|losing out", 0.6),
    ("look|looking elsewhere", 0.4),
    ("further down ..4 list", 0.6),
    ("remains to be seen", 0.3),
    ("frustrated|frustrate ..4 in|by|attempts|efforts", 0.3),
    ("no longer ..3 interested|pursuing|keen|target|option|priority", 0.7),
    ("ruled|ruling|rule ..3 out", 0.6),
)  # fmt: skip

# "They have no plans to sell", "he has been told that he is going nowhere".
_SELLER = (
    ("not for sale", 0.9),
    ("isn't|wasn't for sale", 0.9),
    ("no intention|interest|desire of|in|to {selling}|{sell}", 0.85),
    ("no [immediate|current] plans|plan|need|rush|pressure to {sell}", 0.75),
    ("{not} [really|particularly] want|wish|intend|plan|need to {sell}", 0.8),
    ("none|nobody ..6 want|wants to {sell}", 0.65),
    ("reluctant|unwilling|loath|refuse|refuses|refused|refusing|hesitant to {sell}", 0.85),
    ("reluctance to {sell}", 0.8),
    ("reluctance", 0.4),
    ("{not} [be] [yet] willing|prepared|looking|planning|ready|keen|interested|open|expected|actively|minded"
     " [to|in] [be] [looking] [to] {sell}|{selling}|sale|selling", 0.8),
    ("unlikely to {sell}|be", 0.75),
    ("no longer for sale", 0.8),
    ("{not} {sell} [him|P|their|the]", 0.6),
    ("{not} [be] allow|allowed|let|permit|permitted ..4 leave|go|depart|move|join", 0.8),
    ("{not} [..1] opened|open ..3 sale|selling|offers|exit", 0.75),
    ("intend|intends|determined|adamant|vowed|insist|insists|desperate ..3 keep|retain|hold|stay"
     "|staying|remain|{not}", 0.65),
    ("want|wants|hope|hopes|hoping|eager|keen|hopeful|like to keep|retain|hold", 0.35),
    ("hands off|hands-off", 0.75),
    ("untouchable|off-limits|untransferable", 0.8),
    ("indispensable|unsellable", 0.55),
    ("stood|stand|standing|stands|hold|holding|held|remain firm", 0.7),
    ("firm stance", 0.35),
    ("refuse|refuses|refused|refusing to budge|negotiate", 0.6),
    ("block|blocked|blocking ..4 {deal}", 0.7),
    ("reject|rejected|rejects|rebuffed|refused|declined|dismissed ..6 {bid}", 0.3),
    ("going|go nowhere", 0.75),
    ("{not} [be] going anywhere", 0.75),
    ("told|informed|assured ..6 staying|stay|stays|{not}", 0.65),
    ("{not} want him|P|them to", 0.65),
    ("expected to be rejected|refused|turned", 0.65),
    ("key|big|important|crucial|vital part|player|figure|member of|in|to|for ..4 plans|project", 0.35),
    ("persuade|convince C|S to sell|part|let|cash", 0.4),
)  # fmt: skip

# "He is not looking to leave", "he wants to stay and fight for his place".
_PLAYER = (
    ("{not} [actively|currently|even] look|looking|want|wanting|wish|plan|planning|intend|intending"
     "|seeking|keen to {leave}", 0.8),
    ("no intention|desire|plans|wish of|to {leaving}|{leave}", 0.8),
    ("want|wants|wanted|prefer|prefers|decided|chosen|happy|determined|desire|keen|opted|wishes"
     "|intends to {stay}", 0.65),
    ("will|expected|likely|set|plans|hopes to {stay}", 0.4),
    ("likely to {stay}", 0.6),
    ("content|settled|comfortable|delighted ..6 at|in|with", 0.55),
    ("very|really|so happy at|in|here", 0.5),
    ("happy at|here", 0.5),
    ("focused|concentrating|concentrated on [his|my|the|C]", 0.35),
    ("committed to|his", 0.4),
    ("reaffirm|reaffirmed|reaffirming ..3 commitment", 0.7),
    ("{not} interested|keen in|on|to ..2 {leaving}|move|{leave}", 0.75),
    ("{not} ..3 join|joining|move|moving to", 0.3),
    ("swayed|sway", 0.5),
    ("see|sees|seeing out ..3 contract", 0.5),
    ("{not} {leave} [C|S|this|in|the]", 0.55),
)  # fmt: skip

# "They are not prepared to meet the asking price", "his wages could be an obstacle".
_PRICE = (
    ("too expensive|high|costly|much", 0.6),
    ("prohibitive|prohibitively", 0.6),
    ("beyond ..3 means|budget|reach|price", 0.7),
    ("out of ..3 price|budget", 0.7),
    ("priced out", 0.75),
    ("{not}|unable [be] [able] [to] afford|match|meet ..6", 0.7),
    ("unlikely to be able", 0.85),
    ("unwilling|reluctant|unlikely|unable|hesitant to pay|meet|match|go|spend|increase|raise|fork", 0.75),
    ("{not} [be] willing|prepared|ready|going|want|able to pay|meet|match|go|spend|afford", 0.75),
    ("put ..8 off", 0.6),
    ("baulk|baulked|balk|balked at", 0.7),
    ("wages|wage|salary|demands|fee|price|cost|terms|valuation|earnings ..8 {hurdle}", 0.75),
    ("{hurdle} ..6 wages|wage|salary|demands|fee|price|cost|valuation", 0.65),
    ("massive|huge|significant|big|substantial pay|wage|salary cut", 0.65),
    ("financial fair play|psr|ffp", 0.3),
    ("unless ..8 offer|bid|fee|price|proposal|sell|sells", 0.5),
)  # fmt: skip

DOUBTS: Phrasebook[tuple[Doubt, float]] = Phrasebook(
    [
        (phrase, (doubt, weight))
        for doubt, phrases in (
            (Doubt.UNLIKELY, _UNLIKELY), (Doubt.SELLER, _SELLER), (Doubt.PLAYER, _PLAYER), (Doubt.PRICE, _PRICE),
        )
        for phrase, weight in phrases
    ],
    _SETS,
)  # fmt: skip
