"""Whether words between marks are speech, a whole clause of it, and not a word held with tongs or a title."""

import re

from rumours.tagging.quotes.words import SAY

_FINITE = (
    "am|is|are|was|were|has|have|had|do|does|did|will|would|can|could|should|shall|may|might|must|cannot|won|got|gets"
    "|want|wants|wanted|need|needs|needed|know|knows|knew|think|thinks|thought|believe|believes|feel|feels|felt|hope"
    "|hopes|love|loves|like|likes|go|goes|went|come|comes|came|make|makes|made|take|takes|took|say|says|said|see|sees"
    "|saw|play|plays|played|leave|leaves|left|stay|stays|sign|signs|signed|understand|understands|told|tell|tells"
    "|spoke|remain|remains|expect|expects|ain"
)
_PRONOUN = (
    "I|we|he|she|they|it|you|there|this|these|those|everyone|everybody|nobody|someone|anyone|everything|nothing|one"
)
# "I’m", "they’ve", "it's", "we will", "he really wants": someone does something.
_PRONOUN_CLAUSE = re.compile(
    rf"\b(?:{_PRONOUN}|that|what|who|here)['’´`](?:m|re|s|ve|ll|d)\b"
    rf"|\b(?:{_PRONOUN})(?: (?:\w+ly|also|never|always|just|still|even|all|both|only|now|already))? (?:(?:{_FINITE})"
    r"(?:n['’´]t)?)\b|\b(?:I|we|they|he|she) [a-z]+\b|\b[Ll]et['’]s\b",
    re.IGNORECASE,
)
# A finite verb with something before it: "Some stories just end" is missed, "Real are not interested" is not.
_NOUN_CLAUSE = re.compile(rf"\w[\w'’]* (?:(?:{_FINITE})(?:n['’´]t)?|\w+n['’´]t)\b", re.IGNORECASE)
_RELATIVE = re.compile(rf"\b(?:that|who|which|to) (?:{_FINITE})\b", re.IGNORECASE)
# "… if he does move on": says nothing by itself.
_BELOW = re.compile(
    rf"\b(?:if|when|as|because|since|than|what|where|how|whether|after|before|while|which|until|unless|though)"
    rf" (?:{_PRONOUN})(?:['’´]\w+)? \w+",
    re.IGNORECASE,
)
# A word, a gap, the opening mark: the words are woven into the writer's sentence.
_SAID_HERE = re.compile(rf"\b(?:{SAY}|saying|adding) ?\Z")
_WOVEN = re.compile(r"[\w’')] ?\Z")
# What begins behind these is no clause: its subject stands before the mark.
_PREDICATE = re.compile(
    r"\b(?:to|has|have|had|is|are|was|were|be|been|being|will|would|could|can|should|may|might|not|they|he|she|it|the|a|an"
    r"|who|as|his|their|very|of|for|in|with|and will|and is) ?\Z",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r",? [a-z]")
_JOINED = re.compile(rf"\b(?:but|and) (?:I|we|he|she|they|it|there) (?:{_FINITE})\b")
_SENTENCES = re.compile(r"[.!?] [A-Z]")
_TITLE = re.compile(r"(?:[A-Z0-9][\w'’.-]*|of|the|and|in|a|to|for|on|at|with|vs)(?:[ ,:&-]+|$)")
_ENDS = re.compile(r"[.!?…]+['’]?$")
_FOREIGN = re.compile(
    r"\b(?:è|sono|ha|hanno|abbiamo|siamo|ho|era|sarà|non|ist|sind|hat|haben|wir|ich|nicht|será|está|hay|tenemos|estoy"
    r"|soy|es|c['’]est|est|nous|je|sommes|suis)\b",
    re.IGNORECASE,
)
_FEW = 3
_MANY = 6


def woven(before: str) -> bool:
    """Whether a mark after `before` opens in mid-sentence, without a colon, comma, dash or verb of saying."""
    return bool(_WOVEN.search(before[-3:])) and not _SAID_HERE.search(before[-30:])


def is_clause(words: str, before: str, after: str, *, tagged: bool, opens: bool) -> bool:
    """Whether `words` are a full clause. `before` and `after` are what stands around the marks, `tagged` that the
    sentence around them says who speaks, `opens` that they begin a paragraph.

    Known miss: an order woven into a sentence (told him to “go and get the ball”) counts as none, as does a verb
    unknown here without a tag.
    """
    ends = bool(_ENDS.search(words)) or after[:1] in (".", "!", "?")
    if woven(before):
        return _woven_clause(words, before, ends=ends or not _GOES_ON.match(after))
    if _is_title(words) or (not tagged and not ends and _GOES_ON.match(after)):
        return False
    count = len(words.split())
    if _has_clause(words):
        return tagged or (ends and count > _FEW) or (count > _MANY and before.rstrip()[-1:] in (":", ","))
    if not starts_large(words):
        return False
    return (tagged and count > _MANY) or (opens and ends and count > _FEW)


def _has_clause(words: str) -> bool:
    """Somebody does something in `words`; what only describes a noun ("a lad who lived his dream") is taken off."""
    bare = _RELATIVE.sub(" ", words)
    return bool(_PRONOUN_CLAUSE.search(bare) or _NOUN_CLAUSE.search(bare) or _FOREIGN.search(words))


def _woven_clause(words: str, before: str, *, ends: bool) -> bool:
    """A clause that a sentence is woven around: a pronoun with its verb, in a clause of its own, that ends it.

    "has ‘assured Marek that he will play’" is the writer's sentence still, as is "‘he will play’ in the cup".
    """
    several = bool(_SENTENCES.search(words) or _JOINED.search(words))
    if not several and (_PREDICATE.search(before) or not ends):
        return False
    bare = _BELOW.sub(" ", _RELATIVE.sub(" ", words))
    return bool(_PRONOUN_CLAUSE.search(bare)) and len(words.split()) > _FEW


def _is_title(words: str) -> bool:
    """Each word large: a film, a song, a banner. One-sentence answers end with a stop."""
    if len(words.split()) < 2 or _ENDS.search(words) or _PRONOUN_CLAUSE.search(words):
        return False
    return "".join(_TITLE.findall(words)) == words


def starts_large(words: str) -> bool:
    """Whether `words` begin as a sentence does."""
    return words[:1].isupper() or words[:1].isdigit() or words[:1] in "[(¡¿#@"
