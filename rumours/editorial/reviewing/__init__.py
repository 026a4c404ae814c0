"""Deciding on suggestions: each decision is a row of its own, and can be taken back with all that it made."""

from rumours.editorial.reviewing.deciding import NAMES, reject
from rumours.editorial.reviewing.links import accept_link
from rumours.editorial.reviewing.names import Subject, accept, candidates, proposed
from rumours.editorial.reviewing.quotes import accept_quote
from rumours.editorial.reviewing.undoing import undo

__all__ = ["NAMES", "Subject", "accept", "accept_link", "accept_quote", "candidates", "proposed", "reject", "undo"]
