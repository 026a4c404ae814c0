"""Writing a text and keeping where everything stands in it: names, sentences and words that are quoted."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from string import Formatter
from typing import Union

from rumours.models import Club, Person, Player, Source
from rumours.text import Span

Subject = Player | Club | Person | Source
Value = Union[str, "Named", "Phrase", "Said"]


@dataclass(frozen=True, slots=True)
class Named:
    """Words that name somebody: they become a tag."""

    text: str
    subject: Subject


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words with fields of their own."""

    template: str
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Said:
    """Direct speech, without its marks; its place is kept."""

    words: Phrase


@dataclass(frozen=True, slots=True)
class Tag:
    span: Span
    subject: Subject


@dataclass(slots=True)
class Writer:
    """A body in the making."""

    body: str = ""
    tags: list[Tag] = field(default_factory=list)
    speech: list[Span] = field(default_factory=list)

    def sentence(self, template: str, values: Mapping[str, Value]) -> Span:
        """Add a sentence with its first letter large, a space before it within a paragraph; where it stands."""
        if self.body and not self.body.endswith("\n"):
            self.body += " "
        start = len(self.body)
        self._add(template, values)
        for at in range(start, len(self.body)):
            if self.body[at].isalpha():
                self.body = self.body[:at] + self.body[at].upper() + self.body[at + 1 :]
                break
        return Span(start, len(self.body))

    def paragraph(self) -> None:
        """Begin the next paragraph."""
        if self.body:
            self.body = self.body.rstrip("\n") + "\n\n"

    def heading(self, words: str) -> None:
        """Add a section heading."""
        self.paragraph()
        self.body += words
        self.paragraph()

    def _add(self, template: str, values: Mapping[str, Value]) -> None:
        for literal, name, _, _ in Formatter().parse(template):
            self._literal(literal)
            if name is not None:
                self._put(values[name])

    def _literal(self, words: str) -> None:
        """Add plain words; marks do not pile up: `the winger,` before a comma or full stop, `why?` before either."""
        if words[:1] in {",", "."}:
            if self.body.endswith(","):
                self.body = self.body[:-1]
            elif self.body.endswith(("?", "!")):
                words = words[1:]
        self.body += words

    def _put(self, value: Value) -> None:
        start = len(self.body)
        match value:
            case str():
                self._literal(value)
            case Named():
                begins = self.body.endswith((". ", "? ", "! ", "“"))  # `da Silva` begins with a large letter there
                self.body += value.text[:1].upper() + value.text[1:] if begins else value.text
                self.tags.append(Tag(Span(start, len(self.body)), value.subject))
            case Phrase():
                self._add(value.template, value.values)
            case Said():
                self._put(value.words)
                self.speech.append(Span(start, len(self.body)))
