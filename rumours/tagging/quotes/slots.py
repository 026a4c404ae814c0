"""Where a sentence names an outlet: the words before its name, the shape of the name, and what is none.

Each of the first three patterns ends where the name begins. Known miss: a lower-case outlet without a domain.
"""

import re

# "told La Voce", "speaking exclusively to Radio Uno", "in an interview with Sette", "in his column for The Post".
TO = re.compile(
    r"\b(?:told|tells|telling|provided|conversation with"
    r"|(?:speaking|spoke|speaks|talking|talked|said|saying|chatting|opened up|reveal(?:s|ed)|explain(?:s|ed)"
    r"|admit(?:s|ted)|confirm(?:s|ed)|insist(?:s|ed)|hint(?:s|ed)|stated|claim(?:s|ed)|conceded|suggested|describ(?:es|ed))"
    r"(?: (?:exclusively|recently|earlier|on \w+day))?(?: to| with)"
    r"|interview(?:ed)?(?: \w+){0,3}? (?:with|by|for|to|on)|(?:statement|comments|words|quotes) to"
    r"|(?:column|writing|wrote|writes) (?:for|in)|briefing (?:on|for|to|with)"
    r"|(?:appearance|appearing|speaking|spoke|said|told) on"
    r"|a? ?(?:detto|dichiarato|parlato|parlando) (?:a|con)|(?:ai )?microfoni di|intervista (?:a|con|di)) ",
    re.IGNORECASE,
)
# "as quoted by La Voce", "via Radio Uno", "h/t Sette".
FROM = re.compile(
    r"(?:\b(?:(?:as|were|was|been) )?(?:quoted|reported|relayed|cited|transcribed|translated|published|carried|shared"
    r"|picked up|captured|highlighted|conveyed)(?: \w+){0,2}? (?:by|in|on|via|through)"
    r"|\b(?:via|h/t|courtesy of|as per|per|according to|secondo|riporta|fonte:?|source:?|quotes from|thanks to))[ :]+",
    re.IGNORECASE,
)
# "on his YouTube channel Novak Live", "on his podcast, The Long Ball".
OWN_SHOW = re.compile(
    r"\b(?:podcast|channel|show|column|programme|series|newsletter)s?,? (?:called |titled |for |in |on |with )?",
    re.IGNORECASE,
)
# "on his Long Ball podcast", "in his La Voce column": the name stands before what it is.
SHOW_BEHIND = re.compile(
    r"\b(?:on|in|for|to) (?:(?:his|her|their|the|its) )?(?P<name>(?!YouTube)[A-ZÀ-Þ][\w.&+’'-]*"
    r"(?: (?:(?:is|of|with|the) )?[A-ZÀ-Þ0-9][\w.&+’'-]*){0,4})(?:['’]s?)?"
    r" (?:podcast|YouTube channel|column|newsletter|show)\b"
)
# What stands before an outlet's name and is no part of it.
_NOUN = (
    r"(?:newspaper|outlet|website|journalist|reporter|radio station|radio|television|station|broadcaster|podcast"
    r"|magazine|daily|publication|paper|sports daily|site|media outlet)"
)
_PEOPLE = r"\w+(?:ish|ian|ese|alan|an|ch)"
_BEFORE = rf"(?:[Tt]he|his|her|their|an?|{_PEOPLE}(?= {_NOUN})|{_NOUN})"

_LARGE = r"(?:[A-ZÀ-Þ0-9][\w.&+’'-]*|[a-z]+[A-Z]\w*)"
_SITE = r"\w+\.(?:com|it|de|net|co|org|tv|es|fr|pt|nl)\b[\w.]*"
NAME = re.compile(
    rf"(?:{_BEFORE} )*(?P<name>(?!{_PEOPLE} {_NOUN})@?(?:{_LARGE}|{_SITE})"
    rf"(?: (?:(?:is|of|with|di|dello|della|de|du|the|[&+]|on) (?=[A-Z]))?{_LARGE})*)"
)
_DAY = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_PLATFORM = "X|Twitter|Instagram|Facebook|Bluesky|TikTok|Threads|LinkedIn"
# What runs on behind a name: "La Voce on Monday".
RUN_ON = re.compile(rf"\s(?:on\s)?(?:{_DAY}|{_MONTH}|{_PLATFORM})\b.*", re.DOTALL)
POSSESSIVE = re.compile(r"['’]s?(?:\s.*)?$", re.DOTALL)
# "the club’s official website": the club's own medium, nowhere named.
CLUB_SITE = re.compile(
    r"(?:(?:the|their|its|his) )?(?:(?:new |former )?club|team|side)(?:['’]s|s['’])? (?:(?:own|official|in-house) )*"
    r"(?P<site>website|site|YouTube channel|channel|media|TV|app|magazine|programme)s?\b",
    re.IGNORECASE,
)
NAMED_SITE = re.compile(
    r"(?:the )?(?P<name>[A-ZÀ-Þ][\w-]*(?: [A-Z][\w-]*){0,3}['’]s? (?:(?:own|official) )*(?:club )?"
    r"(?:website|site|YouTube channel|channel|media team|media channels?|in-house media))"
)
# Platforms are no outlets: whoever writes on one is his own source.
NO_OUTLET = re.compile(
    r"(?:(?:the|his|her|a|an|pre-match|post-match|local|assembled|Turkish|Italian|Spanish|German|British|French) )*"
    rf"(?:reporters?|journalists|media|press|fans|supporters|me|him|us|them|his|her|{_PLATFORM}|{_DAY}|{_MONTH}"
    r"|conference|news conference|Press conference|UK|US|England|Spain|Italy|Germany|France|Brazil|Portugal|Turkey)\b"
)
# "Novak of La Voce": whom a journalist writes for.
WORKS_FOR = re.compile(r",? (?:of|from|at|for) (?=the |[A-Z])")
CREDIT_LINE = re.compile(
    r"\s{0,4}[\[(]?(?:source|sources|via|h/t|credit|fonte|quelle|fuente|quotes)\b[ :]{1,3}", re.IGNORECASE
)
BRACKET = re.compile(r"\s{0,3}[\[(](?:via |h/t |source: |per |as per |quoted by )?", re.IGNORECASE)
# How outlets write of what they know themselves.
OWN_REPORT = re.compile(
    r"\bsources? (?:\w+ ){0,2}?(?:told|informed|disclosed)|\b(?:has|have) (?:learned|learnt|been told)|\bunderstands?\b"
    r"|\bcan (?:reveal|confirm|exclusively)\b"
)
