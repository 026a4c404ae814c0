"""The article's text as the desk draws it."""

from typing import Any

import pytest

from rumours.editorial.desk.cards import text_of
from tests import factories as make

pytestmark = pytest.mark.django_db
BODY = "🙂 Portwick bid. Rovers wait.\n\nWhat they say\n\nHe stays, they say."


def blocks(text: dict[str, Any]) -> list[tuple[str, str]]:
    return [(block["kind"], block["text"]) for block in text["blocks"]]


def test_paragraphs_sentences_and_headings_by_code_points() -> None:
    text = text_of(make.ArticleFactory(body=BODY))
    assert text["body"] == BODY
    assert [BODY[block["start"] : block["end"]] for block in text["blocks"]] == [words for _, words in blocks(text)]
    assert blocks(text) == [
        ("", "🙂 Portwick bid. Rovers wait."), ("", "What they say"), ("", "He stays, they say."),
    ]  # fmt: skip
    assert [BODY[start:end] for start, end in text["sentences"]] == [
        "🙂 Portwick bid.", "Rovers wait.", "What they say", "He stays, they say.",
    ]  # fmt: skip
    assert [BODY[start:end] for start, end in text["headings"]] == ["What they say"]


def test_what_was_set_apart_stands_in_its_place_without_offsets() -> None:
    article = make.ArticleFactory(body=BODY)
    inside, between = BODY.index("Rovers"), BODY.index("What")
    asides = [
        ("headline", "First", 0), ("caption", "Between", between), ("credit", "Inside", inside),
        ("promo", "Last", len(BODY)),
    ]  # fmt: skip
    for kind, words, place in asides:
        make.AsideFactory(article=article, kind=kind, text=words, place=place)
    text = text_of(article)
    assert blocks(text) == [
        ("headline", "First"), ("", "🙂 Portwick bid. "), ("credit", "Inside"), ("", "Rovers wait."),
        ("caption", "Between"), ("", "What they say"), ("", "He stays, they say."), ("promo", "Last"),
    ]  # fmt: skip
    assert [block["start"] for block in text["blocks"] if block["kind"]] == [None] * 4


def test_an_empty_body_has_no_blocks() -> None:
    text = text_of(make.ArticleFactory(body=""))
    assert (text["body"], text["blocks"], text["sentences"], text["headings"]) == ("", [], [], [])
