"""A million characters take seconds, whatever they are: three times the ceiling of `make bench`, for busy machines."""

from functools import cache
from time import process_time

import pytest

from rumours.calendar import Calendar
from rumours.tagging import Gazetteer, tag
from rumours.text import Document
from tests.benchmarks.tagging import LONG_CEILING
from tests.benchmarks.texts import hostile, long_article, names

CEILING = 3 * LONG_CEILING
KNOWN = 5_000
LONG: dict[str, Document] = {"prose": long_article(), **hostile()}


@cache
def gazetteer() -> Gazetteer:
    return Gazetteer(names(KNOWN))


@pytest.mark.parametrize("what", LONG)
def test_a_million_characters_take_seconds(what: str) -> None:
    document, known = LONG[what], gazetteer()
    began = process_time()
    tag(document, known, Calendar())
    assert process_time() - began < CEILING
