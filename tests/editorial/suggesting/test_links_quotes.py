"""Links and quotes are kept with every column."""

from decimal import Decimal

import pytest
from django.contrib.auth.models import User

from rumours.choices import Doubt, FeeWhat, PersonRole
from rumours.editorial.suggesting import suggest_for
from rumours.models import Article
from rumours.tagging import (
    FeeFinding,
    Findings,
    Key,
    Named,
    NewName,
)
from tests import factories
from tests.editorial.suggesting.findings import BODY, link, new_name, place, quote

pytestmark = pytest.mark.django_db


def test_a_link_is_kept_with_every_column(draft: Article, editor: User) -> None:
    player, namesake = factories.PlayerFactory(), factories.PlayerFactory()
    club, other = factories.ClubFactory(), factories.ClubFactory()
    source = factories.SourceFactory()
    sums = (
        FeeFinding(place("€20m"), FeeWhat.OFFER, 20_000_000, 20_000_000, "EUR"),
        FeeFinding(place("€20m"), FeeWhat.CLAUSE, 10**30, 10**30, "EUR"),
    )
    found = link(
        Named("Teo Marlin", (Key("player", player.pk), Key("player", namesake.pk), Key("person", 7))),
        Named("Portwick", (Key("club", club.pk), Key("club", other.pk))),
        window="2026-winter", fees=sums, doubt=Doubt.SELLER, loan_club=Named("Harbour Town"),
        source=Named("The Quayside Post", (Key("source", source.pk),)),
    )  # fmt: skip
    assert suggest_for(draft, by=editor, findings=Findings(links=(found,))) == 1
    row = draft.suggestions.get()
    assert (row.kind, row.text, row.start) == ("link", found.text, found.span.start)
    assert (row.player, row.player_name, row.to_club, row.to_name) == (player, "Teo Marlin", club, "Portwick")
    assert (row.from_club, row.from_name, row.loan_club, row.loan_name) == (None, "Rovers", None, "Harbour Town")
    assert (row.window, row.stage_group, row.stage) == ("2026-winter", "bid", "bid made")
    assert (row.transfer_kind, row.doubt) == ("unknown", "seller unwilling")
    assert (row.source, row.source_name, row.report_role, row.follows) == (source, "The Quayside Post", "", None)
    assert (row.confidence, row.rule, row.tagger_version != "") == (Decimal("0.8"), "bid", True)
    kept = [(other.slot, other.subject) for other in row.alternatives.all()]
    assert kept == [("player", namesake), ("to_club", other)]
    assert [str(fee) for fee in row.fees.all()] == ["offer 20000000–20000000 EUR"]


def test_an_unknown_window_stays_unknown(draft: Article, editor: User) -> None:
    suggest_for(draft, by=editor, findings=Findings(links=(link(Named("Teo Marlin"), Named("Portwick")),)))
    assert draft.suggestions.get().window == ""


def test_a_quote_is_kept_with_its_stretches_and_its_outlet(draft: Article, editor: User) -> None:
    quist = factories.PersonFactory(name="Abel Quist")
    spoken = quote(Named("Abel Quist", (Key("person", quist.pk),)), via=Named("The Quayside Post"))
    people = ((Named("Abel Quist", (Key("person", quist.pk),)), PersonRole.COACH),)
    suggest_for(draft, by=editor, findings=Findings(quotes=(spoken,), people=people))
    row = draft.suggestions.get()
    assert (row.kind, row.person, row.person_name, row.role) == ("quote", quist, "Abel Quist", "coach")
    assert (row.via, row.via_name, row.described) == (None, "The Quayside Post", "")
    assert [piece.text for piece in row.fragments.all()] == ["He stays,", "and that is all."]
    assert row.text == BODY[spoken.span.start : spoken.span.end]


@pytest.mark.parametrize(
    ("speaker", "known", "expected"),
    [
        (None, (), ("", "", "The winger’s agent", "")),
        (Named("Abel Quist"), (), ("", "Abel Quist", "", "")),
        (Named("Teo Marlin"), (new_name("Teo Marlin", "player"),), ("Teo Marlin", "", "", "player")),
        (
            Named("Abel Quist"),
            (new_name("Abel Quist", "person", role=PersonRole.COACH),),
            ("", "Abel Quist", "", "coach"),
        ),
    ],
    ids=["described", "unknown", "a new player", "a new person"],
)
def test_who_speaks(
    draft: Article, editor: User, speaker: Named | None, known: tuple[NewName, ...], expected: tuple[str, ...]
) -> None:
    spoken = quote(speaker, described="The winger’s agent" if speaker is None else "")
    suggest_for(draft, by=editor, findings=Findings(quotes=(spoken,), names=known))
    row = draft.suggestions.get(kind="quote")
    assert (row.player_name, row.person_name, row.described, row.role) == expected
