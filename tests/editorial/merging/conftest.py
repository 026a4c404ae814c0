"""A chief, and two clubs of which each has a link of one saga."""

from typing import Any

import pytest
from django.contrib.auth.models import User

from rumours.choices import ReportRole
from tests import factories as make
from tests.editorial.merging.surroundings import EARLY, LATE


@pytest.fixture
def chief() -> User:
    return make.ChiefFactory()


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
