"""Whether XML from elsewhere is safe to hand to a reader of feeds: no document type, no entities, bounded in all ways.

A feed needs no document type, and everything that has ever been done to XML readers begins with one: entities that name
files or addresses, entities made of entities. The check reads once, in pieces, keeps nothing and opens nothing.
"""

from xml.parsers import expat

from rumours.intake.records import IntakeError

DEEPEST, MOST_ELEMENTS, MOST_ATTRIBUTES = 100, 200_000, 100
_PIECE = 65_536  # bytes


class UnsafeXml(IntakeError):
    """The document may not be read; the message is one line for the editor."""


class _Guard:
    """Counts what the parser meets."""

    def __init__(self) -> None:
        self.depth = self.elements = 0

    def start(self, name: str, attributes: list[str]) -> None:
        self.depth += 1
        self.elements += 1
        if self.depth > DEEPEST:
            raise UnsafeXml(f"its elements stand more than {DEEPEST} deep in each other")
        if self.elements > MOST_ELEMENTS:
            raise UnsafeXml(f"it has more than {MOST_ELEMENTS:,} elements")
        if len(attributes) > 2 * MOST_ATTRIBUTES:
            raise UnsafeXml(f"an element has more than {MOST_ATTRIBUTES} attributes")

    def end(self, name: str) -> None:
        self.depth -= 1

    def doctype(self, *declared: object) -> None:
        raise UnsafeXml("it declares a document type, which no feed needs")


def check_xml(content: bytes) -> bool:
    """Whether `content` is well-formed XML to its end. Raises UnsafeXml for what is dangerous, broken or not.

    What is broken only after a safe beginning is for the reader of feeds to make the best of: False.
    """
    parser, guard = expat.ParserCreate(), _Guard()
    parser.ordered_attributes = True
    parser.StartElementHandler, parser.EndElementHandler = guard.start, guard.end
    parser.StartDoctypeDeclHandler = guard.doctype
    try:
        for start in range(0, len(content), _PIECE):
            parser.Parse(content[start : start + _PIECE], False)
        parser.Parse(b"", True)
    except UnsafeXml:
        raise
    except (expat.ExpatError, ValueError, LookupError):
        if b"<!doctype" in content.lower() or b"<!entity" in content.lower() or b"\0" in content:
            raise UnsafeXml("it is broken, and declares a document type or is in an encoding that hides one") from None
        return False
    return True
