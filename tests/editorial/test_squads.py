"""A done link moves the player, as long as it is published."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from rumours.choices import TransferKind
from rumours.editorial.deriving import refresh_links
from rumours.editorial.errors import EditorialError
from rumours.editorial.moves import refresh_moves
from rumours.editorial.publishing import publish, republish, withdraw
from rumours.editorial.squads import add_spell
from rumours.models import Article, Player, PlayerSpell, TransferLink
from tests.factories import (
    ArticleFactory,
    ChiefFactory,
    ClubFactory,
    PlayerFactory,
    PlayerSpellFactory,
    PublishedArticleFactory,
    ReportFactory,
    TransferLinkFactory,
)

pytestmark = pytest.mark.django_db
Spell = tuple[str, date | None, date | None, str | None]
DONE = date(2026, 1, 10)


def spells(player: Player) -> list[Spell]:
    """Club, since, until and owner of every spell, in the order of their beginning."""
    rows = player.spells.select_related("club", "on_loan_from").order_by("since", "pk")
    return sorted(
        ((row.club.name, row.since, row.until, row.on_loan_from.name if row.on_loan_from else None) for row in rows),
        key=lambda row: (row[1] is not None, row[1] or DONE),
    )


def club_of(player: Player) -> tuple[str | None, str | None]:
    player.refresh_from_db()
    return player.club.name if player.club else None, player.owner.name if player.owner else None


def done(player: Player, **link: Any) -> tuple[Article, TransferLink]:
    """A draft of 10 January that says he has gone from Milan to Juventus, unless `link` says otherwise."""
    kind = link.pop("kind", TransferKind.PERMANENT)
    row = TransferLinkFactory(player=player, **link)
    article = ArticleFactory()
    ReportFactory(article=article, link=row, stage_group="done", kind=kind)
    return article, row


@pytest.fixture
def player() -> Any:
    return PlayerFactory()


@pytest.fixture
def clubs() -> Any:
    return {name: ClubFactory(name=name) for name in ("Milan", "Juventus", "Roma")}


def test_publishing_a_done_link_moves_him_and_withdrawing_it_undoes_that(player: Player, clubs: Any) -> None:
    by = ChiefFactory()
    add_spell(player, club=clubs["Milan"], since=date(2020, 7, 1), by=by)
    article, _ = done(player, from_club=clubs["Milan"], to_club=clubs["Juventus"])
    before = [("Milan", date(2020, 7, 1), None, None)]
    assert (spells(player), club_of(player)) == (before, ("Milan", None))
    publish(article, by=by)
    after = [("Milan", date(2020, 7, 1), DONE, None), ("Juventus", DONE, None, None)]
    assert (spells(player), club_of(player)) == (after, ("Juventus", None))
    withdraw(article, by=by, why="Made up.")
    assert (spells(player), club_of(player)) == (before, ("Milan", None))
    republish(article, by=by)
    assert (spells(player), club_of(player)) == (after, ("Juventus", None))


def test_a_loan_keeps_the_owner(player: Player, clubs: Any) -> None:
    by = ChiefFactory()
    add_spell(player, club=clubs["Milan"], by=by)
    article, _ = done(player, from_club=clubs["Milan"], to_club=clubs["Juventus"], kind=TransferKind.LOAN_OPTION)
    publish(article, by=by)
    assert spells(player) == [("Milan", None, None, None), ("Juventus", DONE, None, "Milan")]


def test_a_loan_made_permanent_ends_the_loan(player: Player, clubs: Any) -> None:
    by = ChiefFactory()
    add_spell(player, club=clubs["Roma"], since=date(2025, 7, 1), on_loan_from=clubs["Milan"], by=by)
    assert club_of(player) == ("Roma", "Milan")
    article, _ = done(player, from_club=clubs["Milan"], loan_club=clubs["Roma"], to_club=clubs["Roma"])
    publish(article, by=by)
    assert spells(player) == [("Roma", date(2025, 7, 1), DONE, "Milan"), ("Roma", DONE, None, None)]
    assert club_of(player) == ("Roma", None)


def test_a_spell_that_was_entered_before_is_neither_doubled_nor_taken_away(player: Player, clubs: Any) -> None:
    by = ChiefFactory()
    add_spell(player, club=clubs["Juventus"], since=date(2026, 1, 12), by=by)
    article, _ = done(player, from_club=clubs["Milan"], to_club=clubs["Juventus"])
    publish(article, by=by)
    withdraw(article, by=by, why="Made up.")
    assert spells(player) == [("Juventus", date(2026, 1, 12), None, None)]


def test_one_who_has_moved_on_since_stays_where_he_is(player: Player, clubs: Any) -> None:
    by = ChiefFactory()
    add_spell(player, club=clubs["Roma"], since=date(2026, 7, 1), by=by)
    article, _ = done(player, from_club=clubs["Milan"], to_club=clubs["Juventus"])
    publish(article, by=by, at=article.dated_at)
    refresh_moves([player.pk], now=datetime(2026, 8, 1, tzinfo=UTC))
    assert spells(player) == [("Juventus", DONE, date(2026, 7, 1), None), ("Roma", date(2026, 7, 1), None, None)]
    assert club_of(player) == ("Roma", None)


def test_an_open_spell_of_unknown_beginning_elsewhere_is_believed(player: Player, clubs: Any) -> None:
    by = ChiefFactory()
    add_spell(player, club=clubs["Roma"], by=by)
    article, _ = done(player, from_club=clubs["Milan"], to_club=clubs["Juventus"])
    publish(article, by=by)
    assert club_of(player) == ("Roma", None)


def test_his_done_link_ends_his_others_of_that_window_only(player: Player, clubs: Any) -> None:
    winter = [
        ReportFactory(article=PublishedArticleFactory(), link=TransferLinkFactory(player=player)).link for _ in range(2)
    ]
    summer = ReportFactory(
        article=PublishedArticleFactory(), link=TransferLinkFactory(player=player, window__code="2026-summer")
    ).link
    stranger = ReportFactory(article=PublishedArticleFactory()).link
    others = [*winter, summer, stranger]
    refresh_links([link.pk for link in others])
    article, link = done(player, from_club=clubs["Milan"], to_club=clubs["Juventus"])

    def endings() -> list[tuple[str, str, int | None]]:
        rows = TransferLink.objects.in_bulk([other.pk for other in others])
        return [(rows[o.pk].outcome, rows[o.pk].ending, rows[o.pk].ended_by_link_id) for o in others]

    publish(article, by=ChiefFactory())
    ended = ("over", "chose another club", link.pk)
    assert endings() == [ended, ended, ("open", "", None), ("open", "", None)]
    withdraw(article, by=ChiefFactory(), why="Made up.")
    assert endings() == [("open", "", None)] * 4


def test_a_draft_moves_nobody(player: Player, clubs: Any) -> None:
    PlayerSpellFactory(player=player, club=clubs["Milan"])
    _, link = done(player, from_club=clubs["Milan"], to_club=clubs["Juventus"])
    refresh_links([link.pk])
    assert spells(player) == [("Milan", None, None, None)]


def test_an_impossible_spell_is_refused(player: Player, clubs: Any) -> None:
    with pytest.raises(EditorialError, match="cannot run from"):
        add_spell(player, club=clubs["Milan"], since=DONE, until=DONE, by=ChiefFactory())
    with pytest.raises(EditorialError, match="to itself"):
        add_spell(player, club=clubs["Milan"], on_loan_from=clubs["Milan"], by=ChiefFactory())


def test_again_nothing_is_written(player: Player, clubs: Any) -> None:
    article, link = done(player, from_club=clubs["Milan"], to_club=clubs["Juventus"])
    PlayerSpellFactory(player=player, club=clubs["Milan"])
    publish(article, by=ChiefFactory())
    rows = list(PlayerSpell.objects.order_by("pk").values())
    told = PlayerSpell.history.count()
    refresh_links([link.pk])
    assert list(PlayerSpell.objects.order_by("pk").values()) == rows
    assert (len(rows), PlayerSpell.history.count()) == (2, told)
