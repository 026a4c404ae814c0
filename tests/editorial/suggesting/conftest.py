"""An editor, an article with known names, and a draft of the body."""

import pytest
from django.contrib.auth.models import User

from rumours.models import Article, Aside, Club, ClubAlias, Player
from tests import factories
from tests.editorial.suggesting.findings import BODY


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


@pytest.fixture
def draft() -> Article:
    made: Article = factories.ArticleFactory(body=BODY)
    return made
