"""What a run costs, notes, leaves out and is allowed."""

from dataclasses import replace

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rumours.choices import FeeWhat
from rumours.editorial.suggesting import suggest_for
from rumours.models import Article
from rumours.tagging import (
    FeeFinding,
    Findings,
    Named,
)
from tests.editorial.suggesting.findings import PORTWICK, link, names_of, new_name, place, quote

pytestmark = pytest.mark.django_db


def many(rows: int) -> Findings:
    """Some of each kind."""
    words = ["Portwick", "Rovers", "Teo Marlin"][:rows]
    return Findings(
        names=tuple(new_name(word, "player") for word in words),
        links=tuple(
            link(Named(word), PORTWICK, fees=(FeeFinding(place("€20m"), FeeWhat.OFFER, 1, 2, "EUR"),)) for word in words
        ),
        quotes=tuple(quote(Named(word), span=place(word), fragments=()) for word in words),
    )


def test_one_row_costs_as_many_queries_as_three(draft: Article, editor: User) -> None:
    counts = []
    for rows in (1, 3, 1, 3):
        with CaptureQueriesContext(connection) as queries:
            assert suggest_for(draft, by=editor, findings=many(rows)) == 3 * rows
        counts.append(len(queries))
    assert counts[2] == counts[3]


def test_what_was_not_looked_for_is_noted(draft: Article, editor: User) -> None:
    suggest_for(draft, by=editor, findings=Findings(notes=("no link rules for this language",)))
    assert (draft.tagger_run.notes, draft.suggestions.count()) == ("no link rules for this language", 0)
    suggest_for(draft, by=editor, findings=Findings())
    draft.refresh_from_db()
    assert draft.tagger_run.notes == ""


def test_nothing_longer_than_its_column_breaks_a_run(draft: Article, editor: User) -> None:
    long = "A" * 5000
    found = Findings(
        links=(link(Named(long), Named(long), rule=long, source=Named(long)),),
        quotes=(quote(None, described=long, via=Named(long)),),
        names=(replace(new_name("Teo Marlin", "player"), nationality=long, age=4000, club=Named(long)),),
    )
    assert suggest_for(draft, by=editor, findings=found) == 3


def test_it_takes_permission(article: Article) -> None:
    with pytest.raises(PermissionDenied):
        suggest_for(article, by=User.objects.create_user("ben"))
    assert names_of(article) == []
