"""Outlets and journalists."""

import re
from collections import defaultdict

import pytest

from rumours.choices import SourceKind
from tests.seeds.reading import cell, names, rows


@pytest.mark.parametrize("kind", ["clubs", "sources"])
def test_domains_are_bare_host_names(kind: str) -> None:
    odd = [
        host for row in rows(kind) for host in cell(row, "domains") if not re.fullmatch(r"[a-z0-9.-]+\.[a-z]+", host)
    ]
    assert odd == []
    assert [host for row in rows(kind) for host in cell(row, "domains") if host.startswith("www.")] == []


def test_a_domain_leads_to_one_source() -> None:
    owners = defaultdict(list)
    for row in rows("sources"):
        for host in cell(row, "domains"):
            owners[host].append(row["name"])
    assert {host: who for host, who in owners.items() if len(who) > 1} == {}


def test_sources_are_of_a_known_kind_and_journalists_work_for_listed_outlets() -> None:
    kinds = {row["name"]: row["kind"] for row in rows("sources")}
    assert set(kinds.values()) == set(SourceKind)
    assert {row["outlet"] for row in rows("sources") if row["outlet"]} - set(kinds) == set()
    assert [row["name"] for row in rows("sources") if row["outlet"] and row["kind"] != SourceKind.JOURNALIST] == []
    assert {row["name"] for row in rows("sources") if not re.fullmatch("[a-z]{2}", row["language"])} == set()


@pytest.mark.parametrize(
    ("alias", "source"),
    [
        ("Gazzetta", "La Gazzetta dello Sport"),
        ("GdS", "La Gazzetta dello Sport"),
        ("CM.com", "CalcioMercato"),
        ("Sky Italia", "Sky Sport Italia"),
        ("Di Marzio", "Gianluca Di Marzio"),
    ],
)
def test_sources_are_found_by_the_names_the_press_uses(alias: str, source: str) -> None:
    assert {row["name"] for row in rows("sources") if alias in names(row)} == {source}


@pytest.mark.parametrize("word", ["Sport", "Record", "Times", "Star", "Mirror", "Sun", "Express", "AS", "Goal"])
def test_common_words_among_the_sources_are_flagged(word: str) -> None:
    assert len([row for row in rows("sources") if word in cell(row, "ambiguous")]) == 1
