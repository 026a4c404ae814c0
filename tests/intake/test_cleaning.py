"""What cleaning takes out of an article, what it leaves, and the way back: tables of texts, then properties."""

import unicodedata
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rumours.intake import IntakeError, clean, read
from rumours.intake.language import guess_language
from rumours.text import Document, normalise

SAMPLES = Path(__file__).parent / "samples"
PROSE = "Redville have asked Blueport about the keeper."
MORE_PROSE = "Her agent met both clubs on Monday and said nothing."


def cleaned(text: str, name: str = "") -> Document:
    return clean(read(text.encode(), name=name))


def asides(document: Document) -> list[tuple[str, str]]:
    return [(aside.kind, aside.text) for aside in document.asides]


def sample(name: str) -> Document:
    return clean(read((SAMPLES / name).read_bytes(), name=name))


def test_a_date_prefix_is_the_day_of_publication() -> None:
    document = sample("keeper.txt")
    assert (document.headline, document.precision, document.language) == (None, "day", "en")
    assert document.published == datetime(2026, 1, 18, 12, tzinfo=UTC)
    assert document.body.startswith("Redville are said")
    assert asides(document) == [("date prefix", "date 2026-01-18")]
    assert document.headings == ()


def test_repeats_teaser_captions_and_trailer_are_set_apart() -> None:
    document = sample("defenders.txt")
    headline = "Greenham ask Blueport for Tom Okoro as list of defenders grows"
    assert (document.headline, document.published, document.precision) == (headline, None, "unknown")
    assert [kind for kind, _ in asides(document)] == [
        "headline",
        "teaser",
        "repeated headline",
        "repeated headline",
        "caption",
        "caption",
        "category",
    ]
    assert document.body.startswith("Greenham are looking") and document.body.endswith("in January.")
    assert not [word for word in ("Kean", "Getty", "Category", "...") if word in document.body]
    assert [heading.of(document.body) for heading in document.headings] == [
        "Not only Okoro, Greenham follow Diaz & Müller"
    ]


def test_prose_is_no_headline_and_headings_stay() -> None:
    document = sample("centre-back.txt")
    assert document.headline is None
    assert asides(document) == [("credit", "(Photo by C. Frame/Getty Images)")]
    assert [heading.of(document.body) for heading in document.headings] == [
        "Blueport’s Search for Defenders",
        "Westmere’s Firm Answer",
    ]


def test_an_aside_knows_where_it_stood() -> None:
    document = sample("defenders.txt")
    caption = next(aside for aside in document.asides if aside.kind == "caption")
    assert document.body[: caption.position].rstrip().endswith("gone nowhere.")
    assert document.body[caption.position :].lstrip().startswith("Blueport have not said")
    assert caption.original.of(normalise((SAMPLES / "defenders.txt").read_text())) == caption.text


HEADLINES = [
    ("Rossi to Redville\n\n{0}\n{1}", "Rossi to Redville", "the first line"),
    ("Will Rossi go?\n{0}\n{1}", "Will Rossi go?", "a question"),
    ("“I am off”: Rossi speaks\n{0}\n{1}", "“I am off”: Rossi speaks", "a quotation"),
    ("{0}\n\nRossi to Redville\n\n{1}", None, "a heading further down"),
    ("{0}\n{1}", None, "prose"),
    ("{0}", None, "one paragraph"),
    ("Rossi to Redville", None, "nothing follows"),
    ("Redville\nRossi to Redville now\n{0}", "Rossi to Redville now", "a section label before it"),
    ("Sport\nPremier League • England\nRossi to Redville now\n{0}", "Rossi to Redville now", "two labels"),
    (
        "{0}\nRossi denies a meeting\nThe keeper was in the news again\n{1}\n{1}",
        "Rossi denies a meeting",
        "after the lead",
    ),
    ("Rossi to...\nRossi to Redville now\n{0}", "Rossi to Redville now", "after a cut line"),
]


@pytest.mark.parametrize(("text", "headline", "why"), HEADLINES, ids=[row[2] for row in HEADLINES])
def test_headlines(text: str, headline: str | None, why: str) -> None:
    document = cleaned(text.format(PROSE, MORE_PROSE))
    assert document.headline == headline
    assert headline is None or headline not in document.body


SET_APART = [
    ("MORE: Okoro wants Westmere", "promo"),
    ("READ MORE: Okoro wants Westmere", "promo"),
    ("Read Also: Okoro wants Westmere", "promo"),
    ("READ NEXT ➡️ Okoro wants Westmere", "promo"),
    ("DON’T MISS 👉 Okoro wants Westmere", "promo"),
    ("GO DEEPER: Okoro wants Westmere", "promo"),
    ("Related: Okoro wants Westmere", "promo"),
    ("Also read: Okoro wants Westmere", "promo"),
    ("LEGGI ANCHE: Okoro wants Westmere", "promo"),
    ("Latest Westmere news: Okoro bid, Farias blow", "promo"),
    ("Follow us on Bluesky: @paper.example", "promo"),
    ("Follow The Paper on Facebook, Twitter and Instagram.", "promo"),
    ("Sign up here for our daily mail.", "promo"),
    ("Our newsletter has it all, straight to your inbox!", "promo"),
    ("Advertisement", "promo"),
    ("Issued on:", "promo"),
    ("More Trending", "promo"),
    ("Category: General Sports", "category"),
    ("Tags: Okoro, Westmere, transfers", "category"),
    ("Filed under: Westmere", "category"),
    ("Photo: Agency Images via Wire", "credit"),
    ("Featured image A. Lens via Getty Images", "credit"),
    ("Image credit: A. Lens", "credit"),
    ("© 2026 AFP", "credit"),
    ("By Ana Bini, PA Sport", "credit"),
    ("(Photo by A. Lens/Getty Images)", "credit"),
    ("Okoro (right) of Westmere runs with Kean (Picture: Getty)", "caption"),
    ("Okoro (left) was seen at the airport ahead of a move", "caption"),
    ("WESTMERE, ENGLAND – JULY 30: Okoro of Westmere shoots.", "caption"),
    ("Okoro of Westmere shoots in Westmere, Oct. 22, 2025. (Photo by A. Lens/Wire)", "caption"),
]


@pytest.mark.parametrize(("line", "kind"), SET_APART, ids=[row[0] for row in SET_APART])
@pytest.mark.parametrize("layout", ["{0}\n{line}\n{1}", "{0}\n\n{1}\n\n{line}"], ids=["amid", "at the end"])
def test_a_line_is_set_apart(line: str, kind: str, layout: str) -> None:
    document = cleaned(layout.format(PROSE, MORE_PROSE, line=line))
    assert (kind, line) in asides(document)
    assert document.body.split() == f"{PROSE} {MORE_PROSE}".split()


KEPT = [
    "More details are expected this week.",
    "Read the contract twice, said her agent.",
    "Source: La Voce",
    "“Click here, they told me, and sign up to the club of my life,” Rossi said.",
    "Endrick will join the club from Palmeiras for a fee of 72 million.",
    "Also, buying them at the right price matters.",
    "LONDON, Jan 5 (Reuters) - Redville want Rossi.",
    "What next for Rossi?",
    "EXCLUSIVE: Redville submit a loan proposal for Rossi!",
    "The category in which she excels is shot stopping.",
    "Last week, Redville sent a photo of the shirt to Rossi (29).",
]


@pytest.mark.parametrize("line", KEPT)
def test_a_line_of_the_story_is_kept(line: str) -> None:
    assert line in cleaned(f"{PROSE}\n{line}\n{MORE_PROSE}").body


def test_a_newsletter_box_goes_whole() -> None:
    box = "Your football fix\nDo you want our newsletter?\nFrom gossip to games.\nSign up here, it is free."
    document = cleaned(f"{PROSE}\n{box}\n{MORE_PROSE}")
    assert document.body.split("\n") == [PROSE, MORE_PROSE]
    assert [text for _, text in asides(document)] == box.split("\n")


def test_a_label_alone_takes_its_list_along() -> None:
    document = cleaned(f"{PROSE}\n{MORE_PROSE}\nREAD NEXT:\nOkoro wants Westmere\nFarias to Eastholm off")
    assert document.body == f"{PROSE}\n{MORE_PROSE}"


def test_a_caption_inside_one_long_line_is_cut_out() -> None:
    caption = "WESTMERE, ENGLAND – JULY 30: Bo Kean shoots. (Photo by A. Lens/Getty Images)"
    document = cleaned(f"{PROSE} {MORE_PROSE} {caption} {PROSE} {MORE_PROSE}")
    assert document.body == f"{PROSE} {MORE_PROSE} {PROSE} {MORE_PROSE}"
    assert asides(document) == [("caption", caption)]


@pytest.mark.parametrize(
    "promo",
    ["'I am off': Okoro on his future", "Fans react to Okoro's newsFarias 'wanted' by Eastholm"],
)
def test_headlines_glued_to_the_end_are_cut_off(promo: str) -> None:
    document = cleaned(f"{PROSE} {MORE_PROSE[:-1]} in 1990.{promo}")
    assert document.body == f"{PROSE} {MORE_PROSE[:-1]} in 1990."
    assert asides(document) == [("promo", promo)]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("July 12, 2023", datetime(2023, 7, 12, 12, tzinfo=UTC)),
        ("Wednesday, 8th Jan 2025 22:12", datetime(2025, 1, 8, 12, tzinfo=UTC)),
        ("Published: 3 March 2026", datetime(2026, 3, 3, 12, tzinfo=UTC)),
        ("Date: 2026-01-18", datetime(2026, 1, 18, 12, tzinfo=UTC)),
        ("31 February 2026", None),
        ("date 2026-02-31", None),
        ("She signed on July 12, 2023.", None),
    ],
)
def test_a_line_that_is_a_day_dates_the_article(line: str, day: datetime | None) -> None:
    document = cleaned(f"{line}\n{PROSE}\n{MORE_PROSE}")
    assert document.published == day
    assert (line in document.body) is (day is None) or document.headline == line


def test_markdown_signs_go_and_words_stay() -> None:
    text = (
        "# Rossi to Redville\n\n**Redville** have asked *Blueport* about [Ada Rossi](https://x.example/a_b).\n\n"
        "![Bo Kean shoots](k.jpg)\n\n## What next?\n\n> “All is __off__,” said her_agent.\n\n---\n\n2 * 3 * 4 stay."
    )
    document = cleaned(text, name="a.md")
    assert document.headline == "Rossi to Redville"
    assert document.body == (
        "Redville have asked Blueport about Ada Rossi.\n\nWhat next?\n\n"
        "“All is off,” said her_agent.\n\n2 * 3 * 4 stay."
    )
    assert ("caption", "![Bo Kean shoots](k.jpg)") in asides(document)


def test_white_space_is_tidied() -> None:
    assert cleaned(f"\n\n  {PROSE}  \n \n\n\n\t{MORE_PROSE[:9]}   {MORE_PROSE[9:]}\n\n").body == (
        f"{PROSE}\n\n{MORE_PROSE[:9]} {MORE_PROSE[9:].strip()}"
    )


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (f"{PROSE} {MORE_PROSE}", "en"),
        ("Il club non ha ancora deciso, ma la trattativa per il portiere è in corso e si chiude.", "it"),
        ("El club no ha decidido, pero la negociación por el portero sigue en curso y se cierra.", "es"),
        ("Le club n'a pas encore décidé, mais la négociation pour le gardien est en cours.", "fr"),
        ("Der Verein hat sich noch nicht entschieden, aber die Gespräche mit dem Torwart laufen.", "de"),
        ("O clube ainda não decidiu, mas a negociação do goleiro com o time está em curso.", "pt"),
        ("Rossi? Forse.", ""),
        ("Xyz " * 20, ""),
    ],
)
def test_the_language_is_guessed_or_left_open(text: str, language: str) -> None:
    assert guess_language(text) == language


def test_an_article_of_promos_alone_is_refused() -> None:
    with pytest.raises(IntakeError, match="nothing is left"):
        cleaned("READ MORE: Okoro wants Westmere\nCategory: Sport")


APART = [line for line, _ in SET_APART]
LINES = st.sampled_from([PROSE, MORE_PROSE, *APART, *KEPT, "", "Rossi to Redville now", "date 2026-01-01"])


LINE_ENDS = "\r\v\f\x85\u2028\u2029"


@given(st.lists(LINES, max_size=12).map("\n".join) | st.text(max_size=80))
def test_every_character_of_any_body_leads_back_to_the_original(text: str) -> None:
    try:
        raw = read(text.encode(), name="a.txt")
        document = clean(raw)
    except IntakeError:
        return
    if unicodedata.is_normalized("NFC", raw.text):  # elsewhere a letter may have been composed of two
        originals = [raw.text[document.offsets.to_original(index)] for index in range(len(document.body))]
        assert (
            "".join("\n" if character in "\r\v\f\x85\u2028\u2029" else character for character in originals)
            == document.body
        )
    assert document.body == normalise(document.body).strip()


@given(st.lists(LINES, max_size=12).map("\n".join) | st.text(max_size=80))
def test_all_places_stand_in_the_body_in_order(text: str) -> None:
    try:
        document = cleaned(text, name="a.txt")
    except IntakeError:
        return
    assert all(0 <= heading.start < heading.end <= len(document.body) for heading in document.headings)
    assert all(0 <= aside.position <= len(document.body) for aside in document.asides)
    assert all(before.original.start <= after.original.start for before, after in pairwise(document.asides))


@given(st.lists(LINES, min_size=1, max_size=12).map("\n".join))
def test_no_word_is_lost(text: str) -> None:
    try:
        document = clean(read(text.encode(), name="a.txt"))
    except IntakeError:
        return
    together = "".join([document.body, *(aside.text for aside in document.asides)])
    assert sorted("".join(together.split())) == sorted("".join(text.split()))


WALLS = [
    "a",
    "(Photo by ",
    "A, B – MAY 1: ",
    "MORE: ",
    "# ",
    "**",
    "[",
    "![](",
    "<p>",
    "...",
    "“",
    " \t",
    "date 2026-01-01 ",
]


@pytest.mark.parametrize("unit", WALLS)
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_hostile_wall_of_text_is_done_with_in_one_pass(unit: str, name: str) -> None:
    text = (unit * 200_000)[:200_000]
    try:
        assert len(cleaned(text, name=name).body) <= len(text)
    except IntakeError as refused:
        assert str(refused) in {"it is empty", "nothing is left once headline, captions and promos are set apart"}


def test_more_lines_than_any_article_has_are_refused() -> None:
    with pytest.raises(IntakeError, match="more than 10,000 lines"):
        cleaned("a\n" * 10_001)
