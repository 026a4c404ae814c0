"""What an editorial function refuses: one family, each with a sentence for the editor. Nothing was changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime


class EditorialError(ValueError):
    """Something an editor asked for cannot be done; the message says why, in words fit to show."""


class WordsNotFound(EditorialError):
    """Words that should stand in a body do not; the message names how they begin."""


class WrongState(EditorialError):
    """The row is not in a state in which this can be done."""


@dataclass(frozen=True, slots=True)
class Blocker:
    """Why an article cannot be shown: a sentence, and the row it is about (model name and id)."""

    message: str
    row_kind: str
    row_id: int


class NotReady(EditorialError):
    """An article that cannot be published as it stands; `blockers` lists why."""

    def __init__(self, blockers: Sequence[Blocker]) -> None:
        super().__init__("; ".join(blocker.message for blocker in blockers))
        self.blockers = list(blockers)


class ChangedMeanwhile(EditorialError):
    """Somebody saved the row after the editor had opened it."""

    def __init__(self, what: str, who: str, when: datetime) -> None:
        super().__init__(f"{what} was saved by {who} at {when:%Y-%m-%d %H:%M:%S} UTC, after you had opened it")
        self.who, self.when = who, when
