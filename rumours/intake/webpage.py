"""The article inside a web page, with what the page says of itself."""

import contextlib
import re
from dataclasses import replace
from datetime import UTC, datetime, time
from typing import Any

from rumours.intake.addresses import canonical
from rumours.intake.records import IntakeError, RawArticle

# Set before a picture's words so that cleaning knows them for a caption where the page had them marked as one.
CAPTION_MARK = "Picture caption: "
# Real pages have some thousands; the parser takes a minute over hundreds of thousands.
MOST_TAGS = 50_000
_CAPTION_OPENS = re.compile(r"<figcaption\b[^>]{0,500}>", re.IGNORECASE)
_CAPTION_CLOSES = re.compile(r"</figcaption\s*>", re.IGNORECASE)
_FIGURE_TAG = re.compile(r"</?figure\b[^>]{0,500}>", re.IGNORECASE)


def extract(raw: RawArticle) -> RawArticle:
    """`raw` with the page's article as its text; IntakeError when the page holds none or is a wall of tags."""
    if raw.text.count("<") > MOST_TAGS:
        raise IntakeError(f"the page has more than {MOST_TAGS:,} tags")
    # Loading it takes a quarter of a second, which only those who read a page should pay.
    from trafilatura import bare_extraction

    try:
        found: Any = bare_extraction(
            _with_captions(raw.text),
            include_comments=False,
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except (ValueError, RecursionError, AssertionError):
        found = None
    if found is None or not (found.text or "").strip():
        raise IntakeError("no article was found in the page")
    return replace(
        raw,
        text=found.text,
        title=found.title or "",
        author=found.author or "",
        publisher=found.sitename or "",
        address=raw.address or _own_address(found.url),
        published=_noon(found.date),
    )


def _own_address(address: str | None) -> str:
    """Where the page says it stands, in the form that is kept; "" when it does not say or says nonsense."""
    with contextlib.suppress(ValueError):
        return canonical(address or "")
    return ""


def _with_captions(page: str) -> str:
    """The page with its captions as marked paragraphs where they stood: otherwise they would be lost."""
    page = _CAPTION_OPENS.sub(f"<p>{CAPTION_MARK}", _FIGURE_TAG.sub("", page))
    return _CAPTION_CLOSES.sub("</p>", page)


def _noon(day: str | None) -> datetime | None:
    with contextlib.suppress(ValueError):
        return datetime.combine(datetime.fromisoformat(day or ""), time(12), tzinfo=UTC)
    return None
