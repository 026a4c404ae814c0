"""Taking back what was accepted leaves everything as it was."""

import pytest
from django.contrib.auth.models import User

from rumours.editorial.errors import WrongState
from rumours.editorial.publishing import publish
from rumours.editorial.reviewing import accept_link, undo
from rumours.models import (
    Article,
    Club,
    Player,
    Report,
    Suggestion,
)
from tests import factories as make
from tests.editorial.accepting.surroundings import cases, everything, link

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("case", ["link", "quote", "name", "reject"])
def test_taking_back_leaves_everything_as_it_was(article: Article, chief: User, portwick: Club, case: str) -> None:
    decide, row = cases(article, portwick)[case]
    before, waiting = everything(), article.suggestions.undecided().count()
    decide(row, by=chief)
    undo(row, by=chief)
    assert (everything(), article.suggestions.undecided().count()) == (before, waiting)
    decide(row, by=chief)
    assert row.decision in ("accepted", "rejected")


def test_a_stub_that_something_else_names_stays(article: Article, chief: User, portwick: Club) -> None:
    row = cases(article, portwick)["link"][1]
    accept_link(row, by=chief)
    make.MentionFactory(article=make.ArticleFactory(), player=Player.objects.get())
    undo(row, by=chief)
    assert (Player.objects.count(), Report.objects.count()) == (1, 0)


def test_what_readers_have_seen_is_withdrawn_not_taken_back(
    article: Article, chief: User, marlin: Player, portwick: Club
) -> None:
    row = link(article, player=marlin, to_club=portwick)
    accept_link(row, by=chief)
    publish(article, by=chief)
    row = Suggestion.objects.get(pk=row.pk)
    with pytest.raises(WrongState, match="withdraw it instead"):
        undo(row, by=chief)
    assert Suggestion.objects.get(pk=row.pk).decision == "accepted"
