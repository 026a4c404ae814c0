"""Each filter, with the row that must not show; and the order of a club's list."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from rumours.filters.links import PARAMETERS
from rumours.filters.listing import LinkListing
from rumours.filters.query import BadQuery, asked
from rumours.models import TransferLink
from tests.factories import (
    ClubFactory,
    CompetitionFactory,
    OldAddressFactory,
    PlayerFactory,
    PublishedArticleFactory,
    ReportFactory,
    SourceFactory,
    TransferLinkFactory,
    WindowFactory,
)
from tests.filters.conftest import NOW, Listed

pytestmark = pytest.mark.django_db


def public(**columns: object) -> TransferLink:
    link: TransferLink = TransferLinkFactory(is_public=True, **columns)
    return link


def found(listed: Listed, query: str, **options: object) -> list[TransferLink]:
    return [row for part in listed(query, **options).parts for row in part.rows]


def test_links_known_only_from_drafts_are_in_no_list(listed: Listed) -> None:
    TransferLinkFactory()
    shown = public()
    listing = listed()
    assert (listing.page.rows, listing.total) == ([shown], 1)


def test_values_of_one_parameter_are_alternatives_and_parameters_narrow(listed: Listed) -> None:
    loan = public(kind="loan", stage_group="bid")
    free = public(kind="free", stage_group="bid")
    public(kind="swap", stage_group="bid")
    public(kind="loan", stage_group="talks")
    assert set(found(listed, "kind=loan&kind=free&stage=bid")) == {loan, free}


def test_an_exact_position_finds_main_and_other_places(listed: Listed) -> None:
    main = public(position="Centre-Back", position_group="Defender")
    other = public(position="Left-Back", second_position="Centre-Back", position_group="Defender")
    public(position="Left-Back", position_group="Defender")
    assert set(found(listed, "position=Centre-Back")) == {main, other}


def test_players_of_the_line_without_a_known_place_follow_under_their_own_heading(listed: Listed) -> None:
    unknown = public(position="", position_group="Defender", moved_at=NOW)
    known = public(position="Centre-Back", position_group="Defender", moved_at=NOW - timedelta(days=9))
    public(position="", position_group="Attack")
    listing = listed("position=Centre-Back")
    assert [(part.heading, part.rows) for part in listing.parts] == [
        ("", [known]),
        ("Defenders whose exact position is not known", [unknown]),
    ]
    assert listing.total == 2


def test_a_list_by_place_goes_on_from_one_part_into_the_next(rf: RequestFactory) -> None:
    known = [public(position="Centre-Back", position_group="Defender", moved_at=NOW) for _ in range(4)]
    unknown = [public(position="", position_group="Defender", moved_at=NOW) for _ in range(4)]
    shown, more = [], ""
    for _ in range(4):
        request = rf.get("/links/", {"position": "Centre-Back", "after": more})
        listing = LinkListing(asked(request, PARAMETERS, 3), TransferLink.objects.published(), now=NOW)
        shown.append([(part.heading[:9], len(part.rows)) for part in listing.parts])
        known, unknown = [[row for row in rows if row not in listing.page.rows] for rows in (known, unknown)]
        more = listing.page.next
        if not more:
            break
    assert (shown, known, unknown) == ([[("", 3)], [("", 1), ("Defenders", 2)], [("Defenders", 2)]], [], [])


def test_a_line_finds_all_its_places_without_a_heading_of_their_own(listed: Listed) -> None:
    unknown = public(position="", position_group="Defender")
    known = public(position="Centre-Back", position_group="Defender")
    public(position="Goalkeeper", position_group="Goalkeeper")
    listing = listed("position=Defender")
    assert [part.heading for part in listing.parts] == [""]
    assert set(listing.page.rows) == {unknown, known}


def test_status_counts_a_shut_window_as_over(listed: Listed) -> None:
    open_link = public(closes_at=NOW + timedelta(days=1))
    shut = public(closes_at=NOW)
    free_agent = public(closes_at=NOW, free_agent=True, from_club=None)
    done = public(outcome="done", closes_at=NOW)
    assert set(found(listed, "status=open")) == {open_link, free_agent}
    assert found(listed, "status=over") == [shut]
    assert found(listed, "status=done") == [done]


def test_direction_is_seen_from_the_page_s_club_or_else_from_the_clubs_asked_for(listed: Listed) -> None:
    club = ClubFactory(slug="milan", is_public=True)
    into, out = public(to_club=club), public(from_club=club)
    assert found(listed, "direction=in", club=club, current="2026-winter") == [into]
    assert found(listed, "direction=out&club=milan") == [out]
    assert set(found(listed, "direction=in")) == {into, out}


def test_club_is_either_side_and_an_old_address_still_finds_it(listed: Listed) -> None:
    club = ClubFactory(slug="milan", is_public=True)
    OldAddressFactory(kind="club", old="milan-ac", target_id=club.pk)
    into, out = public(to_club=club), public(from_club=club)
    public()
    assert set(found(listed, "club=milan-ac")) == {into, out}


def test_a_club_known_only_from_drafts_is_no_value(listed: Listed) -> None:
    ClubFactory(slug="secret")
    with pytest.raises(BadQuery) as refused:
        listed("club=secret")
    assert refused.value.parameter == "club"


def test_league_of_either_club(listed: Listed) -> None:
    league = CompetitionFactory(slug="serie-a", is_public=True)
    into = public(to_club=ClubFactory(competition=league))
    public()
    assert found(listed, "competition=serie-a") == [into]


def test_source_and_role_are_of_one_public_report(listed: Listed) -> None:
    source = SourceFactory(slug="calciomercato", is_public=True)
    article = PublishedArticleFactory()
    denied, repeated, drafted = public(), public(), public()
    ReportFactory(article=article, link=denied, source=source, role="denial")
    ReportFactory(article=article, link=repeated, source=source, role="repeat")
    ReportFactory(article=article, link=repeated, role="denial")
    ReportFactory(link=drafted, source=source, role="denial")
    assert found(listed, "source=calciomercato&role=denial") == [denied]


def test_fee_age_nationality_and_movement(listed: Listed) -> None:
    wanted = public(
        fee_eur=30_000_000,
        age_then=22,
        player=PlayerFactory(second_nationality="Italy"),
        moved_at=datetime(2026, 1, 10, tzinfo=UTC),
    )
    public(moved_at=datetime(2026, 1, 9, 23, 59, 59, tzinfo=UTC))
    for query in (
        "fee_min=30000000",
        "fee_max=30000000",
        "age_min=22&age_max=22",
        "age_max=999",
        "nationality=Italy",
        "since=2026-01-10",
    ):
        assert found(listed, query) == [wanted], query


@pytest.mark.parametrize("few", [0, 1000])
def test_what_few_have_and_what_many_have_is_found_alike(
    listed: Listed, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr("rumours.filters.rare.FEW", few)
    source = SourceFactory(slug="calciomercato", is_public=True, link_count=1)
    player = PlayerFactory(name="Fabianskinho Vale", nationality="Italy", link_count=1)
    wanted = public(player=player, fee_eur=30_000_000, age_then=22)
    ReportFactory(article=PublishedArticleFactory(), link=wanted, source=source)
    public(player=PlayerFactory(name="Fabianskos Hill", link_count=1), fee_eur=1, age_then=40)
    for query in ("q=fabianskinh", "q=fabianski vale", "q=vale", "source=calciomercato", "nationality=Italy",
                  "fee_min=2", "fee_min=2&fee_max=30000000", "age_max=39", "age_min=2&age_max=39"):  # fmt: skip
        assert found(listed, query) == [wanted], query
    assert found(listed, "q=abianskinho") == found(listed, "q=fabianskinhos") == found(listed, "fee_min=30000001") == []


def test_the_few_are_looked_up_once_for_all_that_a_page_shows(listed: Listed) -> None:
    wanted = public(fee_eur=30_000_000)
    listing = listed("fee_min=2&fee_max=40000000&q=player")
    with CaptureQueriesContext(connection) as queries:
        assert (listing.page.rows, listing.total) == ([wanted], 1)
        assert listing.facets
    by_sum = [sql["sql"] for sql in queries if '"fee_eur" >=' in sql["sql"]]
    by_word = [sql["sql"] for sql in queries if "word" in sql["sql"]]
    assert (len(by_sum), len(by_word)) == (1, 2)  # words of players and of clubs


def test_names_are_looked_up_by_their_beginnings_and_no_table_is_read(listed: Listed) -> None:
    public(player=PlayerFactory(name="Fabianskinho Vale"))
    with CaptureQueriesContext(connection) as queries:
        found(listed, "q=fabi vale")
    assert not any("LIKE" in query["sql"] and "word" not in query["sql"] for query in queries)


def test_names_are_found_without_accents_in_player_and_clubs(listed: Listed) -> None:
    wanted = public(player=PlayerFactory(name="Milan Škriniar"), to_club=ClubFactory(name="Fenerbahçe"))
    public()
    assert found(listed, "q=skrin") == [wanted]
    assert found(listed, "q=skriniar fenerbahce") == [wanted]
    assert found(listed, "q=kriniar") == []
    assert found(listed, "q=…") == []


def test_orders(listed: Listed) -> None:
    first = public(source_count=3, moved_at=NOW - timedelta(days=2))
    second = public(source_count=1, moved_at=NOW)
    assert found(listed, "") == [second, first]
    assert found(listed, "sort=sources") == [first, second]
    assert found(listed, "sort=new") == [second, first]


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("position=Libero", "position"),
        ("window=winter", "window"),
        ("window=2026-autumn", "window"),
        ("status=maybe", "status"),
        ("stage=signed-ish", "stage"),
        ("doubt=yes", "doubt"),
        ("kind=gift", "kind"),
        ("direction=up", "direction"),
        ("club=nowhere", "club"),
        ("competition=nowhere", "competition"),
        ("source=nowhere", "source"),
        ("role=rumour", "role"),
        ("fee_min=-1", "fee_min"),
        ("fee_max=1e6", "fee_max"),
        ("age_min=١٢", "age_min"),
        ("age_max=1_0", "age_max"),
        ("age_max=²", "age_max"),
        ("fee_min=9999999999999", "fee_min"),
        ("age_max=1000", "age_max"),
        ("age_min=1&age_min=2", "age_min"),
        ("since=2026-02-30", "since"),
        ("since=20260201", "since"),
        ("q=a&q=b", "q"),
        ("sort=random", "sort"),
    ],
)
def test_a_bad_value_names_its_parameter_and_what_it_may_hold(listed: Listed, query: str, parameter: str) -> None:
    with pytest.raises(BadQuery) as refused:
        listed(query)
    assert refused.value.parameter == parameter
    assert refused.value.allowed
    assert query.split("=")[1] not in refused.value.allowed.split(", ")


def test_a_bad_position_is_told_the_places_and_lines(listed: Listed) -> None:
    with pytest.raises(BadQuery) as refused:
        listed("position=Libero")
    assert refused.value.allowed.startswith("any of Goalkeeper, Sweeper, Centre-Back, ")
    assert refused.value.allowed.endswith(", Defender, Midfield, Attack")


def test_a_club_s_open_sagas_come_first_and_earlier_ones_under_their_window(listed: Listed) -> None:
    club = ClubFactory()
    winter, summer = WindowFactory(code="2026-winter"), WindowFactory(code="2026-summer")
    past = WindowFactory(code="2025-summer")
    later = public(to_club=club, window=summer, moved_at=NOW - timedelta(days=3))
    live = public(from_club=club, window=winter, closes_at=NOW + timedelta(days=9), moved_at=NOW - timedelta(days=5))
    settled = public(to_club=club, window=winter, outcome="done", moved_at=NOW)
    old = public(to_club=club, window=past, closes_at=NOW - timedelta(days=140), moved_at=NOW)
    public(window=winter)
    listing = listed("", club=club, current="2026-winter")
    assert [(part.heading, part.rows) for part in listing.parts] == [
        ("Open now, winter 2026 and later", [later, live]),
        ("Winter 2026", [settled]),
        ("Summer 2025", [old]),
    ]


def test_the_parts_of_a_club_s_list_page_without_gap_or_repeat(listed: Listed) -> None:
    club = ClubFactory()
    windows = [WindowFactory(code=code) for code in ("2026-winter", "2025-summer", "2025-winter")]
    for n in range(60):
        outcome = "open" if n % 2 else "done"
        public(to_club=club, window=windows[n % 3], outcome=outcome, moved_at=NOW - timedelta(hours=n % 7))
    seen: list[int] = []
    query = ""
    for _ in range(3):
        listing = listed(query, club=club, current="2026-winter")
        seen += [row.pk for row in listing.page.rows]
        query = f"after={listing.page.next}"
    assert listing.page.next == ""
    assert len(seen) == len(set(seen)) == 60


def test_chips_write_sums_and_days_as_people_do(listed: Listed) -> None:
    chips = listed("fee_min=1500000&fee_max=30000000&since=2025-06-01&age_max=30").chips
    assert [(chip.name, chip.label) for chip in chips] == [
        ("Fee from", "€1,500,000"),
        ("Fee up to", "€30,000,000"),
        ("Age up to", "30"),
        ("Moved since", "1 Jun 2025"),
    ]


def test_chips_name_what_is_chosen_and_lead_to_the_list_without_it(listed: Listed) -> None:
    ClubFactory(slug="milan", name="AC Milan", is_public=True)
    chips = listed("club=milan&window=2026-winter&sort=new").chips
    assert [(chip.name, chip.label, chip.address) for chip in chips] == [
        ("Window", "Winter 2026", "/links/?club=milan&sort=new"),
        ("Club", "AC Milan", "/links/?window=2026-winter&sort=new"),
    ]
