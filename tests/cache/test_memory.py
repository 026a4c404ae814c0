"""Kept pages never take more than their bytes; who tries out addresses pushes out only his own kind."""

from config.pages.entries import Entry, matches, unpack
from config.pages.memory import LONGEST_ALIAS, Memory

MOST = 200_000


def entry(size: int = 5_000) -> Entry:
    return Entry(1, ((0, 1),), [("Content-Type", "text/html"), ("ETag", '"x"')], b"x" * size)


def test_it_never_grows_beyond_its_bytes() -> None:
    memory = Memory(MOST)
    for number in range(2_000):
        memory.put(f"/{number}", entry(number % 9_000))
        memory.note(f"/{number}?utm={number}", f"/{number}")
        if number % 3:
            memory.get(f"/{number}")
        assert memory.size + memory._spelling_size <= MOST
        assert memory._new_size >= 0
    assert memory.size == sum(kept.size for shelf in (memory._new, memory._old) for kept in shelf.values())
    assert memory._new_size == sum(kept.size for kept in memory._new.values())


def test_what_was_asked_for_twice_outlives_any_number_asked_for_once() -> None:
    memory = Memory(MOST)
    memory.put("/hot", entry())
    memory.get("/hot")
    for number in range(1_000):
        memory.put(f"/{number}", entry())
    assert memory.get("/hot") is not None
    assert memory.get("/0") is None
    assert memory._new_size * 4 <= MOST


def test_a_page_made_again_stays_where_it_was() -> None:
    memory = Memory(MOST)
    assert [memory.put("/hot", entry()) for _ in range(3)] == [False, True, True]
    assert len(memory) == 1


def test_a_page_too_large_for_the_memory_is_not_kept() -> None:
    memory = Memory(MOST)
    memory.put("/large", entry(MOST // 10))
    assert (len(memory), memory.size) == (0, 0)


def test_overlong_spellings_are_not_noted() -> None:
    memory = Memory(MOST)
    memory.note("/" + "x" * LONGEST_ALIAS, "/")
    assert memory.spelt("/" + "x" * LONGEST_ALIAS) is None


def test_what_belongs_to_one_answer_only_is_not_kept() -> None:
    headers = [("X-Request-ID", "abc"), ("Content-Length", "9"), ("ETag", '"x"'), ("Content-Type", "text/html")]
    kept = Entry(1, (), headers, b"12345")
    assert kept.whole == [("ETag", '"x"'), ("Content-Type", "text/html"), ("Content-Length", "5")]
    assert kept.unchanged == [("ETag", '"x"')]


def test_an_entry_comes_back_from_its_bytes_as_it_was() -> None:
    assert unpack(entry().pack()) == entry()


def test_bytes_that_are_no_entry_are_none() -> None:
    for packed in (b"", b"\0\0\0\5", b"\0\0\0\2{}body", b"\0\0\0\4null", entry().pack()[2:]):
        assert unpack(packed) is None


def test_etags_match_weakly_and_whole() -> None:
    assert [matches(asked, '"a"') for asked in ('"a"', 'W/"a"', '"b", "a"', "*", '"b"', '"aa"', "a", "")] == [
        True, True, True, True, False, False, False, False,
    ]  # fmt: skip
    assert matches("*", "") is False
