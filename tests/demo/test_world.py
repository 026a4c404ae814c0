"""The demo world is as large and as varied as it should be, and keeps every rule that editors keep."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from rumours.choices import Doubt, Ending, LinkStatus, ReportRole, Section, Stage, StageGroup, TransferKind
from rumours.demo import Made, make_demo
from rumours.editorial.actors import system_user
from rumours.editorial.checking import broken_spans
from rumours.editorial.deriving import refresh_all
from rumours.models import Article, Club, Fee, Player, Quote, Report, TransferLink, WindowSpan
from tests.demo.conftest import ANCHOR
from tests.demo.dumping import dump

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_world")]

NOON = datetime(ANCHOR.year, ANCHOR.month, ANCHOR.day, 12, tzinfo=UTC)
INVENTED = TransferLink.objects.filter(player__is_fictional=True)


def test_it_is_large(demo_world: Made) -> None:
    assert demo_world.is_new
    assert demo_world.clubs >= 24
    assert demo_world.players >= 500
    assert demo_world.links >= 2000
    assert Article.objects.filter(is_fictional=True, quotes__isnull=False).distinct().count() >= 80
    assert INVENTED.values("window").distinct().count() >= 5


def test_making_it_again_changes_nothing(demo_world: Made) -> None:
    before = dump()
    again = make_demo(seed=2, anchor=ANCHOR + timedelta(days=30), by=system_user())
    assert not again.is_new
    assert dump() == before


def test_every_span_stands_in_its_text() -> None:
    assert list(broken_spans()) == []


def test_what_is_derived_is_what_a_refresh_derives() -> None:
    before = dump()
    refresh_all()
    assert dump() == before


def test_every_way_a_link_may_be_is_there() -> None:
    def found(field: str) -> set[str]:
        return set(INVENTED.published().values_list(field, flat=True))

    assert found("stage_group") == set(StageGroup)
    assert found("stage") - {""} == set(Stage)
    assert found("kind") == set(TransferKind)
    assert found("doubt") == set(Doubt)
    assert found("outcome") == set(LinkStatus)
    assert found("ending") - {""} >= set(Ending) - {Ending.DENIED}
    assert set(Report.objects.values_list("role", flat=True)) == set(ReportRole)
    assert found("player__section") == set(Section)
    assert len(set(Fee.objects.values_list("currency", flat=True))) >= 4


def test_one_window_is_open_and_shuts_within_days_and_the_older_ones_are_shut() -> None:
    spans = WindowSpan.objects.of("Valdoria")
    (open_now,) = spans.open_at(NOON)
    assert open_now.window.code == "2027-winter"
    assert open_now.closes_at is not None
    assert timedelta(0) < open_now.closes_at - NOON < timedelta(days=7)
    shut = spans.filter(closes_at__lt=NOON).values_list("window__code", flat=True)
    assert sorted(shut) == ["2025-summer", "2025-winter", "2026-summer", "2026-winter"]


def test_no_two_clubs_share_an_unflagged_name() -> None:
    bearers: dict[tuple[str, str], set[str]] = {}
    for club in Club.objects.prefetch_related("aliases"):
        unsure = {alias.folded for alias in club.aliases.all() if alias.ambiguous}
        for name in club.search.strip("| ").split(" | "):
            if name not in unsure:
                bearers.setdefault((name, club.section), set()).add(club.slug)
    invented = set(Club.objects.filter(is_fictional=True).values_list("slug", flat=True))
    shared = {key: slugs for key, slugs in bearers.items() if len(slugs) > 1 and slugs & invented}
    assert shared == {}


def test_nobody_real_is_in_an_invented_article_nor_quoted() -> None:
    real = Player.objects.filter(is_fictional=False)
    assert not Article.objects.filter(is_fictional=True, mentions__player__in=real).exists()
    assert not TransferLink.objects.filter(player__in=real, to_club__is_fictional=True).exists()
    assert not Quote.objects.filter(speaker__is_fictional=False).exists()


def test_players_are_where_their_last_move_took_them() -> None:
    moved = INVENTED.published().filter(outcome=LinkStatus.DONE, window__code="2027-winter", to_club__isnull=False)
    assert moved.count() > 20
    lost = [link for link in moved.select_related("player") if link.player.club_id != link.to_club_id]
    assert lost == []


@pytest.mark.parametrize(
    "address",
    ["/", "/links/?stage=bid&doubt=price", "/clubs/fc-kessery/", "/quotes/", "/sources/", "/windows/2027-winter/",
     "/articles/", "/players/sindre-falkholt/", "/search/?q=odemark"],
)  # fmt: skip
def test_pages_have_something_to_show(client: Client, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 200
    assert b"href=" in response.content
