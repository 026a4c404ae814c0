"""An article, its chief, and the club and player that are known."""

import pytest
from django.contrib.auth.models import User

from rumours.models import (
    Article,
    Club,
    Player,
)
from tests import factories as make
from tests.editorial.accepting.surroundings import BODY


@pytest.fixture
def chief() -> User:
    made: User = make.ChiefFactory()
    return made


@pytest.fixture
def article() -> Article:
    made: Article = make.ArticleFactory(body=BODY)
    return made


@pytest.fixture
def portwick() -> Club:
    made: Club = make.ClubFactory(name="Portwick")
    return made


@pytest.fixture
def marlin() -> Player:
    made: Player = make.PlayerFactory(name="Teo Marlin")
    return made
