"""Rows of every kind that point at a club, a player, a person or a source; and the whole site as rows."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from simple_history.models import HistoricalChanges

from rumours.editorial.deriving import refresh_all
from rumours.editorial.merging.relations import relations_to
from rumours.editorial.present import refresh_club
from rumours.models import (
    Club,
    Entity,
    Merge,
    Person,
    Player,
    Source,
    SuggestionAlternative,
)
from rumours.models.version import Version
from rumours.models.word import NameWord
from tests import factories as make

DAY = date(2024, 7, 1)
EARLY, LATE = datetime(2026, 1, 5, tzinfo=UTC), datetime(2026, 1, 6, tzinfo=UTC)


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
