"""A suggested link becomes a report, with those it names."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.contrib.auth.models import User

from rumours.choices import SuggestionSlot
from rumours.editorial.errors import EditorialError
from rumours.editorial.reviewing import accept_link, candidates, undo
from rumours.models import (
    Article,
    Club,
    Decision,
    Player,
    SuggestionAlternative,
    SuggestionFee,
    TransferLink,
)
from tests import factories as make
from tests.editorial.accepting.surroundings import BODY, SENTENCE, everything, link, suggested, tags

pytestmark = pytest.mark.django_db


def test_a_link_becomes_a_report_with_all_it_says(
    article: Article, chief: User, marlin: Player, portwick: Club
) -> None:
    rovers, post = make.ClubFactory(name="Rovers"), make.SourceFactory(name="The Quayside Post")
    row = link(
        article, player=marlin, to_club=portwick, from_club=rovers, source=post, window="2026-winter", doubt="price"
    )
    SuggestionFee.objects.create(suggestion=row, what="offer", low=20_000_000, high=20_000_000, currency="EUR")
    report: Any = accept_link(row, by=chief)
    assert (report.link.player, report.link.from_club, report.link.to_club) == (marlin, rovers, portwick)
    assert (report.link.window.code, report.window_assumed) == ("2026-winter", False)
    assert (report.stage_group, report.stage, report.kind, report.doubt) == ("bid", "bid made", "permanent", "price")
    assert (report.text, report.source, report.role) == (SENTENCE, post, "origin")
    assert [(fee.what, fee.low, fee.currency) for fee in report.fees.all()] == [("offer", 20_000_000, "EUR")]
    decision = Decision.objects.get()
    assert decision.after == {"decision": "accepted", "report": report.pk, "names": []}
    assert (row.decision, row.decided_by) == ("accepted", chief)


def test_a_draft_shows_readers_nothing(article: Article, chief: User, marlin: Player, portwick: Club) -> None:
    report: Any = accept_link(link(article, player=marlin, to_club=portwick), by=chief)
    assert (report.link.is_public, report.link.report_count) == (False, 0)


def test_an_unknown_window_is_assumed_and_marked(article: Article, chief: User, marlin: Player, portwick: Club) -> None:
    report: Any = accept_link(link(article, player=marlin, to_club=portwick), by=chief)
    assert (report.link.window.code, report.window_assumed) == ("2026-winter", True)


def test_a_later_article_joins_the_link(article: Article, chief: User, marlin: Player, portwick: Club) -> None:
    later = make.ArticleFactory(body=BODY)
    first: Any = accept_link(link(article, player=marlin, to_club=portwick), by=chief)
    second: Any = accept_link(link(later, player=marlin, to_club=portwick), by=chief)
    assert (first.link, TransferLink.objects.count()) == (second.link, 1)


def test_player_and_clubs_are_tagged_and_no_others(
    article: Article, chief: User, marlin: Player, portwick: Club
) -> None:
    suggested(article, "Portwick", "club", club=portwick)
    suggested(article, "Teo Marlin", "player", player=marlin)
    suggested(article, "Rovers", "club", club=make.ClubFactory(name="Rovers"))
    accept_link(link(article, player=marlin, to_club=portwick), by=chief, sitting="evening")
    assert tags(article) == [("Portwick", "Portwick"), ("Teo Marlin", "Teo Marlin")]
    assert list(article.suggestions.undecided().values_list("text", flat=True)) == ["Rovers"]
    assert set(Decision.objects.values_list("sitting", flat=True)) == {"evening"}


def test_a_player_nobody_knows_becomes_a_stub_with_what_the_text_says(
    article: Article, chief: User, portwick: Club
) -> None:
    rovers = make.ClubFactory(name="Rovers")
    suggested(
        article, "Teo Marlin", "player", player_name="Teo Marlin", position="Left Winger", nationality="Wales",
        club=rovers,
    )  # fmt: skip
    report: Any = accept_link(link(article, player_name="Teo Marlin", to_club=portwick), by=chief)
    stub = report.link.player
    assert (stub.name, stub.is_stub, stub.is_public) == ("Teo Marlin", True, False)
    assert (stub.position, stub.nationality, stub.club) == ("Left Winger", "Wales", rovers)
    assert report.link.from_club == rovers
    assert tags(article) == [("Teo Marlin", "Teo Marlin")]
    assert [row.decision for row in article.suggestions.names()] == ["accepted"]


def test_two_links_of_one_stranger_make_one_stub(article: Article, chief: User, portwick: Club) -> None:
    other = make.ClubFactory(name="Rovers")
    accept_link(link(article, player_name="Teo Marlin", to_club=portwick), by=chief)
    accept_link(link(article, player_name="Teo Marlin", to_club=other), by=chief)
    assert Player.objects.get().links.count() == 2


def test_among_several_of_a_name_nobody_is_chosen(article: Article, chief: User, portwick: Club) -> None:
    make.PlayerFactory.create_batch(2, name="Teo Marlin")
    before = everything()
    with pytest.raises(EditorialError, match="Several are called “Teo Marlin”"):
        accept_link(link(article, player_name="Teo Marlin", to_club=portwick), by=chief)
    assert everything() == before


def test_a_buyer_nobody_knows_is_made(article: Article, chief: User, marlin: Player) -> None:
    row = link(article, player=marlin, to_name="Harbour Town")
    report: Any = accept_link(row, by=chief)
    made = report.link.to_club
    assert (made.name, made.is_stub, made.association, made.section) == ("Harbour Town", True, "", "men")
    undo(row, by=chief)
    assert Club.objects.filter(name="Harbour Town").count() == 0


def test_a_source_nobody_knows_is_entered(article: Article, chief: User, marlin: Player, portwick: Club) -> None:
    row = link(article, player=marlin, to_club=portwick, source_name="The Quayside Post")
    report: Any = accept_link(row, by=chief)
    assert (report.source.name, report.source.kind) == ("The Quayside Post", "outlet")


def test_without_a_source_it_is_the_publishers_word(
    article: Article, chief: User, marlin: Player, portwick: Club
) -> None:
    report: Any = accept_link(link(article, player=marlin, to_club=portwick), by=chief)
    assert report.source == article.publisher


def test_what_the_editor_chose_goes_before_the_proposal(
    article: Article, chief: User, marlin: Player, portwick: Club
) -> None:
    namesake, row = make.PlayerFactory(name="Teo Marlin"), link(article, player=marlin, to_club=portwick)
    SuggestionAlternative.objects.create(suggestion=row, slot=SuggestionSlot.PLAYER, player=namesake, rank=1)
    assert candidates(row, "player") == [marlin, namesake]
    assert candidates(row, "to_club") == [portwick]
    report: Any = accept_link(row, by=chief, player=namesake, stage_group="talks")
    assert (report.link.player, report.stage_group, report.stage, row.decision) == (namesake, "talks", "", "edited")
    row.refresh_from_db()
    assert (row.player, row.stage_group) == (marlin, "bid")


def test_choosing_what_is_proposed_changes_nothing(
    article: Article, chief: User, marlin: Player, portwick: Club
) -> None:
    row = link(article, player=marlin, to_club=portwick)
    accept_link(row, by=chief, player=marlin, stage_group="bid", stage="bid made")
    assert row.decision == "accepted"


def test_a_claim_that_is_known_becomes_a_repeat(article: Article, chief: User, marlin: Player, portwick: Club) -> None:
    post = make.SourceFactory()
    own = make.ReportFactory(
        article=make.PublishedArticleFactory(publisher=post, published_at=datetime(2026, 1, 9, tzinfo=UTC)),
        link=make.TransferLinkFactory(player=marlin, to_club=portwick), stage_group="bid",
    )  # fmt: skip
    report: Any = accept_link(link(article, player=marlin, to_club=portwick, source=post), by=chief)
    assert (report.role, report.follows, report.link) == ("repeat", own, own.link)
