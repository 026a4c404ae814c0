"""Words that are redacted go from what the desk keeps; the codes beside them stay, so that the desk still opens."""

import json
from typing import Any

import pytest
from django.contrib.auth.models import User

from rumours.editorial.desk.cards import state_of
from rumours.editorial.redacting import redact
from rumours.models import Article, Decision, Player
from tests.editorial.desk.asking import ask
from tests.editorial.desk.conftest import Desk

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("words", ["winter", "player", "edit", "bid", "made", "Marlin"])
def test_the_desk_opens_and_undoes_whatever_word_is_redacted(words: str, desk: Desk, chief: User) -> None:
    key = f"s{desk.bid.pk}"
    player = {"kind": "player", "new": "Juno Marlin"}
    ask(desk.article, chief, "edit", key, values={"window": "2026-winter", "player": player, "stage": "bid made"})
    ask(desk.article, chief, "accept", key)
    ask(desk.article, chief, "edit", key, values={"window": "2026-summer", "stage_group": "talks"})
    Article.objects.filter(pk=desk.article.pk).update(standfirst=f"It was {words}.")
    desk.article.refresh_from_db()
    redact(desk.article, words=words, by=chief, why="A court said so.")
    assert state_of(desk.article, by=chief)["undo"] is not None
    ask(desk.article, chief, "undo")
    report = desk.article.reports.get()
    assert (report.link.window.code, report.stage_group, report.stage) == ("2026-winter", "bid", "bid made")
    ask(desk.article, chief, "undo")
    state_of(desk.article, by=chief)
    assert (desk.article.reports.count(), Player.objects.filter(name="Juno Marlin").count()) == (0, 0)


def test_names_are_redacted_beside_codes(desk: Desk, chief: User) -> None:
    player: Any = {"kind": "player", "new": "Juno Winterbourne"}
    ask(desk.article, chief, "edit", f"s{desk.bid.pk}", values={"window": "2026-winter", "player": player})
    ask(desk.article, chief, "accept", f"s{desk.bid.pk}")
    Article.objects.filter(pk=desk.article.pk).update(standfirst="It was Juno Winterbourne.")
    desk.article.refresh_from_db()
    redact(desk.article, words="Winterbourne", by=chief, why="A court said so.")
    kept = json.dumps(list(Decision.objects.values_list("before", "after", "asked")))
    assert ("interbourne" in kept, "2026-winter" in kept) == (False, True)
