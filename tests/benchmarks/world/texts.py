"""The words of the world's articles: a sentence for each report, and where it stands."""

from dataclasses import dataclass

from rumours.choices import StageGroup
from tests.benchmarks.world.sagas import Told

_WORDS = {
    StageGroup.INTEREST: "{player} is on the list of {club}, who look for more depth before the window shuts.",
    StageGroup.TALKS: "{player} is a subject of talks at {club}, and the two sides are to meet again this week.",
    StageGroup.BID: "{player} has drawn a bid from {club}, which is being looked at by those who decide.",
    StageGroup.AGREED: "{player} and {club} are agreed on nearly everything that matters, down to the length.",
    StageGroup.DONE: "{player} has signed for {club} and was shown to the supporters in the afternoon.",
    StageGroup.OFF: "{player} will not be moving to {club} after all; both sides have let the matter rest.",
}
SPEECH = "He is happy where he is, and nobody has called me."


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a body: its span, and where in it the club is named (None: it names none)."""

    text: str
    start: int
    club_at: int | None

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def sentence_of(told: Told, player: str, club: str | None) -> str:
    """What an article says where it makes this report."""
    return _WORDS[told.group].format(player=player, club=club or "another club")


def body_of(sentences: list[str]) -> str:
    """The sentences as paragraphs, one after the other."""
    return "\n\n".join(sentences)


def placed(sentences: list[str], clubs: list[str | None]) -> list[Sentence]:
    """Where each sentence of `body_of` stands; `clubs` are the names that they hold."""
    found, at = [], 0
    for text, club in zip(sentences, clubs, strict=True):
        found.append(Sentence(text, at, None if club is None else at + text.index(club, text.index(" "))))
        at += len(text) + 2
    return found


def headline_of(player: str, club: str | None, number: int) -> str:
    """A headline that no other article has."""
    return f"{player} and {club or 'the next step'}: what is known ({number})"
