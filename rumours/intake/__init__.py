"""From bytes or an address to a clean `text.Document`: pure Python, no database, nothing guessed silently."""

from rumours.intake.addresses import canonical
from rumours.intake.cleaning import STEPS, clean
from rumours.intake.decoding import decode
from rumours.intake.feeds import FeedItem, ParsedFeed, parse_feed
from rumours.intake.fetching import FetchError, fetch_article, fetch_feed
from rumours.intake.readers import read, read_pasted
from rumours.intake.records import SIZE_LIMIT, IntakeError, RawArticle

__all__ = [
    "SIZE_LIMIT",
    "STEPS",
    "FeedItem",
    "FetchError",
    "IntakeError",
    "ParsedFeed",
    "RawArticle",
    "canonical",
    "clean",
    "decode",
    "fetch_article",
    "fetch_feed",
    "parse_feed",
    "read",
    "read_pasted",
]
