"""What stands under and around a story: tables of lines that are set apart, and of those that stay."""

import pytest

from rumours.intake import clean, read
from rumours.text import Document

STORY = (
    "Redville have asked Blueport about the keeper.",
    "Her agent met both clubs on Monday and said nothing.",
    "Blueport would rather keep her until the summer.",
    "Nothing will be decided before the cup match.",
)


def cleaned(*lines: str) -> Document:
    return clean(read("\n".join(lines).encode(), name="a.txt"))


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(aside.kind, aside.text) for aside in document.asides]


ENDINGS = [
    (("Okoro wants Westmere as talks with Eastholm stall",), "promo", "another article's headline"),
    (("Exclusive: Okoro open to Westmere", "Farias to Eastholm is close after talks"), "promo", "two of them"),
    (("- Home", "- Sport", "- News", "- Travel", "- Contact us", "- Privacy", "- Terms"), "promo", "a menu"),
    (("Ana Bini is a freelance writer who has covered Westmere since 2009.",), "credit", "who wrote it"),
    (("Ana joined The Paper as senior writer in May after years at The Other Paper.",), "credit", "who joined"),
    (("Written by Ana",), "credit", "a byline at the end"),
    (("--WIRE / ab",), "credit", "an agency's sign"),
    (("WIRE soccer: https://wire.example/soccer",), "credit", "an agency's page"),
    (("Contact: desk@paper.example",), "credit", "an address"),
    (("________________",), "credit", "a rule"),
    (("[countdown id=12]",), "credit", "a widget's code"),
    (("Information from The Wire was used in this report.",), "credit", "whose words were used"),
]


@pytest.mark.parametrize(("lines", "kind", "why"), ENDINGS, ids=[row[2] for row in ENDINGS])
def test_what_follows_the_story_is_set_apart(lines: tuple[str, ...], kind: str, why: str) -> None:
    document = cleaned(*STORY, *lines)
    assert document.body.split("\n") == list(STORY)
    assert kinds(document) == [(kind, line) for line in lines]


STAYS = [
    "The keeper is said to be happy with all that has been offered",
    "Stats from The Paper of Westmere and others",
    "Westmere: Okoro; Bini, Rossi, Kean; Farias, Diaz, Müller; Amorosi",
    "Sunday 18 May – Westmere v Eastholm (4.30pm) on the radio",
    "20 June First qualifying round draw",
    "“I am happy here and will stay”",
    "Rossi is a writer of songs too, and the best keeper of the league.",
    "- Rossi, keeper of Blueport, who may go for twenty million",
    "Okoro wants Westmere as talks with Eastholm stall.",
    "What next for Rossi?",
]


@pytest.mark.parametrize("line", STAYS)
def test_the_last_words_of_a_story_stay(line: str) -> None:
    story = (*STORY[:3], "Ada Rossi waits.")
    assert cleaned(*story, line).body.split("\n") == [*story, line]


def test_a_list_of_players_is_no_menu() -> None:
    players = tuple(f"- {name} may leave for a fee of {fee} million" for fee, name in enumerate("ABCDEFGH", 10))
    assert cleaned(*STORY, *players).body.split("\n") == [*STORY, *players]


def test_a_text_of_lines_without_stops_has_no_endings() -> None:
    lines = tuple(f"Okoro of Westmere scores goal number {number}" for number in range(1, 9))
    assert cleaned(*STORY[:2], *lines).body.split("\n") == [*STORY[:2], *lines]


AROUND = [
    ("IN-DEPTH: ten keepers Redville could sign", "promo"),
    ("HAVE YOU SEEN?", "promo"),
    ("➡️ Okoro wants Westmere", "promo"),
    ("⚫⚪ Farias to Eastholm is close", "promo"),
    ("Most watched sport videos", "promo"),
    ("- Stream on Channel Nine: the cup, the league", "promo"),
    ("Get the story first by joining our Westmere channel to have it on your phone.", "promo"),
    ("Add us as a preferred source on Google for more.", "promo"),
    ("CALLING ALL WESTMERE FANS! Write to us, contact us through this link…", "promo"),
    ("VOTE for The Paper as best site here: the awards", "promo"),
    ("You must confirm your public display name before commenting", "promo"),
    ("Find the balls on our page to win cash prizes", "promo"),
    ("Never miss a moment of the cup", "promo"),
    ("- Bookmark", "promo"),
    ("Shares", "promo"),
    ("22 minutes -", "promo"),
    ("Audio By Okoro", "promo"),
    ("- Published26 July 2022", "promo"),
    ("You can watch what the coach said via The Paper on YouTube:", "promo"),
    ("By Our Reporter", "credit"),
    ("Written by: Ana Bini", "credit"),
    ("EDITOR-IN-CHIEF: DR. ANA BINI", "credit"),
]


@pytest.mark.parametrize(("line", "kind"), AROUND, ids=[row[0] for row in AROUND])
def test_a_line_amid_the_story_is_set_apart(line: str, kind: str) -> None:
    document = cleaned(*STORY[:2], line, *STORY[2:])
    assert document.body.split("\n") == list(STORY)
    assert kinds(document) == [(kind, line)]


AMID = [
    "🚨 EXCLUSIVE: Redville bid for Rossi!",
    "She joined our academy in May and never left.",
    "Rossi must confirm the date of her return before Monday.",
    "The most popular keeper of the league wants to win prizes.",
    "Written by nobody, the song is sung by all of them.",
    "Share the load, said her coach.",
    "More than 22 minutes were lost.",
]


@pytest.mark.parametrize("line", AMID)
def test_a_line_of_the_story_stays(line: str) -> None:
    assert line in cleaned(*STORY[:2], line, *STORY[2:]).body


def test_bullets_under_a_label_go_with_it() -> None:
    listed = ("- Okoro wants Westmere", "- Farias to Eastholm is off")
    assert cleaned(*STORY, "Most read stories", *listed).body.split("\n") == list(STORY)


def test_the_heading_after_a_label_s_list_stays() -> None:
    document = cleaned(*STORY[:3], "READ MORE:", "Okoro wants Westmere", "Redville still hope", STORY[3])
    assert document.body.split("\n") == [*STORY[:3], "Redville still hope", STORY[3]]


def test_a_label_at_the_top_leaves_the_headline() -> None:
    document = cleaned("Latest Headlines", "Rossi to Redville: it is done", *STORY)
    assert (document.headline, document.body.split("\n")) == ("Rossi to Redville: it is done", list(STORY))


LEADS = [
    (
        (STORY[0], "Rossi could go... but not today", "The window is open.", *STORY[1:]),
        "Rossi could go... but not today",
    ),
    ((STORY[0], "REPORT: Rossi to go", "Will she? It seems so.", *STORY[1:]), "REPORT: Rossi to go"),
    ((STORY[0], "Why Redville want Rossi", f"{STORY[1]} {STORY[2]} {STORY[3]}", STORY[3]), None),
    ((STORY[0], "Why Redville want Rossi", STORY[1]), None),
]


@pytest.mark.parametrize(("lines", "headline"), LEADS, ids=[str(row[1]) + row[0][2][:9] for row in LEADS])
def test_a_headline_after_the_lead(lines: tuple[str, ...], headline: str | None) -> None:
    assert cleaned(*lines).headline == headline


def test_a_headline_before_a_dateline_in_one_line() -> None:
    story = "REDVILLE (WIRE) — Redville have asked Blueport about the keeper."
    document = cleaned(f"Redville ask for Rossi of Blueport {story}", *STORY[1:])
    assert (document.headline, document.body.split("\n")[0]) == ("Redville ask for Rossi of Blueport", story)
    assert cleaned(story, *STORY[1:]).headline is None


DAYS = [
    ("date 2024-06-17 Monday, 17th Jun 2024 11:28", 2),
    ("December 26, 2024 by Our Reporter", 1),
    ("Sport\nDecember 26, 2024", 1),
]


@pytest.mark.parametrize(("lines", "dates"), DAYS, ids=[row[0] for row in DAYS])
def test_a_line_that_is_a_day_is_no_headline(lines: str, dates: int) -> None:
    document = cleaned(lines, *STORY)
    assert (document.headline, document.published is not None) == (None, True)
    assert [kind for kind, _ in kinds(document) if kind == "date prefix"] == ["date prefix"] * dates
