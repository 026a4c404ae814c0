"""From bytes or an address to a clean `text.Document`: pure Python, no database, nothing guessed silently."""

from .cleaning import STEPS, clean
from .decoding import decode
from .readers import read
from .records import SIZE_LIMIT, IntakeError, RawArticle

__all__ = ["SIZE_LIMIT", "STEPS", "IntakeError", "RawArticle", "clean", "decode", "read"]
