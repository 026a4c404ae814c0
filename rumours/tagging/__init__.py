"""Finding in an article's text what an editor would tag. Pure Python: no Django, no database, no model to download.

One public verb, `tag`: a cleaned document, the known names and the windows in, findings out. It reads the names first,
then who is quoted and who is credited, and last the moves, each step from what the ones before it found.
"""

from rumours.tagging.findings import (
    CreditFinding,
    FeeFinding,
    Findings,
    Key,
    LinkFinding,
    MentionFinding,
    Named,
    NewName,
    QuoteFinding,
)
from rumours.tagging.gazetteer import ClubFacts, Gazetteer, KnownName, PersonFacts, PlayerFacts, Spell
from rumours.tagging.tagger import tag

VERSION = "5"

__all__ = [
    "VERSION",
    "ClubFacts",
    "CreditFinding",
    "FeeFinding",
    "Findings",
    "Gazetteer",
    "Key",
    "KnownName",
    "LinkFinding",
    "MentionFinding",
    "Named",
    "NewName",
    "PersonFacts",
    "PlayerFacts",
    "QuoteFinding",
    "Spell",
    "tag",
]
