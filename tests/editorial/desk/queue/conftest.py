"""Two editors."""

import pytest
from django.contrib.auth.models import User

from tests import factories


@pytest.fixture
def ana() -> User:
    made: User = factories.ChiefFactory(username="ana")
    return made


@pytest.fixture
def ben() -> User:
    made: User = factories.ChiefFactory(username="ben")
    return made
