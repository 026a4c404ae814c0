"""Deciding on suggestions: each decision is a row of its own, and can be taken back with all that it made."""

from rumours.editorial.mentioning import Subject
from rumours.editorial.reviewing.deciding import NAMES, Again, Filing, file_decision, reject
from rumours.editorial.reviewing.links import accept_link, accept_names
from rumours.editorial.reviewing.names import accept, accept_all, candidates, proposed
from rumours.editorial.reviewing.quotes import accept_quote
from rumours.editorial.reviewing.strangers import Strangers, drop_made
from rumours.editorial.reviewing.undoing import last_decision, undo, undo_names

__all__ = [
    "NAMES", "Again", "Filing", "Strangers", "Subject", "accept", "accept_all", "accept_link", "accept_names",
    "accept_quote", "candidates", "drop_made", "file_decision", "last_decision", "proposed", "reject", "undo",
    "undo_names",
]  # fmt: skip
