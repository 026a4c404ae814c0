"""What one process made another need not make; a Redis that is away or slow costs next to nothing."""

import time
from typing import Any

import pytest

from config.pages.memory import Memory
from config.pages.second_level import SecondLevel, release
from config.pages.serving import MEGABYTE, PageCache
from rumours.editorial.touching import touch_everything
from tests.cache.site import Site
from tests.factories import ClubFactory

CLUB = "/clubs/milan/"


class Store:
    """In the place of a Redis: what it holds, and whether it answers."""

    def __init__(self) -> None:
        self.rows: dict[str, bytes] = {}
        self.asked = 0
        self.away = False

    def get(self, key: str) -> bytes | None:
        self._reach()
        return self.rows.get(key)

    def set(self, key: str, value: bytes, ex: int) -> None:
        self._reach()
        self.rows[key] = value

    def _reach(self) -> None:
        self.asked += 1
        if self.away:
            raise ConnectionError


@pytest.fixture
def store() -> Store:
    return Store()


def process(site: Site, store: Store) -> Site:
    """Another process with the same second level."""
    other = Site(site.application)
    second = SecondLevel("redis://127.0.0.1:9/0")
    second._redis = store
    other.cache = PageCache(other._count, Memory(8 * MEGABYTE), second)
    return other


def test_another_process_takes_the_page_from_there(site: Site, store: Store) -> None:
    ClubFactory(name="Milan", slug="milan", is_reference=True)
    one, two = process(site, store), process(site, store)
    made = one.get(CLUB)
    found = two.get(CLUB)
    assert (found.made, found.body, found.headers) == (False, made.body, made.lasting)


def test_what_has_changed_since_is_not_taken(site: Site, store: Store) -> None:
    ClubFactory(name="Milan", slug="milan", is_reference=True)
    one, two = process(site, store), process(site, store)
    one.get(CLUB)
    touch_everything()
    assert two.get(CLUB).made is True


def test_filters_that_were_asked_for_once_do_not_fill_it(site: Site, store: Store) -> None:
    ClubFactory(name="Milan", slug="milan", is_reference=True)
    process(site, store).get(f"{CLUB}?position=Defender")
    assert store.rows == {}


@pytest.mark.parametrize("rubbish", [b"", b"x", b"\0\0\0\2{}", b"\xff" * 100])
def test_rubbish_in_it_is_no_page(site: Site, store: Store, rubbish: bytes) -> None:
    ClubFactory(name="Milan", slug="milan", is_reference=True)
    one = process(site, store)
    one.get(CLUB)
    store.rows = dict.fromkeys(store.rows, rubbish)
    assert process(site, store).get(CLUB).status == 200


def test_one_that_is_away_is_not_asked_again_at_once(site: Site, store: Store) -> None:
    ClubFactory(name="Milan", slug="milan", is_reference=True)
    store.away = True
    one = process(site, store)
    for _ in range(5):
        touch_everything()
        assert one.get(CLUB).status == 200
    assert store.asked == 1


def test_nobody_at_its_address_costs_no_time(site: Site) -> None:
    ClubFactory(name="Milan", slug="milan", is_reference=True)
    second: Any = SecondLevel("redis://127.0.0.1:9/0")
    begun = time.monotonic()
    assert second.get(CLUB) is None
    assert time.monotonic() - begun < 1


def test_a_release_is_the_same_each_time() -> None:
    assert release() == release()
