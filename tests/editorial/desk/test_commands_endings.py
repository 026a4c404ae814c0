"""An ending that an editor gave belongs to its link: what others said of theirs stays."""

from typing import Any

import pytest
from django.contrib.auth.models import User

from rumours.editorial.ending import set_ending
from rumours.editorial.linking import link_for
from rumours.models import Club, TransferLink
from tests import factories as make
from tests.editorial.desk.asking import ask
from tests.editorial.desk.conftest import Desk

pytestmark = pytest.mark.django_db
STAYED, CHOSE = "stayed", "chose another club"


@pytest.fixture
def other() -> User:
    made: User = make.ChiefFactory()
    return made


def known(desk: Desk, buyer: Club, by: User, ending: str = "") -> TransferLink:
    """A link of the winter on which another article reports."""
    winter = make.WindowFactory(code="2026-winter")
    link = link_for(player=desk.marlin, to_club=buyer, window=winter, by=by)[0]
    make.ReportFactory(link=link)
    set_ending(link, ending=ending, by=by)
    return link


def endings(*links: TransferLink) -> list[str]:
    return [TransferLink.objects.get(pk=link.pk).set_ending for link in links]


def to(club: Club) -> dict[str, Any]:
    return {"to_club": {"kind": "club", "id": club.pk}}


def test_a_report_that_joins_a_link_leaves_its_ending(desk: Desk, chief: User) -> None:
    there = known(desk, desk.harbour, chief, STAYED)
    ask(desk.article, chief, "edit", f"s{desk.bid.pk}", values={"window": "2026-winter"})
    ask(desk.article, chief, "accept", f"s{desk.bid.pk}")
    ask(desk.article, chief, "edit", f"s{desk.bid.pk}", values=to(desk.harbour))
    assert (desk.article.reports.get().link, endings(there)) == (there, [STAYED])
    ask(desk.article, chief, "undo")
    assert (desk.article.reports.get().link.set_ending, endings(there)) == ("", [STAYED])


def test_an_ending_is_taken_from_the_link_that_got_it(desk: Desk, chief: User, other: User) -> None:
    first, second = known(desk, desk.portwick, chief), known(desk, desk.harbour, chief, STAYED)
    key = f"s{desk.bid.pk}"
    ask(desk.article, chief, "edit", key, values={"window": "2026-winter", "ending": CHOSE})
    ask(desk.article, chief, "accept", key)
    ask(desk.article, other, "edit", key, values=to(desk.harbour))
    assert endings(first, second) == [CHOSE, STAYED]
    ask(desk.article, other, "reopen", key)
    assert endings(first, second) == ["", STAYED]


def test_what_another_has_said_since_stays(desk: Desk, chief: User, other: User) -> None:
    link, key = known(desk, desk.portwick, chief), f"s{desk.bid.pk}"
    ask(desk.article, chief, "edit", key, values={"window": "2026-winter", "ending": CHOSE})
    ask(desk.article, chief, "accept", key)
    link.refresh_from_db()
    set_ending(link, ending=STAYED, by=other)
    ask(desk.article, chief, "undo")
    assert endings(link) == [STAYED]
