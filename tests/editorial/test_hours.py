"""What the clock brings about: each hour is kept, once or twice over, whoever is stopped in between."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.db import InterfaceError, OperationalError
from django.utils import timezone

from rumours.editorial import hours
from rumours.editorial.deriving import refresh_article, refresh_links
from rumours.editorial.hours import Kept, keep_hours
from rumours.editorial.present import refresh_club
from rumours.editorial.publishing import publish, withdraw
from rumours.models import Appointment, Article, ClockMark, Player, TransferLink
from tests.factories import (
    DAY,
    ArticleFactory,
    ChiefFactory,
    ClubFactory,
    PlayerFactory,
    PlayerSpellFactory,
    PublishedArticleFactory,
    ReportFactory,
    TransferLinkFactory,
    WindowSpanFactory,
)

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


class Killed(BaseException):
    """Stands for the end of the process: nobody catches it."""


def scheduled(at: Any = DAY + HOUR) -> Article:
    """A draft with one report, published at DAY to be shown at `at`."""
    article: Article = ArticleFactory()
    ReportFactory(article=article)
    with time_machine.travel(DAY, tick=False):
        publish(article, by=ChiefFactory(), at=at)
    return article


def look(after: timedelta, at: Any = DAY) -> Kept:
    with time_machine.travel(at + after, tick=False):
        return keep_hours()


def public_links() -> int:
    return TransferLink.objects.published().count()


def test_what_is_scheduled_appears_with_its_hour_and_not_before() -> None:
    scheduled()
    assert (look(HOUR - timedelta(seconds=1)), public_links()) == (Kept(), 0)
    assert (look(HOUR), public_links()) == (Kept(articles=1), 1)


def test_looking_again_changes_nothing() -> None:
    scheduled()
    look(HOUR)
    before = list(TransferLink.objects.values())
    assert look(HOUR) == Kept()
    assert list(TransferLink.objects.values()) == before


def test_what_is_shown_at_once_waits_for_nothing() -> None:
    publish(ArticleFactory(), by=ChiefFactory())
    assert Appointment.objects.count() == 0


def test_an_article_withdrawn_before_its_hour_does_not_appear() -> None:
    article = scheduled()
    with time_machine.travel(DAY, tick=False):
        withdraw(article, by=ChiefFactory(), why="Wrong")
    assert Appointment.objects.count() == 0
    assert (look(2 * HOUR), public_links()) == (Kept(), 0)


def test_hours_that_nobody_looked_at_are_kept_later() -> None:
    scheduled(DAY + HOUR), scheduled(DAY + 2 * HOUR), scheduled(DAY + 9 * HOUR)
    assert (look(5 * HOUR), public_links()) == (Kept(articles=2), 2)


@pytest.mark.parametrize("place", ["before", "after", "deleting"])
def test_a_worker_killed_at_any_step_has_lost_nothing(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    scheduled()
    whole = refresh_article

    def killed(article: Article, **given: Any) -> None:
        if place == "after":
            whole(article, **given)
        raise Killed

    def die(self: Appointment) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        if place == "deleting":
            patch.setattr(Appointment, "delete", die)
        else:
            patch.setattr(hours, "refresh_article", killed)
        with pytest.raises(Killed):
            look(HOUR)
    assert (public_links(), Appointment.objects.count()) == (0, 1)
    assert (look(HOUR), public_links()) == (Kept(articles=1), 1)


def test_one_that_fails_stops_no_other_and_is_tried_again_later(monkeypatch: pytest.MonkeyPatch) -> None:
    bad, _ = scheduled(), scheduled()
    whole = refresh_article

    def failing(article: Article, **given: Any) -> None:
        if article.pk == bad.pk:
            raise ValueError("broken")
        whole(article, **given)

    with monkeypatch.context() as patch:
        patch.setattr(hours, "refresh_article", failing)
        assert [look(HOUR).articles, look(HOUR).articles] == [1, 0]
    assert list(Appointment.objects.values_list("article_id", "tries", "at")) == [
        (bad.pk, 1, DAY + HOUR + timedelta(seconds=1))
    ]
    assert (look(2 * HOUR).articles, public_links()) == (1, 2)


def closing(minutes: int, count: int = 1) -> list[int]:
    """Open links whose window shuts so many minutes after DAY; nothing is computed yet."""
    shuts = DAY + timedelta(minutes=minutes)
    span = WindowSpanFactory(association=f"Land {minutes}", closes_at=shuts, opens_at=None)
    club = ClubFactory(association=f"Land {minutes}")
    return [
        ReportFactory(
            article=PublishedArticleFactory(),
            link=TransferLinkFactory(to_club=club, window=span.window, closes_at=shuts, outcome="open"),
        ).link_id
        for _ in range(count)
    ]


def test_links_are_computed_again_when_their_window_shuts_each_once() -> None:
    closing(10, 2), closing(90)
    assert [look(timedelta(minutes=m)).links for m in (0, 9, 10, 11, 60, 90, 91)] == [0, 0, 2, 0, 0, 1, 0]


def test_where_the_day_is_not_known_the_usual_one_counts() -> None:
    """Links of an association without dates carry the usual closing, which stands in no span."""
    link = TransferLinkFactory(closes_at=datetime(2026, 2, 3, tzinfo=UTC), outcome="open", window__code="2026-winter")
    ReportFactory(article=PublishedArticleFactory(), link=link)
    assert [look(timedelta(days=day)).links for day in (0, 22, 24, 25)] == [0, 0, 1, 0]


def test_a_look_with_nothing_to_do_writes_nothing(django_assert_num_queries: Any) -> None:
    look(timedelta())
    with django_assert_num_queries(5), time_machine.travel(DAY + HOUR, tick=False):
        assert keep_hours() == Kept()


def test_a_closing_is_gone_on_with_after_a_kill(monkeypatch: pytest.MonkeyPatch) -> None:
    first, last = closing(10), closing(20, 3)
    look(timedelta())
    done: list[int] = []
    whole = refresh_links

    def dying(after: int) -> Callable[..., None]:
        def refresh(batch: list[int], **given: Any) -> None:
            if len(done) >= after:
                raise Killed
            whole(batch, **given)
            done.extend(batch)

        return refresh

    with monkeypatch.context() as patch:
        patch.setattr(hours, "BATCH", 1)
        patch.setattr(hours, "refresh_links", dying(2))
        with pytest.raises(Killed):
            look(HOUR)
        assert done == [*first, last[0]]
        patch.setattr(hours, "refresh_links", dying(99))
        done.clear()
        assert look(HOUR).links == 3
        assert done == last


def test_a_link_that_fails_stops_neither_the_others_nor_the_clock(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    bad, good, late = *closing(10, 2), *closing(20)
    look(timedelta())
    whole, asked = refresh_links, []

    def failing(batch: list[int], **given: Any) -> None:
        asked.append(list(batch))
        if bad in batch:
            raise ValueError("broken")
        whole(batch, **given)

    monkeypatch.setattr(hours, "refresh_links", failing)
    assert look(HOUR) == Kept(links=2)
    assert sorted(map(sorted, asked)) == sorted([[bad, good], [bad], [good], [late]])
    assert [record.getMessage() for record in caplog.records if record.exc_info] == [
        f"link {bad} could not be computed when the clock asked for it; manage.py refresh does it again"
    ]
    assert look(HOUR) == Kept()


def test_a_player_that_fails_stops_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = ClubFactory(), ClubFactory()
    bad, good = PlayerFactory(club=old), PlayerFactory(club=old)
    for player in (bad, good):
        PlayerSpellFactory(player=player, club=old, until=date(2026, 1, 12))
        PlayerSpellFactory(player=player, club=new, since=date(2026, 1, 12))
    look(timedelta())
    whole = refresh_club

    def failing(player: Player, **given: Any) -> None:
        if player == bad:
            raise ValueError("broken")
        whole(player, **given)

    monkeypatch.setattr(hours, "refresh_club", failing)
    assert look(timedelta(days=3)) == Kept(players=1)
    good.refresh_from_db()
    assert good.club == new


@pytest.mark.parametrize("error", [OperationalError, InterfaceError])
def test_a_database_that_is_away_is_no_failure_of_a_link(
    error: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The worker waits for it, and the closing is still to be dealt with."""
    closing(10, 2)
    look(timedelta())

    def away(batch: list[int], **given: Any) -> None:
        raise error("gone")

    with monkeypatch.context() as patch:
        patch.setattr(hours, "refresh_links", away)
        with pytest.raises(error):
            look(HOUR)
    assert look(HOUR) == Kept(links=2)


def test_a_clock_set_back_begins_nothing_anew() -> None:
    closing(10)
    look(timedelta())
    assert look(HOUR).links == 1
    assert [look(timedelta()).links, look(2 * HOUR).links] == [0, 0]
    assert ClockMark.objects.get(name=hours.CLOSINGS).until == DAY + timedelta(minutes=10)


def test_a_player_is_where_his_spells_say_when_their_day_comes() -> None:
    old, new = ClubFactory(), ClubFactory()
    player: Player = PlayerFactory(club=old)
    PlayerSpellFactory(player=player, club=old, until=date(2026, 1, 12))
    PlayerSpellFactory(player=player, club=new, since=date(2026, 1, 12))
    seen = []
    for day in range(4):
        kept = look(timedelta(days=day)).players
        player.refresh_from_db()
        seen.append((kept, player.club))
    assert seen == [(0, old), (0, old), (1, new), (0, new)]


def test_what_was_published_while_links_were_gone_through_is_not_hidden_again() -> None:
    """The look began before the publishing: what it computes after it must count it."""
    [pk] = closing(10)
    look(timedelta())
    now = timezone.now()
    publish(fresh := ArticleFactory(), by=ChiefFactory(), at=now)
    ReportFactory(article=fresh, link_id=pk)
    assert keep_hours(now=now - timedelta(seconds=5)).links == 1
    assert TransferLink.objects.get(pk=pk).report_count == 2
