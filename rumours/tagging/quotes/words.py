"""The verbs with which journalists hand over to somebody's own words, as patterns.

A verb may stand before the words ("he said: “"), after them ("”, he said"), or before its subject ("said Marek").
"""

import re

_FINITE = (
    "said|says|(?<!to )say|told|tells|added|adds|explained|explains|admitted|admits|insisted|insists|continued"
    "|continues|revealed|reveals|claimed|claims|wrote|writes|tweeted|tweets|posted|posts|stated|states|declared|declares"
    "|replied|replies|responded|responds|answered|answers|commented|comments|remarked|remarks|noted|notes|note"
    "|warned|warns|joked|jokes|quipped|concluded|concludes|confirmed|confirms|stressed|stresses|suggested|suggests"
    "|argued|argues|began|begins|recalled|recalls|reflected|reflects|announced|announces|reported|reports|report"
    "|read|reads|asked|asks|questioned|questions|reckons|reckoned|believes|believed|shared|exclaimed|urged|vowed"
    "|hinted|opined|acknowledged|conceded|concedes|lamented|enthused|boasted|beamed|gushed|laughed|smiled|observed"
    "|mused|went on|goes on|signed off|summed up|hit back|asserted|asserts|clarified|elaborated|echoed|reiterated"
    "|repeated|predicted|outlined|disclosed|emphasi[sz]ed|maintained|maintains|pointed out|points out|highlighted"
    "|proclaimed|fumed|raged|teased|spoke|speaks|pleaded|promised|relayed|countered|assured|described|thinks"
    "|understands|penned|signalled|uttered|chimed in|praised|bemoaned|blasted|slammed|retorted|cautioned|marvelled"
    "|sighed|cried|chanted|sang|shouted|screamed"
)
_ITALIAN = (
    "disse|dice|ha detto|ha dichiarato|ha spiegato|ha aggiunto|ha ammesso|ha rivelato|ha raccontato|ha parlato"
    "|ha commentato|dichiara|spiega|racconta|ammette|rivela|aggiunge|le parole|così"
)
_GERMAN = "sagte|sagt|erklärte|erklärt|betonte|verriet|meinte|ergänzte|schrieb|berichtete"
_SPANISH = (
    "dijo|ha dicho|declaró|explicó|aseguró|afirmó|señaló|comentó|reveló|añadió|a déclaré|a dit|a expliqué|a confié"
)
_PARTICIPLES = (
    "saying|adding|explaining|telling|stating|writing|insisting|claiming|admitting|tweeting|declaring|replying"
    "|commenting|revealing|noting|posting|concluding|continuing|confirming|joking|stressing|suggesting|warning"
)

SAY = rf"(?:{_FINITE}|{_ITALIAN}|{_GERMAN}|{_SPANISH})"
# "The report states": the noun is no verb.
SAID = re.compile(rf"\b(?!(?:reports?|notes?|claims?|comments?|answers?) {SAY}){SAY}\b", re.IGNORECASE)
PARTICIPLE = re.compile(rf"\b(?:{_PARTICIPLES})\b", re.IGNORECASE)
ANY_SAID = re.compile(rf"\b(?:{SAY}|{_PARTICIPLES}|ha(?:d|s|ve) (?:this|the following) to say)\b", re.IGNORECASE)
# Right after a closing mark: "…,” the coach told reporters", "…” said Marek". Known miss: a tag over 90 characters on.
SAID_NEXT = re.compile(rf"[,.]?\s{{0,2}}(?:[^.!?:;\n\"“”]{{0,90}}?\s)?{SAY}\b", re.IGNORECASE)
# Any verb at all, right beside a name and a comma: "…,” rued Novak", "…,” Novak rued". Known miss: "…,” Novak scored".
ANY_VERB = re.compile(r"(?=(?P<first>[a-z]+ed) [A-Z])|(?=[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3} (?P<second>[a-z]+ed)\b)")
# Verbs after which a finished sentence in marks may still be somebody's: "“I am staying.” Marek said."
PLAIN = re.compile(r"\b(?:said|says|told|tells|added|adds|explained|wrote|concluded|insisted|admitted|tweeted)\b")
