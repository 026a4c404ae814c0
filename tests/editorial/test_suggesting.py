"""Suggestions of an article: stored once, replaced by a rerun while undecided, kept once decided."""

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from rumours.editorial.suggesting import suggest_for
from rumours.models import Article, Aside, Club, ClubAlias, Person, Player, Source, Suggestion

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> User:
    return User.objects.create_superuser("ana")


@pytest.fixture
def article() -> Article:
    Player.objects.create(name="Fikayo Tomori")
    Player.objects.create(name="Moise Kean")
    club = Club.objects.create(name="Juventus", association="Italy")
    ClubAlias.objects.create(club=club, name="Bianconeri")
    article = Article.objects.create(
        headline="A move", body="Juventus want Fikayo Tomori. The Bianconeri push for Tomori. Juventus wait."
    )
    Aside.objects.create(article=article, kind="caption", text="Moise Kean in Bournemouth", place=0)
    return article


def proposals(article: Article) -> list[tuple[str, str, int]]:
    return list(article.suggestions.values_list("kind", "text", "start"))


EXPECTED = [
    ("club", "Juventus", 0),
    ("player", "Fikayo Tomori", 14),
    ("club", "Bianconeri", 33),
    ("player", "Tomori", 53),
]


def test_each_name_is_proposed_once_and_captions_never(article: Article, editor: User) -> None:
    assert suggest_for(article, by=editor) == 4
    assert proposals(article) == EXPECTED


def test_the_row_a_name_means_is_proposed_with_it(article: Article, editor: User) -> None:
    suggest_for(article, by=editor)
    tomori = article.suggestions.get(text="Tomori")
    assert (tomori.player, tomori.club, tomori.rule) == (
        Player.objects.get(name="Fikayo Tomori"),
        None,
        "surname-of-full-name",
    )


def test_a_rerun_replaces_what_is_undecided_and_keeps_what_is_decided(article: Article, editor: User) -> None:
    suggest_for(article, by=editor)
    article.suggestions.filter(text="Juventus").update(
        decision="rejected", decided_at=timezone.now(), decided_by=editor
    )
    Player.objects.get(name="Fikayo Tomori").delete()
    assert suggest_for(article, by=editor) == 1
    assert proposals(article) == [("club", "Juventus", 0), ("club", "Bianconeri", 33)]
    assert Suggestion.objects.get(text="Juventus").decision == "rejected"


def test_an_ambiguous_name_keeps_its_alternatives(article: Article, editor: User) -> None:
    other = Club.objects.create(name="Udinese", association="Italy")
    ClubAlias.objects.create(club=other, name="Bianconeri")
    suggest_for(article, by=editor)
    name = article.suggestions.get(text="Bianconeri")
    assert name.club == Club.objects.get(name="Juventus")
    assert [alternative.club for alternative in name.alternatives.all()] == [other]


def test_a_name_that_is_also_a_common_word_is_proposed_as_one(editor: User) -> None:
    Source.objects.create(name="Record", ambiguous=True)
    article = Article.objects.create(headline="A move", body="Record fees are asked.")
    suggest_for(article, by=editor)
    assert [(name.text, name.rule) for name in article.suggestions.all()] == [("Record", "ambiguous-name")]


def test_a_persons_last_known_role_is_proposed_with_the_name(editor: User) -> None:
    Person.objects.create(name="Igli Tare", role="director")
    Person.objects.create(name="Nobody Special")
    article = Article.objects.create(headline="A move", body="Igli Tare met Nobody Special.")
    suggest_for(article, by=editor)
    assert [(name.text, name.role) for name in article.suggestions.all()] == [
        ("Igli Tare", "director"),
        ("Nobody Special", ""),
    ]


def test_it_takes_permission(article: Article) -> None:
    with pytest.raises(PermissionDenied):
        suggest_for(article, by=User.objects.create_user("ben"))
    assert proposals(article) == []
