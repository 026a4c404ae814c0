"""What the desk refuses beside what any editorial function does."""

from typing import Any

from rumours.editorial.errors import EditorialError


class BadAsked(ValueError):
    """A request that no desk sends: the field that is wrong, and what is allowed. Nothing was changed."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(f"{field}: {message}")
        self.field, self.message = field, message


class Stale(EditorialError):
    """The card is no longer what the editor saw; `card` is it as it stands, None where it is gone."""

    def __init__(self, card: dict[str, Any] | None, message: str) -> None:
        super().__init__(message)
        self.card, self.message = card, message


class NoteNeeded(EditorialError):
    """Readers see what would be changed: it takes a public note."""
