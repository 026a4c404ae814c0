"""How rows read on a page."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from rumours.formatting.rows import evidence, fee_range, links, moment_of, money, outcome, stage, tier
from rumours.models import Club, Fee, TransferLink, WindowSpan
from tests.formatting.macros import written


def test_a_day_is_the_day_in_utc_without_an_hour() -> None:
    late = datetime(2026, 1, 15, 0, 30, 0, 123456, tzinfo=timezone(timedelta(hours=2)))
    assert written("marks", "day", late) == '<time datetime="2026-01-14">14 Jan 2026</time>'
    assert written("marks", "day", date(2026, 1, 14)) == '<time datetime="2026-01-14">14 Jan 2026</time>'
    assert written("marks", "day", None) == "date unknown"


def test_a_closing_is_shown_in_its_own_zone_and_marked_in_utc() -> None:
    span = WindowSpan(time_zone="Europe/Rome")
    closes = datetime(2026, 2, 2, 19, 0, tzinfo=UTC)
    assert (
        written("marks", "instant", closes, span)
        == '<time datetime="2026-02-02T19:00:00Z">Mon 2 Feb 2026, 20:00 CET</time>'
    )
    assert written("marks", "instant", closes, span, False) == '<time datetime="2026-02-02">Mon 2 Feb 2026</time>'
    assert written("marks", "instant", None, span) == "not known"


@pytest.mark.parametrize(
    ("euros", "shown"),
    [(None, ""), (0, "€0"), (950, "€950"), (800_000, "€800k"), (7_500_000, "€7.5m"), (1_200_000_000, "€1.2bn")],
)
def test_money(euros: int | None, shown: str) -> None:
    assert money(euros) == shown


def test_a_fee_keeps_its_currency_and_range_with_its_worth_in_euros() -> None:
    assert fee_range(Fee(low=25_000_000, high=30_000_000, currency="GBP", fee_eur=32_000_000)) == (
        "£25m to £30m (≈ €32m)"
    )
    assert fee_range(Fee(low=8_000_000, high=8_000_000, currency="EUR", fee_eur=8_000_000)) == "€8m"
    assert fee_range(Fee(low=5_000, high=5_000, currency="CHF")) == "CHF 5k"


def test_evidence_counts_sources_apart_from_reports() -> None:
    assert evidence(TransferLink(source_count=2, report_count=9)) == "2 sources, 9 reports"
    assert evidence(TransferLink(source_count=1, report_count=1, denial_count=2)) == "1 source, 1 report, 2 denials"


def test_links_and_tiers_in_words() -> None:
    assert (links(1), links(1234)) == ("1 link", "1,234 links")
    assert (tier("1"), tier("official"), tier("")) == ("tier 1", "official source", "no tier given")


@pytest.mark.parametrize(
    ("group", "exact", "label", "filled"),
    [
        ("interest", "", "Interest", 1),
        ("bid", "bid rejected", "Bid rejected", 3),
        ("done", "", "Done", 5),
        ("off", "", "Off", 0),
    ],
)
def test_a_stage_is_a_word_and_a_height(group: str, exact: str, label: str, filled: int) -> None:
    shown = stage(group, exact)
    assert (shown.label, sum(shown.steps)) == (label, filled)


def test_a_swatch_draws_only_what_is_a_colour() -> None:
    drawn = written("marks", "swatch", Club(colours='#ff0000|"><script>|#00FF00'))
    assert drawn == (
        '<svg class="swatch" viewBox="0 0 12 12" aria-hidden="true">'
        '<rect x="0.0" width="6.0" height="12" fill="#ff0000"/><rect x="6.0" width="6.0" height="12" fill="#00FF00"/>'
        "</svg>"
    )
    assert written("marks", "swatch", None) == '<svg class="swatch" viewBox="0 0 12 12" aria-hidden="true"></svg>'


def test_an_ending_is_told_only_where_there_is_no_move() -> None:
    shut = datetime(2020, 1, 1, tzinfo=UTC)
    assert outcome(TransferLink(outcome="open")) == ""
    assert outcome(TransferLink(outcome="done", closes_at=shut)) == ""
    assert outcome(TransferLink(outcome="open", closes_at=shut)) == "Window closed, no deal"
    assert outcome(TransferLink(outcome="over", ending="chose another club")) == "Chose another club"
    said = TransferLink(outcome="over", stage="chose another club", ending="chose another club")
    assert outcome(said) == ""


def test_one_instant_reads_differently_in_each_zone() -> None:
    at = datetime(2026, 2, 2, 19, tzinfo=UTC)
    spans = [WindowSpan(time_zone=zone) for zone in ("Europe/Rome", "Europe/London", "Europe/Rome")]
    assert [moment_of(at, span).words for span in spans] == [
        "Mon 2 Feb 2026, 20:00 CET", "Mon 2 Feb 2026, 19:00 GMT", "Mon 2 Feb 2026, 20:00 CET",
    ]  # fmt: skip
    assert [moment_of(at, span, hour_known=False).words for span in spans[:2]] == ["Mon 2 Feb 2026"] * 2
