"""The forms themselves: CSV that no spreadsheet runs, Atom that no reader takes for markup."""

import csv
import io
from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest

from rumours.data.columns import Column, Type, plain
from rumours.data.entries import Entry
from rumours.data.formats.atom import clean, feed
from rumours.data.formats.sheet import MARK, cell, sheet

ATOM = "{http://www.w3.org/2005/Atom}"
Row = dict[str, str | int | None]
COLUMNS: tuple[Column[Row], ...] = (
    Column("name", Type.TEXT, lambda row: row["name"], "its name"),
    Column("links", Type.NUMBER, lambda row: row["links"], "how many"),
)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, ""),
        (True, "true"),
        (-3, "-3"),
        ("plain", "plain"),
        ("=1+1", "'=1+1"),
        ("+44", "'+44"),
        ("-", "'-"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("Saint-Étienne", "Saint-Étienne"),
    ],
)
def test_a_cell_is_never_a_formula(value: str | int | None, shown: str) -> None:
    assert cell(value) == shown


def test_a_sheet_has_a_mark_a_line_of_names_and_a_line_a_row() -> None:
    told: list[Row] = [{"name": 'He said "no", twice', "links": 2}, {"name": "two\nlines", "links": None}]
    text = sheet(COLUMNS, told)
    assert text.startswith(MARK)
    rows = list(csv.reader(io.StringIO(text.removeprefix(MARK))))
    assert rows == [["name", "links"], ['He said "no", twice', "2"], ["two\nlines", ""]]


def test_instants_are_utc_to_the_second_and_nothing_is_null() -> None:
    assert plain(datetime(2026, 1, 10, 12, 0, 0, 123456, tzinfo=UTC)) == "2026-01-10T12:00:00Z"
    assert (plain(""), plain(0), plain(False)) == (None, 0, False)


def test_a_feed_says_when_it_changed_last_and_what_is_html() -> None:
    at = datetime(2026, 1, 10, 12, 0, tzinfo=UTC)
    entry = Entry("tag:x,2026:links/1", "A <b> & c", "<p>1 &lt; 2</p>", "https://x.example/links/1-a/", at)
    text = feed("Rumours", "https://x.example/links/", "https://x.example/links.atom", [entry])
    root = ElementTree.fromstring(text)  # noqa: S314 - our own
    assert root.findtext(f"{ATOM}updated") == "2026-01-10T12:00:00+00:00"
    assert {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")} == {
        "alternate": "https://x.example/links/",
        "self": "https://x.example/links.atom",
    }
    found = root.find(f"{ATOM}entry")
    assert found is not None
    assert found.findtext(f"{ATOM}title") == "A <b> & c"
    summary = found.find(f"{ATOM}summary")
    assert summary is not None
    assert (summary.get("type"), summary.text) == ("html", "<p>1 &lt; 2</p>")


def test_an_empty_feed_is_the_same_whenever_it_is_asked_for() -> None:
    assert feed("a", "https://x.example/", "https://x.example/a.atom", []) == feed(
        "a", "https://x.example/", "https://x.example/a.atom", []
    )


def test_what_xml_cannot_hold_is_dropped() -> None:
    assert clean("a\x00b\x0bc\x1fd\ufffee\ud800f\tg\nh Š") == "abcdef\tg\nh Š"
