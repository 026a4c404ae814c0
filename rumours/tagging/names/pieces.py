"""A run of capitalised words: a known name, a thing that is no name, or a new name."""

from dataclasses import dataclass

from rumours.tagging.gazetteer import KnownName
from rumours.tagging.names.lexicon import Entry
from rumours.tagging.names.words import listed
from rumours.tagging.names.words.roles import PLAYER_WORDS, POSITIONS, ROLE_WORDS

PARTICLES = listed(
    """
    van de der den di da dos das do del della dello degli el al la le ter ten von mac bin ibn ben y e du des
    """
)
# Words that stand before names as titles: "Striker", "Director".
TITLES = frozenset(word for role in [*ROLE_WORDS, *POSITIONS] for word in role.split()) | PLAYER_WORDS


@dataclass(slots=True)
class Piece:
    """Words `first`..`last`. `names`: whom they may mean; `entry`: what else they are; neither: a new name.

    `kinds` are those of the rows meant; `obscure`: they are only clubs of which little is written.
    """

    first: int
    last: int
    names: tuple[KnownName, ...] = ()
    entry: Entry | None = None
    titled: bool = False
    obscure: bool = False
    kinds: frozenset[str] = frozenset()
    is_new: bool = True

    @property
    def size(self) -> int:
        return self.last - self.first + 1
