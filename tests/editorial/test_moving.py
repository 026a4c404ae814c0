"""Reports, quotes and mentions of the wrong one of two namesakes are moved to the right one."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied

from rumours.editorial.deriving import refresh_all
from rumours.editorial.errors import EditorialError
from rumours.editorial.moving import Row, move_to_namesake
from rumours.models import Correction, OldAddress, Player, TransferLink
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def chief() -> User:
    return make.ChiefFactory()


@pytest.fixture
def wrong() -> Player:
    return make.PlayerFactory(name="Murillo", birth_year=1987)


@pytest.fixture
def right() -> Player:
    """The one who is meant; he plays for Alpha."""
    player = make.PlayerFactory(name="Murillo", birth_year=2002)
    make.PlayerSpellFactory(player=player, club=make.ClubFactory(name="Alpha"))
    return player


def test_a_draft_report_goes_to_the_namesakes_own_link(wrong: Player, right: Player, chief: User) -> None:
    link = make.TransferLinkFactory(player=wrong)
    report = make.ReportFactory(link=link, claimant_player=wrong)
    other = make.ReportFactory(link=make.TransferLinkFactory(player=wrong, to_club=make.ClubFactory()))
    (moved,) = move_to_namesake([report], to=right, by=chief)
    assert moved == report
    assert (moved.link.player, moved.link.to_club, moved.link.window) == (right, link.to_club, link.window)
    assert (moved.link.from_club.name, moved.claimant) == ("Alpha", right)
    assert not TransferLink.objects.filter(pk=link.pk).exists()
    assert OldAddress.objects.count() == 0
    other.refresh_from_db()
    assert other.link.player == wrong


def test_a_link_without_its_reports_leads_to_where_the_last_one_went(wrong: Player, right: Player, chief: User) -> None:
    link = make.TransferLinkFactory(player=wrong)
    first = make.ReportFactory(article=make.PublishedArticleFactory(), link=link)
    second = make.ReportFactory(article=make.PublishedArticleFactory(), link=link)
    make.OldAddressFactory(kind="transferlink", old="999", target_id=link.pk)
    refresh_all()
    (moved,) = move_to_namesake([first], to=right, by=chief)
    link.refresh_from_db()
    assert (link.is_public, link.report_count) == (True, 1)
    assert OldAddress.objects.target_of("transferlink", str(link.pk)) is None
    (last,) = move_to_namesake([second], to=right, by=chief)
    link.refresh_from_db()
    right.refresh_from_db()
    wrong.refresh_from_db()
    assert (link.is_public, moved.link) == (False, last.link)
    targets = [OldAddress.objects.target_of("transferlink", old) for old in (str(link.pk), "999")]
    assert targets == [last.link_id, last.link_id]
    assert (right.is_public, right.link_count, wrong.is_public, wrong.link_count) == (True, 1, False, 0)


def test_going_back_turns_the_address_round(wrong: Player, right: Player, chief: User) -> None:
    link = make.TransferLinkFactory(player=wrong)
    report = make.ReportFactory(article=make.PublishedArticleFactory(), link=link)
    refresh_all()
    (there,) = move_to_namesake([report], to=right, by=chief)
    (back,) = move_to_namesake([there], to=wrong, by=chief)
    assert back.link == link
    assert list(OldAddress.objects.values_list("old", "target_id")) == [(str(there.link_id), link.pk)]


def test_what_readers_saw_is_corrected_in_public(wrong: Player, right: Player, chief: User) -> None:
    article = make.PublishedArticleFactory()
    report = make.ReportFactory(article=article, link=make.TransferLinkFactory(player=wrong))
    quote = make.QuoteFactory(article=article, players=[wrong])
    rows: list[Any] = [quote, report]
    _, moved = move_to_namesake(rows, to=right, by=chief, note="The younger one is meant.")
    report.refresh_from_db()
    assert (report.ended_why, report.link.player, moved.succeeds) == ("The younger one is meant.", wrong, report)
    assert set(Correction.objects.values_list("row_kind", "note")) == {
        ("report", "The younger one is meant."),
        ("quote", "The younger one is meant."),
    }


def test_quotes_and_mentions_change_whom_they_name(wrong: Player, right: Player, chief: User) -> None:
    third = make.PlayerFactory(name="Škriniar")
    quote = make.QuoteFactory(players=[wrong, third])
    mention = make.MentionFactory(player=wrong)
    untouched = make.MentionFactory(player=wrong)
    rows: list[Row] = [quote, mention]
    move_to_namesake(rows, to=right, by=chief)
    mention.refresh_from_db()
    untouched.refresh_from_db()
    assert (set(quote.players.all()), mention.subject, untouched.subject) == ({right, third}, right, wrong)


def test_a_quote_goes_to_the_right_speaker_and_a_mention_to_a_coach_of_that_name(chief: User) -> None:
    coach, player = make.PersonFactory(name="Inzaghi"), make.PlayerFactory(name="Inzaghi")
    quote = make.QuoteFactory(speaker=make.PersonFactory(name="Inzaghi"))
    mention = make.MentionFactory(player=player)
    rows: list[Row] = [quote, mention]
    move_to_namesake(rows, to=coach, by=chief)
    mention.refresh_from_db()
    quote.refresh_from_db()
    assert (quote.speaker, mention.person, mention.player) == (coach, coach, None)


def test_a_club_is_taken_for_its_namesake_on_either_side(chief: User) -> None:
    wrong = make.ClubFactory(name="Arsenal", association="Argentina")
    right = make.ClubFactory(name="Arsenal", association="England")
    buys = make.ReportFactory(link=make.TransferLinkFactory(to_club=wrong))
    sells = make.ReportFactory(link=make.TransferLinkFactory(from_club=wrong))
    move_to_namesake([buys, sells], to=right, by=chief)
    for report in (buys, sells):
        report.refresh_from_db()
    assert (buys.link.to_club, sells.link.from_club) == (right, right)


def test_whom_it_is_taken_from_is_never_guessed(right: Player, chief: User) -> None:
    first, second = make.PlayerFactory(name="One"), make.PlayerFactory(name="Two")
    quote = make.QuoteFactory(players=[first, second])
    mention = make.MentionFactory(player=first)
    rows: list[Row] = [mention, quote]
    with pytest.raises(EditorialError, match="names 2 of the kind player: say which"):
        move_to_namesake(rows, to=right, by=chief)
    with pytest.raises(EditorialError, match="does not name Murillo"):
        move_to_namesake(rows, to=first, of=right, by=chief)
    mention.refresh_from_db()
    assert mention.player == first
    move_to_namesake([quote], to=right, of=second, by=chief)
    assert set(quote.players.all()) == {first, right}


def test_it_needs_the_permission_of_the_row(wrong: Player, right: Player) -> None:
    mention = make.MentionFactory(article=make.PublishedArticleFactory(), player=wrong)
    with pytest.raises(PermissionDenied):
        move_to_namesake([mention], to=right, by=make.UserFactory(permissions=["change_mention"]))
    move_to_namesake([mention], to=right, by=make.UserFactory(permissions=["change_mention", "publish_article"]))
    assert mention.player == right
