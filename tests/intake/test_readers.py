from datetime import UTC, datetime

import pytest

from rumours.intake import SIZE_LIMIT, IntakeError, clean, read, read_pasted

PROSE = "Redville have asked Blueport about the young keeper Ada Rossi, who is said to want a move this summer."
PAGE = f"""<!doctype html><html><head><title>Rossi may go | La Voce</title>
<meta property="og:title" content="Rossi may go"><meta property="og:site_name" content="La Voce">
<meta name="author" content="Ana Bini"><meta property="article:published_time" content="2026-01-18T09:30:00+00:00">
<link rel="canonical" href="https://voce.example/rossi?utm_source=feed"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Rossi may go</h1>
<figure><img src="a.jpg"><figcaption>Bo Kean of Greenham looks on</figcaption></figure>
<p>{PROSE} Talks &amp; calls go on.</p><h2>What next for Rossi?</h2><p>{PROSE} “We will see,” she said.</p>
<p>MORE: <a href="/x">Westmere want Okoro</a></p></article><footer>All rights reserved</footer></body></html>"""


@pytest.mark.parametrize(
    ("text", "options", "content_type"),
    [
        (PROSE, {}, "text/plain"),
        (PROSE, {"name": "a.md"}, "text/markdown"),
        (f"# Rossi may go\n\n{PROSE}", {}, "text/markdown"),
        (f"{PROSE} [Il Faro](https://faro.example/1)", {}, "text/markdown"),
        (PAGE, {}, "text/html"),
        (f"<p>{PROSE}</p><p>{PROSE}</p><p>{PROSE}</p>", {}, "text/html"),
        (PROSE + " 3 < 4 and <5 p>", {}, "text/plain"),
        (PAGE, {"content_type": "application/xhtml+xml; charset=utf-8"}, "text/html"),
    ],
)
def test_the_type_is_what_is_declared_or_seen(text: str, options: dict[str, str], content_type: str) -> None:
    raw = read(text.encode(), **options)
    assert (raw.content_type, raw.content) == (content_type, text.encode())


def test_a_page_gives_its_article_and_what_it_says_of_itself() -> None:
    raw = read(PAGE.encode())
    assert (raw.title, raw.author, raw.publisher) == ("Rossi may go", "Ana Bini", "La Voce")
    assert (raw.published, raw.address) == (datetime(2026, 1, 18, 12, tzinfo=UTC), "https://voce.example/rossi")
    document = clean(raw)
    assert document.headline == "Rossi may go"
    assert document.body.split("\n") == [
        f"{PROSE} Talks & calls go on.",
        "What next for Rossi?",
        f"{PROSE} “We will see,” she said.",
    ]
    assert [(aside.kind, aside.text) for aside in document.asides] == [
        ("headline", "Rossi may go"),
        ("caption", "Picture caption: Bo Kean of Greenham looks on"),
        ("promo", "MORE: Westmere want Okoro"),
    ]
    assert [heading.of(document.body) for heading in document.headings] == ["What next for Rossi?"]


def test_where_it_was_fetched_wins_over_what_the_page_says() -> None:
    assert read(PAGE.encode(), address="https://other.example/1").address == "https://other.example/1"


def test_a_declared_charset_is_honoured() -> None:
    page = PAGE.replace("Rossi", "Çalhanoğlu").replace("“", '"').replace("”", '"')
    content = page.encode("iso-8859-9")
    assert read(content, content_type="text/html; charset=iso-8859-9").title == "Çalhanoğlu may go"
    declared = page.replace("<head>", '<head><meta charset="iso-8859-9">').encode("iso-8859-9")
    assert read(declared).title == "Çalhanoğlu may go"


def test_mojibake_is_told() -> None:
    raw = read("Rossiâ€™s agent".encode())
    assert (raw.text, raw.repaired) == ("Rossi’s agent", True)


def test_a_paste_is_an_article_too() -> None:
    raw = read_pasted(PROSE)
    assert (raw.text, raw.content, raw.encoding) == (PROSE, PROSE.encode(), "utf-8")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"x" * (SIZE_LIMIT + 1), "larger than 2 MB"),
        (b"<html><body></body></html>", "no article was found in the page"),
        (b"<html>" + b"<div>" * 20_000, "no article was found in the page"),
        (b"<html>" + b"<b><i><p>" * 20_000, "more than 50,000 tags"),
        (b"", "empty"),
    ],
)
def test_what_holds_no_article_is_refused(content: bytes, message: str) -> None:
    with pytest.raises(IntakeError, match=message):
        read(content)


def test_half_a_character_cannot_be_pasted() -> None:
    with pytest.raises(IntakeError, match="half a character"):
        read_pasted("Rossi\ud800")
