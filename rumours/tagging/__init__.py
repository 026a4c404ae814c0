"""Finding in an article's text what an editor would tag. Pure Python: no Django, no database, no model to download.

One public verb, `tag`: a cleaned document and the known names in, findings out. It finds the names; what is said of
them, and by whom, is for the detectors that come after it.
"""

from rumours.tagging.findings import Findings, Key, MentionFinding
from rumours.tagging.gazetteer import Gazetteer, KnownName
from rumours.tagging.mentions import find_mentions
from rumours.text import Document

VERSION = "1"

__all__ = ["VERSION", "Findings", "Gazetteer", "Key", "KnownName", "MentionFinding", "tag"]


def tag(document: Document, gazetteer: Gazetteer, *, section: str = "men") -> Findings:
    """What the body of `document` names; spans are half-open and count code points of `document.body`.

    Asides (captions, promos, repeated headlines) are never looked at. `section` ranks clubs and players that share a
    name. Deterministic; any text gives an answer.
    """
    return Findings(mentions=find_mentions(document.body, gazetteer, section=section))
