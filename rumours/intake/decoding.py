"""Bytes to text: byte order mark, UTF-8, what the page declares, Windows-1252; never a guess between two."""

import codecs
import re

from rumours.intake.records import IntakeError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# The first bytes of files that are no text, with what to call them.
_MAGIC = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# One byte a character, and every byte means something: what a page may declare without our guessing.
_DECLARABLE = re.compile(r"(?:iso-?8859-?\d{1,2}|latin-?[1-9]|windows-?125\d|cp125\d|koi8-[ru])", re.IGNORECASE)
# UTF-8 of Latin letters and of quotation marks, read as Windows-1252: "Ã©", "Å¡", "â€™". Known miss: other scripts.
_MISREAD = re.compile("[ÃÂ][^\x00-\x7f]|â€|[ÄÅ][^\x00-\x7f‘’“”–—…]")
_TRIES = 2  # mojibake made twice is seen in the wild; three times is not


def decode(content: bytes, declared: str = "") -> tuple[str, str]:
    """(text, name of the encoding) of `content`; `declared` is the charset its header or page names.

    Raises IntakeError when it is empty, no text, or broken in every encoding that could be meant.
    """
    if not content.strip():
        raise IntakeError("it is empty")
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strictly(content, encoding), encoding
    _refuse_binary(content)
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as broken:
        if not _is_single_byte(declared) and _is_mostly_utf8(content):
            line = content.count(b"\n", 0, broken.start) + 1
            raise IntakeError(f"broken UTF-8 on line {line}") from None
    return _single_byte(content, declared)


def _strictly(content: bytes, encoding: str) -> str:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as broken:
        raise IntakeError(f"its byte order mark says {broken.encoding}, but byte {broken.start} is not") from None
    if not text.strip():
        raise IntakeError("it is empty")
    return text


def _refuse_binary(content: bytes) -> None:
    for magic, name in _MAGIC:
        if content.startswith(magic):
            raise IntakeError(f"it is {name}, not a text")
    if b"\x00" in content[:4096] or len(_CONTROLS.findall(content[:65536])) > len(content[:65536]) // 100:
        raise IntakeError("it is binary data, not a text")


def _is_mostly_utf8(content: bytes) -> bool:
    """Whether at least half of what is not ASCII is whole UTF-8; elsewhere that is a chance pair here or there."""
    text = content.decode("utf-8", errors="replace")
    beyond_ascii = sum(character > "\x7f" for character in text)
    return 2 * text.count("\ufffd") <= beyond_ascii


def _is_single_byte(declared: str) -> bool:
    return bool(_DECLARABLE.fullmatch(declared.strip()))


def _single_byte(content: bytes, declared: str) -> tuple[str, str]:
    name = declared.strip().lower() if _is_single_byte(declared) else "windows-1252"
    if re.fullmatch(r"iso-?8859-?1|latin-?1", name):
        name = "windows-1252"  # as every browser reads it
    try:
        return content.decode(name), name
    except (UnicodeDecodeError, LookupError):
        raise IntakeError("it is neither UTF-8 nor Windows-1252") from None


def repair_mojibake(text: str) -> tuple[str, bool]:
    """`text` with UTF-8 that was read as Windows-1252 put right ("â€™" is "’"), and whether it was.

    Only when certain: it shows pairs that no language writes, and the whole text goes back to valid UTF-8.
    """
    repaired = text
    for _ in range(_TRIES):
        if not _MISREAD.search(repaired):
            break
        try:
            better = b"".join(_byte(character) for character in repaired).decode("utf-8")
        except (UnicodeEncodeError, UnicodeDecodeError):
            break
        if re.search("[\x80-\x9f]", better):
            break
        repaired = better
    return repaired, repaired != text


def _byte(character: str) -> bytes:
    """The byte that was read as `character`; the five that Windows-1252 leaves open were read as themselves."""
    if "\x80" <= character <= "\x9f":
        return character.encode("latin-1")
    return character.encode("cp1252")
