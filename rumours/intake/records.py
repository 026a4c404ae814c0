"""What reading an article gives, before it is cleaned."""

from dataclasses import dataclass
from datetime import datetime

# Bytes. The longest real articles are a hundredth of it; what is larger is no article.
SIZE_LIMIT = 2_000_000

PLAIN, HTML, MARKDOWN = "text/plain", "text/html", "text/markdown"


class IntakeError(ValueError):
    """The input is no article that can be read; the message is one line for the editor."""


@dataclass(frozen=True, slots=True)
class RawArticle:
    """An article as it came. `content` is byte for byte; `text` is decoded, and of a web page only the article.

    `repaired` tells that mojibake was undone. `title`, `author`, `publisher` and `published` (UTC, 12:00 of a day)
    are what a web page says of itself, empty or None elsewhere; `address` is where it was fetched, or where the page
    says it stands, else "".
    """

    content: bytes
    content_type: str
    encoding: str
    text: str
    repaired: bool = False
    title: str = ""
    author: str = ""
    publisher: str = ""
    published: datetime | None = None
    address: str = ""
