"""Who is public: reference data, and whoever stands in something published."""

from datetime import timedelta
from typing import Any

import pytest

from rumours.editorial.deriving import refresh_all, refresh_article, refresh_links
from rumours.models import Window
from rumours.models.entity import Entity
from tests.factories import (
    DAY,
    ArticleFactory,
    ClubFactory,
    CompetitionFactory,
    MentionFactory,
    PersonFactory,
    PlayerFactory,
    PublishedArticleFactory,
    QuoteFactory,
    ReportFactory,
    SourceFactory,
    TransferLinkFactory,
)

pytestmark = pytest.mark.django_db


def everyone(article: Any) -> dict[str, Entity]:
    """Somebody in every place of an article where somebody can be named."""
    names: dict[str, Any] = {
        "player": PlayerFactory(), "from": ClubFactory(), "to": ClubFactory(), "loan": ClubFactory(),
        "source": SourceFactory(), "via": SourceFactory(), "claimant": PersonFactory(), "publisher": article.publisher,
        "tagged player": PlayerFactory(), "tagged club": ClubFactory(), "tagged source": SourceFactory(),
        "tagged person": PersonFactory(), "club then": ClubFactory(),
        "speaker": PersonFactory(player=PlayerFactory()), "quote via": SourceFactory(), "quote club": ClubFactory(),
        "quoted about": PlayerFactory(), "club quoted about": ClubFactory(),
    }  # fmt: skip
    link = TransferLinkFactory(
        player=names["player"], from_club=names["from"], to_club=names["to"], loan_club=names["loan"]
    )
    ReportFactory(
        article=article, link=link, source=names["source"], via=names["via"], claimant_person=names["claimant"]
    )
    kinds = ("player", "club", "source", "person")
    for start, kind in enumerate(kinds):
        MentionFactory(article=article, start=start, **dict.fromkeys(kinds) | {kind: names[f"tagged {kind}"]})
    article.mentions.filter(player__isnull=False).update(club_then=names["club then"])
    QuoteFactory(
        article=article, speaker=names["speaker"], via=names["quote via"], club=names["quote club"],
        players=[names["quoted about"]], clubs=[names["club quoted about"]],
    )  # fmt: skip
    names["speaking player"] = names["speaker"].player
    return names


def public(names: dict[str, Entity]) -> set[str]:
    for row in names.values():
        row.refresh_from_db()
    return {name for name, row in names.items() if row.is_public}


def test_all_whom_a_published_article_names_are_public() -> None:
    article = PublishedArticleFactory()
    names = everyone(article)
    refresh_article(article)
    assert public(names) == set(names)


def test_nobody_whom_only_a_draft_names_is_public() -> None:
    article = ArticleFactory()
    names = everyone(article)
    refresh_article(article)
    refresh_all()
    assert public(names) == set()


def test_whom_a_scheduled_article_names_is_public_from_its_hour_on() -> None:
    hour = DAY + timedelta(days=10_000)
    article = PublishedArticleFactory(released_at=hour)
    names = everyone(article)
    refresh_article(article, now=hour - timedelta(seconds=1))
    assert public(names) == set()
    refresh_article(article, now=hour)
    assert public(names) == set(names)
    refresh_all()
    assert public(names) == set()
    refresh_all(now=hour)
    assert public(names) == set(names)


def test_reference_data_is_public_whatever_is_published() -> None:
    names: dict[str, Entity] = {"club": ClubFactory(is_reference=True), "player": PlayerFactory(is_reference=True)}
    refresh_all()
    assert public(names) == {"club", "player"}


def test_a_competition_is_public_with_a_club_of_it() -> None:
    seen, unseen = CompetitionFactory(), CompetitionFactory()
    report = ReportFactory(
        article=PublishedArticleFactory(), link=TransferLinkFactory(to_club=ClubFactory(competition=seen))
    )
    ClubFactory(competition=unseen)
    refresh_links([report.link.pk])
    assert public({"seen": seen, "unseen": unseen}) == {"seen"}


def test_links_are_counted_once_and_only_public_ones() -> None:
    player, club, source = PlayerFactory(), ClubFactory(), SourceFactory()
    links = [TransferLinkFactory(player=player, to_club=club), TransferLinkFactory(player=player, from_club=club)]
    for link in (links[0], *links):
        ReportFactory(article=PublishedArticleFactory(), link=link, source=source)
    ReportFactory(link=TransferLinkFactory(player=player, to_club=club, window__code="2027-winter"), source=source)
    refresh_all()
    for row in (player, club, source):
        row.refresh_from_db()
    assert (player.link_count, club.link_count, source.link_count) == (2, 2, 2)
    assert dict(Window.objects.values_list("code", "link_count")) == {"2026-winter": 2, "2027-winter": 0}
