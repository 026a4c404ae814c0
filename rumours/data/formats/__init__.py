"""The forms a list is sent in."""

from enum import StrEnum


class Format(StrEnum):
    """The suffixes of data addresses."""

    JSON = "json"
    CSV = "csv"
    ATOM = "atom"
