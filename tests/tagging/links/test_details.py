"""Stage, kind, doubt, sums and window of one player's move in short texts, with those that must not be told."""

from datetime import UTC, datetime

import pytest

from rumours.calendar import Calendar
from rumours.choices import Doubt, FeeWhat, Stage, StageGroup, TransferKind
from rumours.tagging import tag
from rumours.tagging.findings import LinkFinding
from rumours.tagging.links import choosing
from rumours.text import Document
from tests.tagging.links.world import GAZETTEER

AUGUST, OCTOBER, JANUARY = (datetime(2025, month, 12, tzinfo=UTC) for month in (8, 10, 1))

STAGES = [
    ("Harbury are keen on Real Castellar midfielder Ivo Lander.", StageGroup.INTEREST),
    ("Harbury have opened talks with Real Castellar over a deal for Ivo Lander.", StageGroup.TALKS),
    ("Harbury have made a bid of €20m for Real Castellar midfielder Ivo Lander.", StageGroup.BID),
    (
        "Harbury have agreed a fee of €20m with Real Castellar for Ivo Lander, who will have a medical.",
        StageGroup.AGREED,
    ),
    ("Harbury have completed the signing of Ivo Lander from Real Castellar.", StageGroup.DONE),
    ("Ivo Lander has turned down a move to Harbury. Harbury have ended their interest.", StageGroup.OFF),
    ("Harbury's move for Ivo Lander has collapsed.", StageGroup.OFF),
    ("Harbury have pulled out of a deal to sign Ivo Lander from Real Castellar.", StageGroup.OFF),
    ("Ivo Lander rejected the move to Harbury.", StageGroup.OFF),
    ("Harbury have ruled out a move for Ivo Lander.", StageGroup.OFF),
    ("Harbury will not be pursuing a move for Ivo Lander.", StageGroup.OFF),
    ("Harbury are keen on Ivo Lander and have not ruled out a bid.", StageGroup.INTEREST),
]
KINDS = [
    ("Harbury have signed Ivo Lander on a season-long loan from Real Castellar.", TransferKind.LOAN),
    ("Harbury want Ivo Lander on loan with an option to buy.", TransferKind.LOAN_OPTION),
    ("Harbury want Ivo Lander on loan with an obligation to buy.", TransferKind.LOAN_OBLIGATION),
    ("Harbury have signed Ivo Lander from Real Castellar on a free transfer.", TransferKind.FREE),
    ("Harbury are keen on Ivo Lander. Real Castellar's asking price is €40m.", TransferKind.PERMANENT),
    ("Harbury are keen on Ivo Lander.", TransferKind.UNKNOWN),
    (
        "Harbury have agreed to sign Ivo Lander on loan from Real Castellar, with an obligation to buy.",
        TransferKind.LOAN_OBLIGATION,
    ),
    (
        "Harbury want to sign Real Castellar winger Ivo Lander for nothing when his contract ends in June.",
        TransferKind.FREE,
    ),
    ("Harbury have signed Ivo Lander from Real Castellar for €12m plus €3m in add-ons.", TransferKind.PERMANENT),
]
DOUBTS = [
    ("Harbury want Ivo Lander, but a move now looks highly unlikely.", Doubt.UNLIKELY),
    ("Harbury want Ivo Lander, but Real Castellar insist that he is not for sale.", Doubt.SELLER),
    ("Harbury want Ivo Lander. The move will not be a problem.", Doubt.NONE),
    ("Harbury want Ivo Lander after a difficult season.", Doubt.NONE),
    ("Harbury are keen on Ivo Lander.", Doubt.NONE),
]
WINDOWS = [
    ("Harbury are keen on Ivo Lander.", AUGUST, "2025-summer"),
    ("Harbury are keen on Ivo Lander.", OCTOBER, "2026-winter"),
    ("Harbury are keen on Ivo Lander next summer.", OCTOBER, "2026-summer"),
    ("Harbury are keen on Ivo Lander, who left school last summer.", OCTOBER, "2026-winter"),
    ("Harbury are keen on Ivo Lander at the end of the season.", JANUARY, "2025-summer"),
    ("Harbury want Ivo Lander on loan until the end of the season.", JANUARY, "2025-winter"),
    (
        "Harbury have completed the signing of Ivo Lander from Real Castellar.",
        datetime(2025, 9, 3, tzinfo=UTC),
        "2025-summer",
    ),
    ("Harbury are keen on Ivo Lander.", None, None),
    ("Harbury are keen on Ivo Lander in the 2025 January transfer window.", None, "2025-winter"),
]


@pytest.fixture(autouse=True)
def _faint_pairs_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether a sentence alone is enough for a link is not the question here."""
    monkeypatch.setattr(choosing, "SUITOR", 0.02)


def link_of(body: str, published: datetime | None = AUGUST) -> LinkFinding:
    """The link of a text with Harbury."""
    links = tag(Document(headline="", body=body, published=published), GAZETTEER, Calendar()).links
    (link,) = [link for link in links if link.to_club and link.to_club.name == "Harbury"]
    return link


@pytest.mark.parametrize(("body", "stage"), STAGES, ids=[row[0] for row in STAGES])
def test_stage(body: str, stage: StageGroup) -> None:
    assert link_of(body).stage_group == stage


def test_who_has_signed_elsewhere_is_off_for_the_others() -> None:
    body = "Norchester City have completed the signing of Ivo Lander from Real Castellar. Harbury were keen on Lander."
    assert link_of(body).stage == Stage.CHOSE_ANOTHER


@pytest.mark.parametrize(("body", "kind"), KINDS, ids=[row[0] for row in KINDS])
def test_kind(body: str, kind: TransferKind) -> None:
    assert link_of(body).kind == kind


@pytest.mark.parametrize(("body", "doubt"), DOUBTS, ids=[row[0] for row in DOUBTS])
def test_doubt(body: str, doubt: Doubt) -> None:
    assert link_of(body).doubt == doubt


@pytest.mark.parametrize(("body", "published", "window"), WINDOWS, ids=[f"{row[0]} {row[2]}" for row in WINDOWS])
def test_window(body: str, published: datetime | None, window: str | None) -> None:
    assert link_of(body, published).window == window


def test_sums_find_the_move_they_are_for() -> None:
    body = "Harbury have made a bid of €20m for Ivo Lander, but Real Castellar want €35m."
    assert [(fee.what, fee.low) for fee in link_of(body).fees] == [
        (FeeWhat.OFFER, 20_000_000),
        (FeeWhat.ASKING, 35_000_000),
    ]


def test_a_refused_offer_stays_an_offer() -> None:
    link = link_of("Real Castellar have rejected Harbury's bid of €20m plus €4m in add-ons for Ivo Lander.")
    assert link.stage == Stage.BID_REJECTED
    assert [(fee.what, fee.low) for fee in link.fees] == [(FeeWhat.OFFER, 20_000_000), (FeeWhat.ADD_ONS, 4_000_000)]


def test_a_sum_of_a_move_long_past_is_left_out() -> None:
    assert link_of("Harbury are keen on Ivo Lander. He joined Real Castellar for €12m in 2021.").fees == ()
