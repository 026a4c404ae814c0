"""Who may accept, and what an answer costs, also one that is asked for twice."""

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rumours.editorial.errors import WrongState
from rumours.editorial.permissions import GROUPS
from rumours.editorial.reviewing import accept_link, accept_quote, reject, undo
from rumours.models import (
    Article,
    Club,
    Decision,
    Player,
    Suggestion,
)
from tests import factories as make
from tests.editorial.accepting.surroundings import BODY, cases, link, spoken, suggested

pytestmark = pytest.mark.django_db


def test_a_clients_repeat_is_answered_with_the_first_result(
    article: Article, chief: User, marlin: Player, portwick: Club
) -> None:
    row, words = link(article, player=marlin, to_club=portwick), spoken(article, described="A friend")
    report, quote = accept_link(row, by=chief, client_id="one"), accept_quote(words, by=chief, client_id="two")
    assert (accept_link(row, by=chief, client_id="one"), accept_quote(words, by=chief, client_id="two")) == (
        report, quote,
    )  # fmt: skip
    undo(row, by=chief, client_id="three")
    undo(row, by=chief, client_id="three")
    assert accept_link(row, by=chief, client_id="one") is None
    assert Decision.objects.count() == 3


def test_one_that_a_new_run_replaced_is_told_to_be_gone(article: Article, chief: User) -> None:
    row = suggested(article, "Portwick", "club", club=make.ClubFactory())
    Suggestion.objects.all().delete()
    with pytest.raises(WrongState, match="ran the tagger again"):
        reject(row, by=chief)


def test_a_contributor_may_do_all_of_it_in_a_draft(article: Article, portwick: Club) -> None:
    contributor = make.UserFactory(permissions=GROUPS["contributor"])
    for decide, row in cases(article, portwick).values():
        if Suggestion.objects.get(pk=row.pk).decision is None:
            decide(row, by=contributor)
            undo(row, by=contributor)


def test_other_suggestions_of_the_article_cost_no_queries(article: Article, chief: User, portwick: Club) -> None:
    counts = []
    for others in (0, 1, 3):
        draft = make.ArticleFactory(body=BODY)
        for number in range(others):
            suggested(draft, ("Rovers", "Abel", "Quist")[number], "club", club=make.ClubFactory())
        row = link(draft, player=make.PlayerFactory(), to_club=portwick)
        with CaptureQueriesContext(connection) as queries:
            accept_link(row, by=chief)
        counts.append(len(queries))
    assert counts[1] == counts[2]
