"""Each story of the package's table is there, as readers and editors find it."""

import pytest
from django.test import Client

from rumours.choices import (
    ArticleStatus,
    Doubt,
    Ending,
    LinkStatus,
    ReportRole,
    Section,
    Stage,
    StageGroup,
    SuggestionKind,
    TieKind,
    TransferKind,
)
from rumours.models import Article, Correction, LinkTie, Mention, Player, Quote, Report, Suggestion, TransferLink

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_world")]


def link(player: str, to_club: str, **also: str) -> TransferLink:
    return TransferLink.objects.published().get(player__name=player, to_club__name=to_club, **also)


def stages(of: TransferLink) -> list[str]:
    return [report.stage for report in of.reports.published().oldest_first()]


def row(found: TransferLink) -> tuple[str, str, str, str]:
    return found.from_club.name if found.from_club else "", found.stage_group, found.kind, found.doubt


@pytest.mark.parametrize(
    ("player", "club", "window", "expected"),
    [
        ("Fikayo Tomori", "Juventus", "2025-winter",
         ("AC Milan", StageGroup.INTEREST, TransferKind.UNKNOWN, Doubt.SELLER)),
        ("Leonardo Balerdi", "Juventus", "2025-summer",
         ("Marseille", StageGroup.INTEREST, TransferKind.UNKNOWN, Doubt.SELLER)),
        ("Joe Gomez", "AC Milan", "2026-winter", ("Liverpool", StageGroup.TALKS, TransferKind.UNKNOWN, Doubt.SELLER)),
        ("Milan Škriniar", "AC Milan", "2026-winter",
         ("Fenerbahçe", StageGroup.TALKS, TransferKind.UNKNOWN, Doubt.OTHER)),
        ("Federico Gatti", "AC Milan", "2026-winter",
         ("Juventus", StageGroup.TALKS, TransferKind.UNKNOWN, Doubt.OTHER)),
        ("Axel Disasi", "AC Milan", "2026-winter",
         ("Chelsea", StageGroup.INTEREST, TransferKind.UNKNOWN, Doubt.NONE)),
        ("Axel Disasi", "Roma", "2026-winter", ("Chelsea", StageGroup.INTEREST, TransferKind.PERMANENT, Doubt.NONE)),
        ("Murillo", "AC Milan", "2026-winter",
         ("Nottingham Forest", StageGroup.INTEREST, TransferKind.UNKNOWN, Doubt.PRICE)),
    ],
)  # fmt: skip
def test_the_real_stories_say_what_was_reported(
    player: str, club: str, window: str, expected: tuple[str, str, str, str]
) -> None:
    assert row(link(player, club, window__code=window)) == expected


def test_the_real_stories_stand_under_their_own_days_and_people() -> None:
    real = Article.objects.published().filter(is_fictional=False).order_by("dated_at")
    assert [f"{article.dated_at:%Y-%m-%d}" for article in real] == ["2025-01-18", "2025-06-20", "2026-01-20"]
    named = Mention.objects.filter(article__in=real, person__isnull=False).values_list("person__name", "role")
    assert set(named) == {
        ("Sergio Conceição", "coach"), ("Nicola Legrottaglie", "pundit"), ("Igor Tudor", "coach"),
        ("Igli Tare", "director"), ("Massimiliano Allegri", "coach"),
    }  # fmt: skip
    milan = Mention.objects.filter(article__in=real, text="Milan").values_list("club__name", flat=True)
    assert set(milan) == {"AC Milan"}


def test_a_bid_is_rejected_then_improved() -> None:
    found = link("Lars Ødemark", "Dynamo Maresh")
    assert stages(found) == [Stage.BID_REJECTED, Stage.IMPROVED_BID]
    assert (found.stage, found.fee_eur, found.status) == (Stage.IMPROVED_BID, 18_000_000, LinkStatus.OPEN)


def test_a_club_is_beaten_to_a_player_by_another() -> None:
    lost, won = link("Mirko Švandel", "Port Merrow"), link("Mirko Švandel", "US Belcastra")
    assert (won.outcome, lost.ending, lost.ended_by_link) == (LinkStatus.DONE, Ending.CHOSE_ANOTHER, won)


def test_a_swap_a_condition_and_a_choice_tie_links() -> None:
    one, other = link("Idris Okwelle", "Sporting Oldavia"), link("Bruno Tavarel", "Castervale City")
    assert LinkTie.objects.filter(link=one, other=other, kind=TieKind.SWAP).exists()
    assert set(LinkTie.objects.values_list("kind", flat=True)) == set(TieKind)


def test_a_loan_carries_an_obligation() -> None:
    found = link("Yannick d’Orlane", "Vintermoor Town")
    player = Player.objects.select_related("club", "owner").get(name="Yannick d’Orlane")
    assert (found.kind, found.outcome) == (TransferKind.LOAN_OBLIGATION, LinkStatus.DONE)
    assert (str(player.club), str(player.owner)) == ("Vintermoor Town", "Torvane Athletic")


def test_a_free_agent_may_sign_after_the_deadline() -> None:
    found = link("Çağdaş Erkunt", "Saltmarch United")
    assert (found.free_agent, found.from_club, found.kind) == (True, None, TransferKind.FREE)


def test_two_players_bear_one_name_and_have_an_address_and_a_link_each() -> None:
    both = Player.objects.namesakes().filter(name="Emil Vaskelin").order_by("born")
    assert [player.slug for player in both] == ["emil-vaskelin", "emil-vaskelin-2004"]
    buyers = [[str(found.to_club) for found in player.links.published()] for player in both]
    assert buyers == [["Torvane Athletic"], ["Blauwkerk"]]


def test_a_player_has_moved_since_the_article() -> None:
    before = link("Nuno Vilarçal", "FC Kessery")
    assert str(before.from_club) == "Brenn Lakeside"
    assert str(before.player.club) == "AS Pelagia"


def test_a_womens_move_has_two_reports_out_of_one_newsroom() -> None:
    found = link("Sólveig Brandsdal", "Kessery Women")
    assert (found.outcome, found.player.section) == (LinkStatus.DONE, Section.WOMEN)
    assert (found.report_count, found.source_count) == (2, 1)


def test_a_coach_rumour_has_names_and_no_link() -> None:
    article = Article.objects.published().get(headline__startswith="Torvane may lose their coach")
    assert article.reports.count() == 0
    assert article.mentions.filter(role="coach").exists()


def test_an_italian_article_has_a_quote_with_its_translation() -> None:
    article = Article.objects.published().get(language="it")
    quote = article.quotes.get()
    assert (quote.language, bool(quote.translation)) == ("it", True)
    assert link("Orazio Belvente", "Torvane Athletic").fee_eur == 9_000_000


def test_a_source_takes_its_report_back() -> None:
    found = link("Petr Houslák", "Quillon Rovers")
    taken_back = found.reports.get(retracts=True)
    assert taken_back.role == ReportRole.DENIAL
    assert taken_back.follows is not None and taken_back.follows.source == taken_back.source
    assert (found.status, found.ending) == (LinkStatus.OVER, Ending.DENIED)


def test_a_quote_was_withdrawn(client: Client) -> None:
    quote = Quote.objects.get(withdrawn_at__isnull=False)
    assert quote not in Quote.objects.published()
    assert quote.text.encode() not in client.get(quote.article.get_absolute_url()).content


def test_a_report_was_corrected_in_public() -> None:
    old = Report.objects.get(ended_at__isnull=False)
    assert (old.stage_group, old.successor.stage_group) == (StageGroup.AGREED, StageGroup.BID)
    assert Correction.objects.of(old).count() == 1
    assert link("Kwabena Asarefu", "Union Harrowmere").stage == Stage.BID


def test_the_desk_has_work_and_shows_none_of_it(client: Client) -> None:
    drafts = Article.objects.needing_tags()
    assert drafts.count() >= 7
    waiting = Suggestion.objects.undecided().filter(article__in=drafts)
    assert waiting.values("article").distinct().count() >= 7
    assert set(waiting.values_list("kind", flat=True)) == set(SuggestionKind)
    strangers = {"player_name": "Ravio Lindemarck", "person_name": "Henk Sorvalli", "source_name": "Corvin Talparo"}
    for column, name in strangers.items():
        assert waiting.names().filter(**{column: name}).count() == 1
    copy = drafts.get(near_copy_of__isnull=False)
    assert copy.near_copy_of == Article.objects.get(headline__startswith="Maresh return with")
    stub = Player.objects.get(is_stub=True)
    assert client.get(stub.get_absolute_url()).status_code == 404
    for draft in drafts:
        assert client.get(draft.get_absolute_url()).status_code == 404


def test_articles_of_every_status_are_there() -> None:
    assert set(Article.objects.values_list("status", flat=True)) == set(ArticleStatus)
    later = Article.objects.get(headline__startswith="The last days of the window")
    assert later.status == ArticleStatus.PUBLISHED
    assert not later.is_published(at=later.dated_at)


def test_a_merged_club_redirects_from_its_old_address(client: Client) -> None:
    response = client.get("/clubs/harrowmere-union-1908/")
    assert (response.status_code, response["Location"]) == (301, "/clubs/union-harrowmere/")
