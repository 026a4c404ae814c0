"""Whom an editor chose is meant still after that row was merged into another."""

from typing import Any

import pytest
from django.contrib.auth.models import User

from rumours.editorial.desk.cards import card_of
from rumours.editorial.merging import merge, undo_merge
from rumours.editorial.merging.following import merged_into
from tests import factories as make
from tests.editorial.desk.asking import ask
from tests.editorial.desk.conftest import Desk

pytestmark = pytest.mark.django_db


def player(row: Any) -> dict[str, Any]:
    return {"kind": "player", "id": row.pk}


def test_a_waiting_card_means_who_the_chosen_one_is_now(desk: Desk, chief: User) -> None:
    double, key = make.PlayerFactory(name="Theo Marlin"), f"s{desk.bid.pk}"
    ask(desk.article, chief, "edit", key, values={"player": player(double)})
    merge(desk.marlin, double, by=chief)
    card: Any = card_of(desk.article, key, by=chief)
    assert card["fields"]["player"]["value"] == player(desk.marlin)
    ask(desk.article, chief, "accept", key)
    assert desk.article.reports.get().link.player == desk.marlin


def test_undo_and_redo_mean_him_too(desk: Desk, chief: User) -> None:
    double, key = make.PlayerFactory(name="Theo Marlin"), f"s{desk.talks.pk}"
    ask(desk.article, chief, "accept", key)
    ask(desk.article, chief, "edit", key, values={"player": player(double)})
    ask(desk.article, chief, "edit", key, values={"player": player(desk.namesake)})
    merge(desk.marlin, double, by=chief)
    ask(desk.article, chief, "undo")
    assert desk.article.reports.get().link.player == desk.marlin
    for verb in ("undo", "redo"):
        ask(desk.article, chief, verb)
    assert desk.article.reports.get().link.player == desk.marlin


def test_merges_are_followed_to_the_last_and_no_further(chief: User) -> None:
    first, second, third = (make.PlayerFactory(name=name) for name in ("Theo Marlin", "Teo Merlin", "Teo Marlin"))
    ids = [first.pk, second.pk]
    merge(second, first, by=chief)
    last = merge(third, second, by=chief)
    assert merged_into("player", ids) == {ids[0]: third.pk, ids[1]: third.pk}
    assert merged_into("club", ids) == {}
    undo_merge(last, by=chief)
    assert merged_into("player", ids) == {ids[0]: ids[1]}
