"""What a list row says of an article."""

from typing import Any


def links_of(article: Any) -> list[Any]:
    """The transfer links that an article reports, each once, by its `shown_reports`."""
    return list({report.link_id: report.link for report in article.shown_reports}.values())


def is_foreign(language: str) -> bool:
    """Whether words in a language (as in `it`) need marking on a page in English."""
    return bool(language) and language.split("-")[0] != "en"
