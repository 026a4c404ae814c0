"""The queue: what waits for whom, in which order, what filters leave of it, and that two editors get two articles."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.utils import timezone

from rumours.choices import SuggestionKind, Verdict
from rumours.editorial.desk.passing import drop, skip, take_back, undo_last
from rumours.editorial.desk.queue import next_in_queue, rows_of
from rumours.editorial.desk.queue_counts import counts_of
from rumours.editorial.desk.queue_filters import Filters, Sort, Tab, keep, kept_of
from rumours.editorial.desk.queue_rows import page_of
from rumours.editorial.desk.visits import claim, note_visit, release
from rumours.editorial.errors import WrongState
from rumours.models import Article, Decision, Suggestion, SuggestionAlternative, Visit
from tests import factories
from tests.editorial.test_at_once import at_once

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 1, 10, 12, 0, tzinfo=UTC)


@pytest.fixture
def ana() -> User:
    made: User = factories.ChiefFactory(username="ana")
    return made


@pytest.fixture
def ben() -> User:
    made: User = factories.ChiefFactory(username="ben")
    return made


def draft(headline: str = "", *, minutes: int = 0, links: int = 1, **columns: Any) -> Article:
    """A draft that came so many minutes after noon, with open links and one mention."""
    received = NOON + timedelta(minutes=minutes)
    made: Article = factories.ArticleFactory(headline=headline or f"At {minutes}", received_at=received, **columns)
    factories.MentionFactory(article=made)
    for _ in range(links):
        link(made)
    return made


def link(article: Article, **columns: Any) -> Suggestion:
    made: Suggestion = factories.SuggestionFactory(
        article=article, kind=SuggestionKind.LINK, **{"stage_group": "bid", "player": None, **columns}
    )
    return made


def decide(row: Suggestion, by: User) -> None:
    row.decision, row.decided_at, row.decided_by = Verdict.REJECTED, timezone.now(), by
    row.save()


def shown(by: User, after: str = "", size: int = 50, **filters: Any) -> list[str]:
    return [row.headline for row in page_of(Filters(**filters), by=by, after=after, size=size).rows]


# What is in it


def test_drafts_wait_while_cards_are_open_or_nothing_is_tagged(ana: User) -> None:
    draft("open")
    factories.ArticleFactory(headline="untagged")
    draft("done", links=0)
    factories.PublishedArticleFactory(headline="published")
    assert sorted(shown(ana)) == ["open", "untagged"]


def test_names_that_mean_one_known_row_keep_nothing_waiting(ana: User) -> None:
    plain, ambiguous, new = (draft(name, links=0) for name in ("plain", "ambiguous", "new"))
    factories.SuggestionFactory(article=plain)
    row = factories.SuggestionFactory(article=ambiguous)
    SuggestionAlternative.objects.create(suggestion=row, slot="player", player=factories.PlayerFactory(), rank=1)
    factories.SuggestionFactory(article=new, player=None, player_name="Teo Marlin")
    assert sorted(shown(ana)) == ["ambiguous", "new"]


def test_what_is_decided_waits_no_more(ana: User) -> None:
    article = draft("decided")
    decide(article.suggestions.get(), ana)
    assert shown(ana) == []


def test_published_articles_with_open_cards_have_a_tab_that_says_how_many(ana: User) -> None:
    published = factories.PublishedArticleFactory(headline="published")
    link(published)
    link(published)
    factories.SuggestionFactory(article=published)
    factories.PublishedArticleFactory(headline="done")
    row = page_of(Filters(tab=Tab.OPEN), by=ana).rows[0]
    assert (row.headline, row.open_links, row.open_quotes, row.open_names) == ("published", 2, 0, 0)
    assert shown(ana, tab=Tab.OPEN) == ["published"]


def test_a_row_says_what_waits_and_who_is_there(ana: User, ben: User) -> None:
    article = draft("both", links=0)
    link(article, confidence="0.400")
    link(article, confidence="0.700")
    factories.SuggestionFactory(article=article, kind=SuggestionKind.QUOTE, described="A friend")
    factories.SuggestionFactory(article=article, player=None, player_name="Teo Marlin")
    note_visit(article, by=ben, acted=True)
    row = page_of(Filters(), by=ana).rows[0]
    assert (row.open_links, row.open_quotes, row.open_names, float(row.surest)) == (2, 1, 1, 0.7)
    assert (row.here, row.held, row.is_mine) == ("ben", "", "")
    claim(article, by=ana)
    row = page_of(Filters(), by=ana).rows[0]
    assert (row.here, row.held, row.is_mine) == ("ben", "ana", "ana")


# Order and pages


def test_newest_and_oldest_first(ana: User) -> None:
    for minutes in (2, 1, 3):
        draft(minutes=minutes)
    assert shown(ana) == ["At 3", "At 2", "At 1"]
    assert shown(ana, sort=Sort.OLDEST) == ["At 1", "At 2", "At 3"]


def test_nearest_to_done_is_what_was_begun_then_what_has_few_cards(ana: User) -> None:
    draft("three", links=3)
    draft("one", links=1)
    begun = draft("begun", links=3)
    decide(begun.suggestions.all()[0], ana)
    assert shown(ana, sort=Sort.NEAREST) == ["begun", "one", "three"]


@pytest.mark.parametrize("sort", Sort)
def test_pages_neither_skip_nor_repeat_a_row_though_new_ones_come(ana: User, sort: Sort) -> None:
    for number in range(7):  # two came at each instant
        draft(f"{number}", minutes=number // 2, links=1 + number % 3)
    whole = shown(ana, sort=sort)
    found, after = [], ""
    while True:
        page = page_of(Filters(sort=sort), by=ana, after=after, size=2)
        found += [row.headline for row in page.rows]
        if len(found) == 2:
            draft("new", minutes=-5 if sort == Sort.OLDEST else 99)
        after = page.next
        if not after:
            break
    assert [headline for headline in found if headline != "new"] == whole


@pytest.mark.parametrize("after", ["", "x", "1.2", "1.2.3.4", "9999999.99999999999999999.1", "-1.0.0", "1.2.3\n"])
def test_what_is_no_place_does_not_crash(ana: User, after: str) -> None:
    draft()
    assert len(shown(ana, after=after)) <= 1


# Filters


def test_filters_narrow_by_source_club_confidence_section_and_language(ana: User) -> None:
    kell, post = factories.ClubFactory(name="Kell"), factories.SourceFactory(name="Post")
    one = draft("one", links=0, publisher=post, section="women", language="it")
    link(one, to_club=kell, confidence="0.900")
    two = draft("two", links=0, publisher=None)
    link(two, confidence="0.900")
    link(two, confidence="0.550")
    three = draft("three", links=0)
    link(three, confidence="0.300")
    factories.MentionFactory(article=three, start=6, text="want", player=None, club=kell)
    four = draft("four", links=0)
    factories.SuggestionFactory(article=four, player=None, player_name="Teo Marlin")

    def left(**chosen: Any) -> list[str]:
        return sorted(shown(ana, **chosen))

    assert left(source=("post",)) == ["one"]
    assert left(source=("-",)) == ["two"]
    assert left(source=("-", "post")) == ["one", "two"]
    assert left(club=("kell",)) == ["one", "three"]
    assert left(club=("nobody",)) == []
    assert left(confidence=("high",)) == ["one"]
    assert left(confidence=("middle",)) == ["two"]
    assert left(confidence=("low",)) == ["three"]
    assert left(confidence=("low", "none")) == ["four", "three"]
    assert left(section=("women",)) == ["one"]
    assert left(language=("it",), club=("kell",)) == ["one"]
    assert left(language=("it",), confidence=("low",)) == []


def test_counts_stand_behind_each_choice_and_ignore_their_own_filter(ana: User) -> None:
    kell, post = factories.ClubFactory(name="Kell"), factories.SourceFactory(name="Post")
    first = draft("one", links=0, publisher=post)
    link(first, to_club=kell, from_club=kell, confidence="0.900")
    factories.MentionFactory(article=first, start=6, text="want", player=None, club=kell)
    link(draft("two", links=0, publisher=factories.SourceFactory(name="Echo")), confidence="0.300")
    counts = counts_of(Filters(source=("post",)), by=ana)
    found = {facet.name: {(c.value, c.label, c.count, c.chosen) for c in facet.choices} for facet in counts.facets}
    assert found == {"source": {("post", "Post", 1, True), ("echo", "Echo", 1, False)}}
    everything = {
        facet.name: [(c.value, c.count) for c in facet.choices] for facet in counts_of(Filters(), by=ana).facets
    }
    assert everything["confidence"] == [("high", 1), ("low", 1)]
    narrowed = {facet.name: facet.choices for facet in counts_of(Filters(club=("kell",)), by=ana).facets}
    assert [(c.value, c.label, c.count, c.chosen) for c in narrowed["club"]] == [("kell", "Kell", 1, True)]
    assert [(c.value, c.count) for c in narrowed.get("confidence", [])] == []


def test_filters_survive_the_address_and_rubbish_is_dropped(ana: User) -> None:
    filters = Filters(tab=Tab.OPEN, sort=Sort.OLDEST, source=("post", "-"), confidence=("low",), language=("it",))
    keep(ana, filters)
    assert kept_of(ana).query == "tab=open&sort=oldest&source=-&source=post&confidence=low&language=it"
    given = {
        "tab": ["nowhere"],
        "sort": ["x", "oldest"],
        "club": ["a'b", "\0", "ok"],
        "confidence": ["sure"],
        "q": ["1"],
    }
    assert Filters.parse(given) == Filters(sort=Sort.OLDEST, club=("ok",))
    assert len(Filters.parse({"club": [f"club-{n}" for n in range(999)]}).club) == 12


def test_filters_too_long_to_keep_leave_those_kept_before(ana: User) -> None:
    keep(ana, Filters(sort=Sort.OLDEST))
    keep(ana, Filters(club=tuple(f"{'x' * 130}-{n}" for n in range(9))))
    assert kept_of(ana) == Filters(sort=Sort.OLDEST)


# Next


def test_the_next_is_claimed_and_offered_to_nobody_else(ana: User, ben: User) -> None:
    first, second = draft(minutes=2), draft(minutes=1)
    assert next_in_queue(by=ana) == first
    assert next_in_queue(by=ben) == second
    assert next_in_queue(by=factories.ChiefFactory()) is None
    assert next_in_queue(by=ana) == first
    release(first, by=ana)
    assert next_in_queue(by=factories.ChiefFactory()) == first


def test_the_next_goes_on_behind_the_one_left_and_then_from_the_start(ana: User) -> None:
    newest, middle, oldest = draft(minutes=3), draft(minutes=2), draft(minutes=1)
    assert next_in_queue(by=ana, after=middle) == oldest
    assert next_in_queue(by=ana, after=oldest) == newest
    assert next_in_queue(by=ana, filters=Filters(sort=Sort.OLDEST), after=middle) == newest


def test_the_next_keeps_to_the_filters_used_last(ana: User) -> None:
    draft(minutes=2)
    wanted = draft(minutes=1, language="it")
    keep(ana, Filters(language=("it",)))
    assert next_in_queue(by=ana) == wanted
    assert next_in_queue(by=ana, after=wanted) is None


def test_an_article_at_which_another_works_is_offered_to_nobody(ana: User, ben: User) -> None:
    article = draft()
    note_visit(article, by=ana, acted=True)
    assert next_in_queue(by=ben) is None
    Visit.objects.update(acted_at=timezone.now() - timedelta(minutes=11))  # the page is open, its editor away
    assert next_in_queue(by=ben) == article


# Passing over


def test_what_is_skipped_comes_last_and_only_for_who_skipped_it(ana: User, ben: User) -> None:
    first, second = draft(minutes=2), draft(minutes=1)
    claim(first, by=ana)
    skip(first, by=ana)
    assert shown(ana) == ["At 1"]
    assert shown(ana, tab=Tab.SKIPPED) == ["At 2"]
    assert shown(ben) == ["At 2", "At 1"]
    assert next_in_queue(by=ben, filters=Filters()) == first
    release(first, by=ben)
    assert next_in_queue(by=ana, after=first) == second
    assert next_in_queue(by=ana, after=second) == first
    assert shown(ana) == ["At 2", "At 1"]  # taken again it is skipped no more


def test_a_request_sent_twice_is_done_once(ana: User) -> None:
    article = draft()
    for _ in range(2):
        skip(article, by=ana, client_id="c1", sitting="one")
        drop(article, by=ana, client_id="c2", sitting="one")
    kept = list(Decision.objects.order_by("id").values_list("action", "row_kind", "row_id", "asked", "sitting"))
    assert kept == [
        ("skip", "article", article.pk, {"verb": "skip"}, "one"),
        ("drop", "article", article.pk, {"verb": "drop"}, "one"),
    ]


def test_undo_takes_back_what_was_passed_over_last_first(ana: User, ben: User) -> None:
    one, two, three = draft("one"), draft("two"), draft("three")
    drop(one, by=ana)
    skip(two, by=ana)
    drop(three, by=ben)
    assert [undo_last(by=ana), undo_last(by=ana), undo_last(by=ana)][2] is None
    assert sorted(shown(ana)) == ["one", "two"]
    undone = Decision.objects.filter(undoes__isnull=False).values_list("undoes__row_id", flat=True).order_by("id")
    assert list(undone) == [two.pk, one.pk]


def test_undo_passes_by_what_somebody_else_took_back(ana: User, ben: User) -> None:
    one, two = draft("one"), draft("two")
    drop(one, by=ana)
    drop(two, by=ana)
    take_back(two, by=ben)
    last: Any = undo_last(by=ana)
    assert last.article == one
    drop(one, by=ben)
    assert undo_last(by=ana) is None


def test_undo_sent_twice_takes_one_thing_back(ana: User) -> None:
    one, two = draft("one"), draft("two")
    drop(one, by=ana)
    drop(two, by=ana)
    assert {undo_last(by=ana, client_id="u1"), undo_last(by=ana, client_id="u1")} == {
        Decision.objects.get(row_id=two.pk, action="drop")
    }
    assert shown(ana) == ["two"]


def test_what_was_not_passed_over_cannot_be_taken_back(ana: User) -> None:
    with pytest.raises(WrongState):
        take_back(draft(), by=ana)


def test_what_is_dropped_has_a_tab_and_waits_no_more(ana: User) -> None:
    article = draft("gone")
    drop(article, by=ana)
    assert (shown(ana), shown(ana, tab=Tab.DROPPED)) == ([], ["gone"])
    assert next_in_queue(by=ana, filters=Filters(tab=Tab.DROPPED)) is None


def test_a_skipped_article_that_is_done_with_leaves_the_tab(ana: User) -> None:
    article = draft()
    skip(article, by=ana)
    Article.objects.filter(pk=article.pk).update(status="withdrawn", released_at=NOON)
    assert not rows_of(Tab.SKIPPED, by=ana).exists()


# At once


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite lets one write after the other")
@pytest.mark.parametrize("attempt", range(5))
def test_editors_who_press_at_once_get_different_articles(attempt: int) -> None:
    articles = [draft(minutes=minutes) for minutes in range(4)]
    editors = [factories.ChiefFactory() for _ in range(4)]
    found = at_once(*(lambda by=by: next_in_queue(by=by) for by in editors))
    assert {article.pk for article in found} == {article.pk for article in articles}
    assert Visit.objects.claiming().count() == 4


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite lets one write after the other")
@pytest.mark.parametrize("attempt", range(5))
def test_of_editors_who_take_one_article_at_once_one_gets_it(attempt: int) -> None:
    article = draft()

    def take(by: User) -> bool:
        try:
            claim(article, by=by)
        except WrongState:
            return False
        return True

    editors = [factories.ChiefFactory() for _ in range(4)]
    assert sorted(at_once(*(lambda by=by: take(by) for by in editors))) == [False, False, False, True]


def test_one_after_the_other_gets_different_articles(ana: User, ben: User) -> None:
    articles = {draft(minutes=1), draft(minutes=2)}
    assert {next_in_queue(by=ana), next_in_queue(by=ben)} == articles
