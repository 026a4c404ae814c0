"""A rerun replaces what is undecided and keeps what is decided."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from rumours.choices import StageGroup
from rumours.editorial.suggesting import suggest_for
from rumours.models import Article, Club, Player
from rumours.tagging import (
    Findings,
    Key,
    MentionFinding,
    Named,
)
from tests import factories
from tests.editorial.suggesting.findings import MARLIN, PORTWICK, link, new_name, place, quote

pytestmark = pytest.mark.django_db


def decide(suggestions: Any, by: User) -> None:
    suggestions.update(decision="rejected", decided_at=timezone.now(), decided_by=by)


def test_a_rerun_replaces_what_is_undecided_and_keeps_what_is_decided(article: Article, editor: User) -> None:
    suggest_for(article, by=editor)
    decide(article.suggestions.filter(text="Juventus"), editor)
    Player.objects.get(name="Fikayo Tomori").delete()
    suggest_for(article, by=editor)
    clubs = article.suggestions.filter(kind="club").values_list("text", "decision")
    assert list(clubs) == [("Juventus", "rejected"), ("Bianconeri", None)]
    assert article.suggestions.filter(player__isnull=False).count() == 0


AGAIN: dict[str, tuple[Callable[[Player, Club], Findings], Callable[[Player, Club], Findings], int]] = {
    "the same names": (
        lambda p, c: Findings(links=(link(MARLIN, PORTWICK),)),
        lambda p, c: Findings(links=(link(Named("TEO MARLIN"), PORTWICK, stage_group=StageGroup.TALKS, stage=None),)),
        0,
    ),
    "a player known since": (
        lambda p, c: Findings(links=(link(MARLIN, PORTWICK),)),
        lambda p, c: Findings(links=(link(Named("Teo Marlin", (Key("player", p.pk),)), PORTWICK),)),
        0,
    ),
    "the same rows by other names": (
        lambda p, c: Findings(
            links=(link(Named("Marlin", (Key("player", p.pk),)), Named("Ports", (Key("club", c.pk),))),)
        ),
        lambda p, c: Findings(
            links=(link(Named("Teo Marlin", (Key("player", p.pk),)), Named("Portwick", (Key("club", c.pk),))),)
        ),
        0,
    ),
    "no suitor, twice": (
        lambda p, c: Findings(links=(link(MARLIN, None),)),
        lambda p, c: Findings(links=(link(MARLIN, None),)),
        0,
    ),
    "another buyer": (
        lambda p, c: Findings(links=(link(MARLIN, None),)),
        lambda p, c: Findings(links=(link(MARLIN, PORTWICK),)),
        1,
    ),
    "a quote cut otherwise": (
        lambda p, c: Findings(quotes=(quote(Named("Abel Quist")),)),
        lambda p, c: Findings(
            quotes=(quote(None, span=place("that is all."), fragments=(place("that is all."),), described="A man"),)
        ),
        0,
    ),
    "a name": (
        lambda p, c: Findings(names=(new_name("Teo Marlin", "player"),)),
        lambda p, c: Findings(
            mentions=(MentionFinding(place("Teo Marlin"), "Teo Marlin", (Key("player", p.pk),), 0.9, "known-name"),)
        ),
        0,
    ),
}


@pytest.mark.parametrize("case", AGAIN)
def test_what_was_decided_is_not_proposed_again(draft: Article, editor: User, case: str) -> None:
    player, club = factories.PlayerFactory(), factories.ClubFactory()
    first, second, fresh = AGAIN[case]
    assert suggest_for(draft, by=editor, findings=first(player, club)) == 1
    assert suggest_for(draft, by=editor, findings=first(player, club)) == 1
    decide(draft.suggestions.all(), editor)
    assert suggest_for(draft, by=editor, findings=second(player, club)) == fresh
    assert draft.suggestions.count() == 1 + fresh
