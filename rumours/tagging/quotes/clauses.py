"""Whether words between marks are speech, a whole clause of it, and not a word held with tongs or a title."""

import re

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
_WOVEN = re.compile(r"[\w’')] ?\Z")
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
    """Whether a mark after `before` opens in mid-sentence, without a colon, comma or dash."""
    return bool(_WOVEN.search(before[-3:]))


def is_clause(words: str, before: str, after: str, *, tagged: bool, opens: bool) -> bool:
    """Whether `words` are a full clause. `before` and `after` are what stands around the marks, `tagged` that the
    sentence around them says who speaks, `opens` that they begin a paragraph.

    Known miss: an order woven into a sentence (told him to “go and get the ball”) counts as none, as does a verb
    unknown here without a tag.
    """
    if woven(before):
        return _woven_clause(words)
    if _is_title(words):
        return False
    count, ends = len(words.split()), bool(_ENDS.search(words)) or after[:1] in (".", "!", "?")
    if _has_clause(words):
        return tagged or (ends and count > _FEW) or (count > _MANY and (opens or before.rstrip()[-1:] in (":", ",")))
    if not _starts_large(words):
        return False
    return (tagged and count > 1) or (opens and ends and count > _FEW)


def _has_clause(words: str) -> bool:
    """Somebody does something in `words`; what only describes a noun ("a lad who lived his dream") is taken off."""
    bare = _RELATIVE.sub(" ", words)
    return bool(_PRONOUN_CLAUSE.search(bare) or _NOUN_CLAUSE.search(bare) or _FOREIGN.search(words))


def _woven_clause(words: str) -> bool:
    """A clause that a sentence is woven around: a pronoun with its verb, and not only in a clause below another."""
    bare = _BELOW.sub(" ", _RELATIVE.sub(" ", words))
    return bool(_PRONOUN_CLAUSE.search(bare)) and len(words.split()) > _FEW


def _is_title(words: str) -> bool:
    """Each word large: a film, a song, a banner. One-sentence answers end with a stop."""
    if len(words.split()) < 2 or _ENDS.search(words) or _PRONOUN_CLAUSE.search(words):
        return False
    return "".join(_TITLE.findall(words)) == words


def _starts_large(words: str) -> bool:
    return words[:1].isupper() or words[:1].isdigit() or words[:1] in "[(¡¿#@"
