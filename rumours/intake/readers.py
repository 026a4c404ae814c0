"""Bytes to a RawArticle: plain text, Markdown or a web page, told apart by what is declared, else by looking."""

import re
from dataclasses import replace
from pathlib import PurePath

from rumours.intake import webpage
from rumours.intake.decoding import decode, repair_mojibake
from rumours.intake.records import HTML, MARKDOWN, PLAIN, SIZE_LIMIT, IntakeError, RawArticle

_TYPE_OF_SUFFIX = {".txt": PLAIN, ".html": HTML, ".htm": HTML, ".xhtml": HTML, ".md": MARKDOWN, ".markdown": MARKDOWN}
_TYPE_OF_NAME = {
    PLAIN: PLAIN,
    HTML: HTML,
    "application/xhtml+xml": HTML,
    MARKDOWN: MARKDOWN,
    "text/x-markdown": MARKDOWN,
}
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_PAGE_START = re.compile(r"\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_PAGE_BLOCK = re.compile(r"<(p|article|div|h[1-6])\b[^>]{0,300}>", re.IGNORECASE)
_MARKDOWN_TITLE = re.compile(r"\s*#{1,3} \S")
_MARKDOWN_LINK = re.compile(r"!?\[[^\]\n]{1,200}\]\(https?://[^)\s]{1,500}\)")
_LOOKED_AT = 4096


def read(content: bytes, *, name: str = "", content_type: str = "", address: str = "") -> RawArticle:
    """The article in `content`. `name` is the file's (its ending tells the type), `content_type` the HTTP header's.

    Raises IntakeError, one line for the editor: empty, larger than SIZE_LIMIT bytes, binary, broken encoding, or a
    page without an article.
    """
    if len(content) > SIZE_LIMIT:
        raise IntakeError(f"it is larger than {SIZE_LIMIT // 1_000_000} MB")
    declared = _CHARSET.search(content_type) or _CHARSET.search(content[:2048].decode("latin-1"))
    text, encoding = decode(content, declared[1] if declared else "")
    text, repaired = repair_mojibake(text)
    kind = _TYPE_OF_NAME.get(content_type.partition(";")[0].strip().lower()) or _TYPE_OF_SUFFIX.get(
        PurePath(name).suffix.lower(), ""
    )
    if kind in ("", PLAIN):
        kind = _kind_by_looking(text)
    raw = RawArticle(content, kind, encoding, text, repaired, address=address)
    return webpage.extract(raw) if kind == HTML else raw


def read_pasted(text: str) -> RawArticle:
    """The article in a text an editor pasted; its original is the UTF-8 of what was pasted. Raises IntakeError."""
    try:
        content = text.encode()
    except UnicodeEncodeError:
        raise IntakeError("it holds half a character (a lone surrogate)") from None
    return replace(read(content), encoding="utf-8")


def _kind_by_looking(text: str) -> str:
    start = text[:_LOOKED_AT]
    block = _PAGE_BLOCK.search(start)
    if _PAGE_START.match(start) or (block and f"</{block[1].lower()}>" in text.lower()):
        return HTML
    if _MARKDOWN_TITLE.match(start) or _MARKDOWN_LINK.search(start):
        return MARKDOWN
    return PLAIN
