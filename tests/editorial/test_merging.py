"""Two rows that are one become one, with all that points at them; and the record takes it back exactly."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from simple_history.models import HistoricalChanges

from rumours.choices import Ending, PersonRole, Position, PositionGroup, ReportRole
from rumours.editorial.deriving import refresh_all
from rumours.editorial.errors import EditorialError
from rumours.editorial.merging import MergeRefused, UndoRefused, changed_since, merge, preview, undo_merge
from rumours.editorial.merging.journal import Journal
from rumours.editorial.merging.relations import relations_to
from rumours.editorial.present import refresh_club
from rumours.models import (
    Article,
    Club,
    Correction,
    Entity,
    Fee,
    LinkTie,
    Mention,
    Merge,
    OldAddress,
    Person,
    Player,
    PlayerSpell,
    Quote,
    Report,
    Source,
    SuggestionAlternative,
    TransferLink,
)
from rumours.models.version import Version
from rumours.models.word import NameWord
from tests import factories as make

pytestmark = pytest.mark.django_db

DAY = date(2024, 7, 1)
EARLY, LATE = datetime(2026, 1, 5, tzinfo=UTC), datetime(2026, 1, 6, tzinfo=UTC)


@pytest.fixture
def chief() -> User:
    return make.ChiefFactory()


def dump() -> dict[str, list[dict[str, Any]]]:
    """Every row of the site but history, the record of merges and what is counted or kept anew with other ids."""
    for player in Player.objects.filter(spells__isnull=False):
        refresh_club(player)
    refresh_all(now=LATE)
    models = apps.get_app_config("rumours").get_models(include_auto_created=True)
    return {
        model._meta.label: list(model._base_manager.order_by("pk").values())
        for model in models
        if not issubclass(model, HistoricalChanges | NameWord) and model not in (Merge, Version)
    }


def points_at(entity: Entity) -> dict[str, int]:
    """How many rows point at an entity, by relation."""
    return {
        f"{relation.model.__name__}.{relation.field.name}": relation.rows(entity).count()
        for relation in relations_to(type(entity))
    }


def surround_club(club: Club) -> None:
    """One row for each way in which rows point at a club."""
    article = make.PublishedArticleFactory()
    make.ClubAliasFactory(club=club, name=f"Alias of {club.name}")
    make.ClubAliasFactory(club=club, name="The Reds")
    make.SourceTierFactory(club=club)
    make.PlayerSpellFactory(club=club, since=DAY)
    make.PlayerSpellFactory(on_loan_from=club, player=make.PlayerFactory(owner=club, club=make.ClubFactory()))
    make.PlayerFactory(club=club)
    make.PersonFactory(club=club)
    make.TransferLinkFactory(loan_club=club)
    make.TransferLinkFactory(from_club=club)
    link = make.TransferLinkFactory(to_club=club)
    make.ReportFactory(article=article, link=link, claimant_club=club)
    make.MentionFactory(article=article, player=None, club=club)
    make.MentionFactory(article=make.PublishedArticleFactory(), club_then=club)
    make.QuoteFactory(article=article, club=club, clubs=[club])
    suggestion = make.SuggestionFactory(from_club=club, to_club=club, loan_club=club, club=club)
    SuggestionAlternative.objects.create(suggestion=suggestion, slot="club", club=club, rank=1)
    make.CorrectionFactory(row_kind="club", row_id=club.pk, by=User.objects.get(is_superuser=True))
    make.OldAddressFactory(kind="club", old=f"older-{club.slug}", target_id=club.pk)


def surround_player(player: Player) -> None:
    article = make.PublishedArticleFactory()
    make.PlayerAliasFactory(player=player, name="Wee Man")
    make.PlayerSpellFactory(player=player, since=DAY)
    make.ReportFactory(article=article, link=make.TransferLinkFactory(player=player), claimant_player=player)
    person = make.PersonFactory(player=player, name=player.name)
    make.MentionFactory(article=article, player=player)
    make.QuoteFactory(article=article, players=[player], speaker=person)
    suggestion = make.SuggestionFactory(player=player)
    SuggestionAlternative.objects.create(suggestion=suggestion, slot="player", player=player, rank=1)


def surround_person(person: Person) -> None:
    article = make.PublishedArticleFactory()
    make.MentionFactory(article=article, player=None, person=person)
    make.QuoteFactory(article=article, speaker=person)
    make.ReportFactory(article=article, claimant_person=person)
    make.PersonAliasFactory(person=person, name="Ringhio")
    make.SuggestionFactory(person=person)


def surround_source(source: Source) -> None:
    article = make.PublishedArticleFactory(publisher=source)
    make.JournalistFactory(outlet=source)
    make.SourceAliasFactory(source=source, name="The Rag")
    make.SourceTierFactory(source=source)
    make.FeedFactory(publisher=source)
    make.PersonFactory(source=source)
    make.MentionFactory(article=article, player=None, source=source)
    make.QuoteFactory(article=article, via=source)
    make.ReportFactory(article=article, source=source, via=source)
    make.SuggestionFactory(source=source, via=source)


KINDS = [
    pytest.param(make.ClubFactory, surround_club, id="club"),
    pytest.param(make.PlayerFactory, surround_player, id="player"),
    pytest.param(make.PersonFactory, surround_person, id="person"),
    pytest.param(make.SourceFactory, surround_source, id="source"),
]
Surround = Callable[[Any], None]


@pytest.mark.parametrize(("factory", "surround"), KINDS)
def test_every_row_that_points_at_the_one_moves_to_the_other(factory: Any, surround: Surround, chief: User) -> None:
    kept, gone, third = factory(name="Alpha"), factory(name="Beta"), factory(name="Third")
    surround(gone)
    surround(third)
    before, others = points_at(gone), points_at(third)
    assert [name for name, count in before.items() if not count] == []
    merge(kept, gone, by=chief)
    after = points_at(kept)
    assert {name: after[name] for name in before if not name.endswith("Alias." + kept._meta.model_name)} == {
        name: count for name, count in before.items() if not name.endswith("Alias." + kept._meta.model_name)
    }
    assert set(points_at(gone).values()) == {0}
    assert points_at(third) == others
    assert not type(kept)._base_manager.filter(pk=gone.pk).exists()
    assert OldAddress.objects.target_of(str(kept._meta.model_name), gone.slug) == kept.pk


@pytest.mark.parametrize(("factory", "surround"), KINDS)
def test_undoing_gives_back_every_table_as_it_was(factory: Any, surround: Surround, chief: User) -> None:
    kept, gone = factory(name="Alpha"), factory(name="Beta")
    surround(kept)
    surround(gone)
    before = dump()
    record = merge(kept, gone, by=chief)
    assert dump() != before
    assert undo_merge(record, by=chief) == gone
    assert dump() == before
    record.refresh_from_db()
    assert record.undone_by == chief
    with pytest.raises(UndoRefused, match="undone already"):
        undo_merge(record, by=chief)


@pytest.mark.parametrize(("factory", "surround"), KINDS)
def test_the_preview_says_what_will_move_and_writes_nothing(factory: Any, surround: Surround, chief: User) -> None:
    kept, gone = factory(name="Alpha"), factory(name="Beta")
    surround(gone)
    before = dump()
    plan = preview(kept, gone)
    assert plan.possible
    assert sum(plan.moved.values()) == sum(points_at(gone).values())
    assert dump() == before


@pytest.fixture
def doubled(chief: User) -> dict[str, Any]:
    """A player's link to each of two clubs, in one window, on one article, with ties, sums and a note."""
    kept, gone = make.ClubFactory(name="Alpha"), make.ClubFactory(name="Beta")
    player, seller, article = make.PlayerFactory(), make.ClubFactory(), make.PublishedArticleFactory()
    stays = make.TransferLinkFactory(player=player, from_club=None, to_club=kept)
    goes = make.TransferLinkFactory(player=player, from_club=seller, to_club=gone)
    other = make.TransferLinkFactory(player=player, window=make.WindowFactory(code="2026-summer"), to_club=gone)
    first = make.ReportFactory(article=article, link=goes, recorded_at=EARLY)
    second = make.ReportFactory(article=article, link=stays, recorded_at=LATE)
    repeat = make.ReportFactory(article=article, link=goes, role=ReportRole.REPEAT, follows=first)
    echo = make.ReportFactory(link=stays, role=ReportRole.REPEAT, follows=second)
    make.FeeFactory(report=first)
    make.FeeFactory(report=second)
    make.FeeFactory(report=second, low=1, high=2)
    make.LinkTieFactory(link=goes, other=stays)
    tie = make.LinkTieFactory(link=other, other=goes)
    note = make.CorrectionFactory(row_kind="transferlink", row_id=goes.pk, by=chief)
    return locals()


def test_links_that_become_one_are_joined_with_all_they_hold(doubled: dict[str, Any], chief: User) -> None:
    rows = doubled
    stays, goes = rows["stays"], rows["goes"]
    plan = preview(rows["kept"], rows["gone"])
    assert plan.links_joined == [(stays, goes)]
    merge(rows["kept"], rows["gone"], by=chief)
    stays.refresh_from_db()
    rows["other"].refresh_from_db()
    assert set(TransferLink.objects.all()) == {stays, rows["other"]}
    assert (stays.from_club, rows["other"].to_club) == (rows["seller"], rows["kept"])
    assert set(stays.reports.all()) == {rows["first"], rows["repeat"], rows["echo"]}
    assert {report.pk: report.follows_id for report in stays.reports.all()} == {
        rows["first"].pk: None,
        rows["repeat"].pk: rows["first"].pk,
        rows["echo"].pk: rows["first"].pk,
    }
    assert sorted(rows["first"].fees.values_list("low", flat=True)) == [1, 30_000_000]
    assert list(LinkTie.objects.values_list("link", "other")) == [(rows["other"].pk, stays.pk)]
    assert list(Correction.objects.of(stays)) == [rows["note"]]
    assert OldAddress.objects.target_of("transferlink", str(goes.pk)) == stays.pk
    assert (stays.is_public, stays.report_count) == (True, 2)


def test_joined_links_come_apart_again_as_they_were(doubled: dict[str, Any], chief: User) -> None:
    before = dump()
    record = merge(doubled["kept"], doubled["gone"], by=chief)
    undo_merge(record, by=chief)
    assert dump() == before


def test_the_report_that_readers_may_see_stays(doubled: dict[str, Any], chief: User) -> None:
    doubled["first"].withdrawn_at, doubled["first"].withdrawn_by, doubled["first"].withdrawn_why = EARLY, chief, "Wrong"
    doubled["first"].save()
    before = dump()
    record = merge(doubled["kept"], doubled["gone"], by=chief)
    assert set(doubled["stays"].reports.all()) == {doubled["second"], doubled["repeat"], doubled["echo"]}
    undo_merge(record, by=chief)
    assert dump() == before


def test_links_of_two_players_without_a_buyer_are_joined(chief: User) -> None:
    kept, gone = make.PlayerFactory(name="Alpha", position=""), make.PlayerFactory(name="Beta")
    stays = make.TransferLinkFactory(player=kept, to_club=None, position="", position_group="")
    goes = make.TransferLinkFactory(
        player=gone, to_club=None, set_ending=Ending.WENT_QUIET, set_ending_at=EARLY, set_ending_by=chief
    )
    later = make.TransferLinkFactory(player=gone, to_club=None, window=make.WindowFactory(code="2026-summer"))
    make.ReportFactory(link=goes)
    before = dump()
    record = merge(kept, gone, by=chief)
    stays.refresh_from_db()
    assert set(TransferLink.objects.filter(player=kept)) == {stays, later}
    assert (stays.set_ending, stays.position) == (Ending.WENT_QUIET, Position.CENTRE_BACK)
    assert stays.reports.count() == 1
    undo_merge(record, by=chief)
    assert dump() == before


def test_a_link_that_would_lead_from_a_club_to_itself_stops_the_merge(chief: User) -> None:
    kept, gone = make.ClubFactory(name="Alpha"), make.ClubFactory(name="Beta")
    between = make.TransferLinkFactory(from_club=gone, to_club=kept)
    lent = make.TransferLinkFactory(from_club=kept, loan_club=gone)
    spell = make.PlayerSpellFactory(club=kept, on_loan_from=gone)
    make.TransferLinkFactory(from_club=gone)
    before = dump()
    plan = preview(kept, gone)
    assert {(type(o.row), o.row.pk) for o in plan.obstacles} == {
        (TransferLink, between.pk),
        (TransferLink, lent.pk),
        (PlayerSpell, spell.pk),
        (Player, spell.player_id),
    }
    assert not plan.possible
    with pytest.raises(MergeRefused, match="from Alpha to itself") as refused:
        merge(kept, gone, by=chief)
    assert len(refused.value.obstacles) == 4
    assert dump() == before


def test_a_journalist_is_not_merged_with_the_paper_he_works_for(chief: User) -> None:
    paper = make.SourceFactory(name="The Echo")
    writer = make.JournalistFactory(outlet=paper)
    for kept, gone in ((paper, writer), (writer, paper)):
        with pytest.raises(MergeRefused, match="works for the other"):
            merge(kept, gone, by=chief)


def test_the_people_of_two_players_become_one_with_them(chief: User) -> None:
    kept, gone = make.PlayerFactory(name="Alpha"), make.PlayerFactory(name="Beta")
    speaks, spoke = make.PersonFactory(name="Alpha", player=kept), make.PersonFactory(name="Beta", player=gone)
    quote = make.QuoteFactory(article=make.PublishedArticleFactory(), speaker=spoke)
    before = dump()
    assert preview(kept, gone).joined == [(speaks, spoke)]
    record = merge(kept, gone, by=chief)
    quote.refresh_from_db()
    assert (quote.speaker, list(Person.objects.all())) == (speaks, [speaks])
    assert OldAddress.objects.target_of("person", "beta") == speaks.pk
    speaks.refresh_from_db()
    assert (speaks.is_public, speaks.link_count) == (True, 1)
    undo_merge(record, by=chief)
    speaks.refresh_from_db()
    assert (speaks.is_public, speaks.link_count) == (False, 0)
    assert dump() == before


def test_people_who_are_two_players_are_not_merged(chief: User) -> None:
    kept = make.PersonFactory(name="Alpha", player=make.PlayerFactory(name="Alpha"))
    gone = make.PersonFactory(name="Beta", player=make.PlayerFactory(name="Beta"))
    with pytest.raises(MergeRefused, match="is the player Beta"):
        merge(kept, gone, by=chief)


def test_people_of_two_journalists_who_are_two_players_stop_the_journalists_merge(chief: User) -> None:
    kept, gone = make.JournalistFactory(name="Alpha"), make.JournalistFactory(name="Beta")
    make.PersonFactory(source=kept, player=make.PlayerFactory(name="Alpha"))
    make.PersonFactory(source=gone, player=make.PlayerFactory(name="Beta"))
    with pytest.raises(MergeRefused, match="is the player Beta"):
        merge(kept, gone, by=chief)


def test_gaps_are_filled_and_what_is_there_stays(chief: User) -> None:
    kept = make.PlayerFactory(name="Alpha", position="", position_group="Defender", nationality="Italy", is_stub=True)
    gone = make.PlayerFactory(
        name="Beta", born=date(2001, 2, 3), nationality="France", foot="left", second_position="Left-Back",
        is_reference=True,
    )  # fmt: skip
    plan = preview(kept, gone)
    assert plan.filled["main position"] == "Centre-Back"
    assert plan.differing == {"nationality": ("Italy", "France")}
    merge(kept, gone, by=chief)
    kept.refresh_from_db()
    assert (kept.born, kept.birth_year, kept.nationality, kept.foot) == (date(2001, 2, 3), 2001, "Italy", "left")
    assert kept.positions == [Position.CENTRE_BACK, Position.LEFT_BACK]
    assert (kept.is_stub, kept.is_reference, kept.is_public) == (False, True, True)


def test_an_exact_position_of_another_line_or_another_birth_year_is_not_taken_over(chief: User) -> None:
    kept = make.PlayerFactory(name="Alpha", position="", position_group="Attack", birth_year=1999)
    gone = make.PlayerFactory(name="Beta", born=date(2001, 2, 3))
    merge(kept, gone, by=chief)
    kept.refresh_from_db()
    assert (kept.positions, kept.position_group) == ([], PositionGroup.ATTACK)
    assert (kept.born, kept.birth_year) == (None, 1999)


def test_the_kept_player_is_where_the_spells_of_both_say(chief: User) -> None:
    kept, gone, club = make.PlayerFactory(name="Alpha"), make.PlayerFactory(name="Beta"), make.ClubFactory()
    make.PlayerSpellFactory(player=kept, club=club, since=DAY)
    make.PlayerSpellFactory(player=gone, club=club, since=DAY)
    make.PlayerSpellFactory(player=gone, club=make.ClubFactory(), since=date(2020, 1, 1), until=DAY)
    record = merge(kept, gone, by=chief)
    kept.refresh_from_db()
    assert (kept.club, kept.spells.count()) == (club, 2)
    undo_merge(record, by=chief)
    assert (kept.spells.count(), gone.spells.count()) == (1, 2)


def test_a_person_of_no_known_role_takes_the_others(chief: User) -> None:
    kept, gone = make.PersonFactory(name="Alpha"), make.PersonFactory(name="Beta", role=PersonRole.AGENT)
    merge(kept, gone, by=chief)
    kept.refresh_from_db()
    assert kept.role == PersonRole.AGENT


def test_names_and_hosts_of_both_are_found(chief: User) -> None:
    kept = make.SourceFactory(name="The Echo", domains="|echo.example|")
    gone = make.SourceFactory(name="Evening Echo", domains="|echo.example|evening.example|")
    make.SourceAliasFactory(source=gone, name="The Rag")
    merge(kept, gone, by=chief)
    assert [list(Source.objects.called(name)) for name in ("the rag", "evening echo", "the echo")] == [[kept]] * 3
    assert list(Source.objects.at_domain("evening.example")) == [kept]
    club, other = make.ClubFactory(name="Alpha"), make.ClubFactory(name="Beta", short_name="Bet")
    merge(club, other, by=chief)
    assert set(club.aliases.values_list("name", "kind")) == {("Beta", "spelling"), ("Bet", "short")}


def test_older_addresses_lead_to_where_the_row_is_now(chief: User) -> None:
    a, b, c = (make.ClubFactory(name=name) for name in ("Alpha", "Beta", "Gamma"))
    merge(b, a, by=chief)
    merge(c, b, by=chief)
    assert {old: OldAddress.objects.target_of("club", old) for old in ("alpha", "beta")} == {
        "alpha": c.pk,
        "beta": c.pk,
    }


def test_an_earlier_merge_is_not_undone_before_the_later(chief: User) -> None:
    a, b, c = (make.ClubFactory(name=name) for name in ("Alpha", "Beta", "Gamma"))
    before = dump()
    first = merge(b, a, by=chief)
    second = merge(c, b, by=chief)
    with pytest.raises(UndoRefused, match="no longer there"):
        undo_merge(first, by=chief)
    undo_merge(second, by=chief)
    undo_merge(first, by=chief)
    assert dump() == before


def test_undoing_is_refused_with_the_rows_changed_since(chief: User) -> None:
    kept, gone = make.PlayerFactory(name="Alpha"), make.PlayerFactory(name="Beta", foot="left")
    surround_player(gone)
    mention = Mention.objects.get(player=gone)
    record = merge(kept, gone, by=chief)
    kept.refresh_from_db()
    kept.foot = "both"
    kept.save()
    mention.refresh_from_db()
    mention.player = make.PlayerFactory()
    mention.save()
    Quote.objects.all().delete()
    before = dump()
    with pytest.raises(UndoRefused) as refused:
        undo_merge(record, by=chief)
    lines = sorted(refused.value.rows)
    assert [line.split(" (")[0] for line in lines] == [
        f"mention {mention.pk}",
        f"player {kept.pk}",
        lines[2],
    ]
    assert "foot changed" in lines[1]
    assert lines[2].endswith("was deleted")
    assert dump() == before
    assert changed_since(Merge.objects.get()) == refused.value.rows


def test_undoing_is_refused_when_what_a_dropped_row_stood_on_is_gone(doubled: dict[str, Any], chief: User) -> None:
    record = merge(doubled["kept"], doubled["gone"], by=chief)
    Report.objects.filter(article=doubled["article"]).delete()
    Article.objects.filter(pk=doubled["article"].pk).delete()
    with pytest.raises(UndoRefused, match=f"article {doubled['article'].pk} was deleted"):
        undo_merge(record, by=chief)


def test_what_came_to_the_kept_row_since_stays_there(chief: User) -> None:
    kept, gone = make.PlayerFactory(name="Alpha"), make.PlayerFactory(name="Beta")
    record = merge(kept, gone, by=chief)
    link = make.TransferLinkFactory(player=kept)
    undo_merge(record, by=chief)
    link.refresh_from_db()
    assert (link.player, Player.objects.count()) == (kept, 2)


def test_an_error_in_the_middle_leaves_nothing(
    doubled: dict[str, Any], chief: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = dump()

    def fails(*args: Any, **kwargs: Any) -> None:
        raise IntegrityError("the disk is full")

    monkeypatch.setattr(Merge.objects, "create", fails)
    with pytest.raises(IntegrityError):
        merge(doubled["kept"], doubled["gone"], by=chief)
    monkeypatch.undo()
    assert dump() == before
    assert Fee.objects.count() == 3


def test_history_tells_of_the_merge_and_its_undoing(chief: User) -> None:
    kept, gone = make.ClubFactory(name="Alpha"), make.ClubFactory(name="Beta")
    link = make.TransferLinkFactory(to_club=gone)
    record = merge(kept, gone, by=chief)
    latest = TransferLink.history.filter(id=link.pk).first()
    assert (latest.to_club_id, latest.history_user, latest.history_change_reason) == (
        kept.pk,
        chief,
        "merged with Beta",
    )
    assert Club.history.filter(id=gone.pk).first().history_type == "-"
    undo_merge(record, by=chief)
    assert TransferLink.history.filter(id=link.pk).first().to_club_id == gone.pk


def test_what_changes_twice_is_kept_as_it_was_first(chief: User) -> None:
    person, journal = make.PersonFactory(note="first"), Journal(chief, why="a test")
    for note in ("second", "third"):
        journal.update(Person, [person.pk], note=note)
    assert journal.as_json()["changed"] == [
        {"model": "rumours.person", "pk": person.pk, "before": {"note": "first"}, "after": {"note": "third"}}
    ]
    journal.drop(person)
    assert journal.as_json()["changed"] == []
    assert journal.as_json()["dropped"][0]["row"]["note"] == "first"


def test_pairs_that_make_no_sense_are_refused(chief: User) -> None:
    club, player, league = make.ClubFactory(), make.PlayerFactory(), make.CompetitionFactory()
    for kept, gone, message in (
        (club, player, "a player cannot be merged into a club"),
        (club, club, "cannot be merged into itself"),
        (league, make.CompetitionFactory(), "a competition cannot be merged"),
        (club, Club(name="New"), "only stored rows"),
    ):
        with pytest.raises(EditorialError, match=message):
            merge(kept, gone, by=chief)


def test_only_those_who_may_merge() -> None:
    kept, gone = make.ClubFactory(), make.ClubFactory()
    with pytest.raises(PermissionDenied):
        merge(kept, gone, by=make.UserFactory(permissions=["change_club", "delete_club"]))
    record = merge(kept, gone, by=make.UserFactory(permissions=["merge_entities"]))
    with pytest.raises(PermissionDenied):
        undo_merge(record, by=make.UserFactory(permissions=["change_club"]))
