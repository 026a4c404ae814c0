"""An article's words as HTML: names linked, speech marked, everything escaped."""

from types import SimpleNamespace
from typing import Any

from rumours.formatting.body import MarkedText, Speech
from rumours.text import Span
from tests.formatting.macros import written

BODY = "Milan want Gatti.\n\nWhat happens next\n\n“Gatti stays,” said Tudor. “He is ours.” He smiled."


def as_article(text: MarkedText) -> str:
    return written("body", "as_article", text).replace("\n\n", "\n")


def stretch(text: MarkedText, row: Any) -> str:
    return written("body", "stretch_of", text, row)


def span_of(words: str, text: str = BODY, *, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def marked(*, withdrawn: bool = False) -> MarkedText:
    return MarkedText(
        BODY,
        links=((span_of("Milan"), "/clubs/ac-milan/"), (span_of("Gatti", nth=1), "/players/gatti/")),
        speech=(
            Speech(span_of("Gatti stays,"), withdrawn=withdrawn),
            Speech(span_of("He is ours."), "Igor Tudor", "/people/igor-tudor/", withdrawn),
        ),
    )


def test_names_are_linked_headings_are_headings_and_speech_names_its_speaker_once() -> None:
    assert as_article(marked()).split("\n") == [
        '<p><a href="/clubs/ac-milan/">Milan</a> want Gatti.</p>',
        "<h2>What happens next</h2>",
        '<p><span class="quoted">“<a href="/players/gatti/">Gatti</a> stays,”</span> said Tudor. '
        '<span class="quoted">“He is ours.”</span> '
        '<a class="quoted-by" href="/people/igor-tudor/">Igor Tudor</a> He smiled.</p>',
    ]


def test_a_speaker_without_a_page_is_named_without_a_link() -> None:
    text = MarkedText("“No,” he said.", speech=(Speech(Span(1, 4), "Gündogan's agent"),))
    assert as_article(text) == (
        '<p><span class="quoted">“No,”</span> <span class="quoted-by">Gündogan&#39;s agent</span> he said.</p>'
    )


def test_withdrawn_words_are_not_shown_and_their_speaker_is_not_named() -> None:
    page = as_article(marked(withdrawn=True))
    assert page.count("[words withdrawn]") == 2
    assert [words for words in ("stays", "He is ours", "Igor Tudor") if words in page] == []


def test_a_stretch_is_marked_as_in_the_body() -> None:
    row = SimpleNamespace(start=0, end=len("Milan want Gatti."))
    assert stretch(marked(), row) == '<a href="/clubs/ac-milan/">Milan</a> want Gatti.'


def test_a_stretch_hides_the_part_of_withdrawn_words_that_it_cuts() -> None:
    row = SimpleNamespace(start=BODY.index("ours"), end=len(BODY))
    assert stretch(marked(withdrawn=True), row) == '<span class="withdrawn">[words withdrawn]</span> He smiled.'


def test_markup_in_words_names_and_speakers_is_text() -> None:
    body = "<script>alert(1)</script> & “<b>”."
    text = MarkedText(
        body, links=((Span(0, 8), '/x/"><i>'),), speech=(Speech(span_of("<b>", body), "<img src=x>", "/y/'"),)
    )
    assert as_article(text) == (
        '<p><a href="/x/&#34;&gt;&lt;i&gt;">&lt;script&gt;</a>alert(1)&lt;/script&gt; &amp; '
        '<span class="quoted">“&lt;b&gt;”</span> '
        '<a class="quoted-by" href="/y/&#39;">&lt;img src=x&gt;</a>.</p>'
    )


def test_of_overlapping_names_the_first_is_linked() -> None:
    text = MarkedText("AC Milan won.", links=((Span(3, 8), "/b/"), (Span(0, 8), "/a/")))
    assert as_article(text) == '<p><a href="/a/">AC Milan</a> won.</p>'


def test_no_words_make_no_paragraph() -> None:
    assert as_article(MarkedText("")) == ""


def test_speech_over_several_paragraphs_names_its_speaker_at_its_end() -> None:
    body = "“One.\n\n“Two.”"
    text = MarkedText(body, speech=(Speech(Span(1, len(body) - 1), "Igor Tudor"),))
    assert as_article(text) == (
        '<p><span class="quoted">“One.</span></p>\n'
        '<p><span class="quoted">“Two.”</span> <span class="quoted-by">Igor Tudor</span></p>'
    )


def test_withdrawn_words_are_hidden_also_where_other_speech_overlaps_them() -> None:
    text = MarkedText(
        "He said “it is over and done with now” again.",
        speech=(Speech(Span(9, 37)), Speech(Span(15, 29), withdrawn=True), Speech(Span(24, 33), withdrawn=True)),
    )
    assert as_article(text) == '<p>He said “it is <span class="withdrawn">[words withdrawn]</span> now” again.</p>'
