"""What the findings of one article say together about somebody they name in several places."""

from rumours.choices import PersonRole
from rumours.tagging import Findings, Named, NewName
from rumours.tagging.folding import fold


class Cast:
    """Asked who a quote's speaker is, from the roles and the new names of the same text."""

    def __init__(self, findings: Findings) -> None:
        self._roles = {self._key(who): role for who, role in findings.people}
        self._new = {fold(new.text): new for new in findings.names}
        unknown = [credit.source.name for credit in findings.credits if not credit.source.candidates]
        self._sources = {fold(name) for name in unknown}

    def is_source(self, new: NewName) -> bool:
        """Whether a new name is of somebody who is credited: he is proposed as a source, not as a person too.

        Nor is a paper proposed twice, by the name with which it is credited and by the same without its article.
        """
        if fold(f"the {new.text}") in self._sources:
            return True
        return new.kind != "source" and fold(new.text) in self._sources

    def column_of(self, speaker: Named) -> str:
        """player or person: what the row is, else what the text takes him for."""
        if speaker.key is not None:
            return "player" if speaker.key.kind == "player" else "person"
        new = self._new.get(fold(speaker.name))
        return "player" if new is not None and new.kind == "player" else "person"

    def role_of(self, speaker: Named) -> str:
        """What he is on the day of the article, or ""."""
        if self.column_of(speaker) == "player":
            return PersonRole.PLAYER
        new = self._new.get(fold(speaker.name))
        said = self._roles.get(self._key(speaker)) or (new.role if new else None)
        return said or ""

    def club_of(self, speaker: Named) -> Named | None:
        """The club the text puts a new name at."""
        new = self._new.get(fold(speaker.name))
        return new.club if new else None

    @staticmethod
    def _key(who: Named) -> object:
        return who.key or fold(who.name)
