"""The beginnings of names are always what the names say, whoever wrote them; they find what a scan would find."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rumours.editorial.deriving import refresh_entities
from rumours.editorial.loading.writing import create_all, update_all
from rumours.editorial.merging import merge, undo_merge
from rumours.editorial.renaming import rename
from rumours.models import Club, ClubAlias, Competition, Merge, Person, Player, PlayerAlias, Source
from rumours.models.word import OTHER, OWN, START, beginnings, keep_words, words_model
from tests import factories

pytestmark = pytest.mark.django_db
KINDS: tuple[Any, ...] = (Player, Club, Person, Source, Competition)


def assert_true() -> None:
    """Every table of beginnings holds what its rows say, and nothing else."""
    for model in KINDS:
        said = {
            (row.pk, word, whole, row.link_count)
            for row in model._base_manager.all()
            for word, whole in beginnings(row.search, row.folded).items()
        }
        kept = list(words_model(model)._base_manager.values_list("row_id", "word", "whole", "rank"))
        assert (set(kept), len(kept)) == (said, len(said)), model


def test_what_is_kept_of_a_name() -> None:
    assert beginnings("| ac milan | ac |", "ac milan") == {
        "a": START, "ac": OTHER, "m": START, "mi": START, "mil": START, "mila": START, "milan": START,
        "=ac milan": OWN, "=ac": OTHER,
    }  # fmt: skip


def test_of_a_long_word_only_its_beginning_is_kept() -> None:
    assert max(len(word) for word in beginnings("| fabianskinho |", "fabianskinho") if word[0] != "=") == 8


def test_names_of_any_origin_are_kept(superuser: User) -> None:
    player = factories.PlayerFactory(name="Milan Škriniar")
    alias = PlayerAlias.objects.create(player=player, name="Škrinka")
    Club.objects.bulk_create([Club(name="Red Star", slug="red-star", association="Serbia")])
    assert_true()
    alias.name = "Skala"
    alias.save()
    assert_true()
    alias.delete()
    rename(player, name="Milo Škriniar", by=superuser)
    assert_true()


def test_loading_keeps_them(superuser: User) -> None:
    club = Club(name="Aalborg", folded="aalborg", search="| aalborg |", slug="aalborg", association="Denmark")
    create_all(Club, [club], superuser)
    assert_true()
    club.search = "| aalborg | aab |"
    update_all(Club, [club], {"search"}, superuser)
    assert_true()


def test_merging_and_its_undo_keep_them(superuser: User) -> None:
    kept, gone = factories.ClubFactory(name="Inter"), factories.ClubFactory(name="Internazionale")
    ClubAlias.objects.create(club=gone, name="Nerazzurri")
    merge(kept, gone, by=superuser)
    assert_true()
    assert [club.pk for club in Club.objects.named("neraz")] == [kept.pk]
    undo_merge(Merge.objects.get(), by=superuser)
    assert_true()
    assert [club.pk for club in Club.objects.named("neraz")] == [gone.pk]


def test_ranks_follow_the_counts() -> None:
    report = factories.ReportFactory(article=factories.PublishedArticleFactory())
    report.link.is_public = True
    report.link.save()
    refresh_entities(players=[report.link.player_id], clubs=[report.link.to_club_id])
    assert Player.objects.get(pk=report.link.player_id).link_count == 1
    assert_true()


def test_what_is_deleted_is_found_no_more() -> None:
    player = factories.PlayerFactory(name="Milan Škriniar")
    Player.objects.filter(pk=player.pk).delete()
    assert_true()


def test_keeping_again_writes_nothing() -> None:
    player = factories.PlayerFactory()
    with CaptureQueriesContext(connection) as queries:
        keep_words(Player, [player.pk])
    assert [query["sql"][:6] for query in queries] == ["SELECT", "SELECT"]


def test_a_search_is_one_query_and_finds_the_most_written_about_first() -> None:
    for name, count in (("Marco Rossi", 2), ("Milan Marić", 9), ("Mar", 1), ("Omar Said", 30)):
        player = factories.PlayerFactory(name=name)
        Player.objects.filter(pk=player.pk).update(link_count=count)
        keep_words(Player, [player.pk])
    with CaptureQueriesContext(connection) as queries:
        found = [player.name for player in Player.objects.named("mar")[:12]]
    assert (found, len(queries)) == (["Mar", "Milan Marić", "Marco Rossi"], 1)


@pytest.fixture
def superuser() -> User:
    """Somebody who may do everything."""
    user: User = factories.UserFactory(is_superuser=True)
    return user
