"""Open, done or over: a row and a list of rows say the same at every instant."""

from datetime import timedelta

import pytest

from rumours.choices import LinkStatus
from rumours.models import TransferLink
from tests.factories import DAY, TransferLinkFactory

pytestmark = pytest.mark.django_db
INSTANTS = (DAY - timedelta(microseconds=1), DAY, DAY + timedelta(microseconds=1))


@pytest.mark.parametrize(
    ("outcome", "closes_at", "free_agent", "statuses"),
    [
        ("open", DAY, False, ["open", "over", "over"]),
        ("open", DAY, True, ["open", "open", "open"]),
        ("open", None, False, ["open", "open", "open"]),
        ("done", DAY, False, ["done", "done", "done"]),
        ("over", DAY, False, ["over", "over", "over"]),
    ],
)
def test_an_open_link_is_over_from_the_instant_its_window_shuts(
    outcome: str, closes_at: object, free_agent: bool, statuses: list[str]
) -> None:
    club = {"from_club": None} if free_agent else {}
    link = TransferLinkFactory(outcome=outcome, closes_at=closes_at, free_agent=free_agent, **club)
    assert [link.status_at(at).value for at in INSTANTS] == statuses
    listed = [[status for status in LinkStatus if TransferLink.objects.with_status([status], at)] for at in INSTANTS]
    assert listed == [[status] for status in statuses]
