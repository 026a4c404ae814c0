"""Ending a saga on an editor's own word."""

import pytest
from django.core.exceptions import PermissionDenied

from rumours.editorial.deriving import refresh_links
from rumours.editorial.ending import set_ending
from rumours.editorial.errors import EditorialError
from rumours.models import Correction, TransferLink
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def link() -> TransferLink:
    """One that readers see."""
    made: TransferLink = factories.ReportFactory(article=factories.PublishedArticleFactory()).link
    refresh_links([made.pk])
    made.refresh_from_db()
    return made


def test_it_is_over_and_open_again(link: TransferLink) -> None:
    before, chief = TransferLink.objects.values().get(), factories.ChiefFactory()
    set_ending(link, ending="went quiet", note="Nothing for a month", by=chief)
    link.refresh_from_db()
    assert (link.outcome, link.ending, link.set_ending_by) == ("over", "went quiet", chief)
    assert [line.note for line in Correction.objects.of(link)] == ["Nothing for a month"]
    set_ending(link, ending="", by=chief)
    assert TransferLink.objects.values().get() == before


def test_readers_are_told_why(link: TransferLink) -> None:
    with pytest.raises(EditorialError, match="say in a note why it is over"):
        set_ending(link, ending="went quiet", by=factories.ChiefFactory())


def test_what_is_no_ending_is_refused(link: TransferLink) -> None:
    with pytest.raises(EditorialError, match="“bored” is no ending"):
        set_ending(link, ending="bored", note="So", by=factories.ChiefFactory())


def test_it_takes_permission(link: TransferLink) -> None:
    with pytest.raises(PermissionDenied):
        set_ending(link, ending="went quiet", note="So", by=factories.UserFactory())
