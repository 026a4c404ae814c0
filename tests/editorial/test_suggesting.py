"""Suggestions of an article: stored once, replaced by a rerun while undecided, kept once decided."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from rumours.choices import Doubt, FeeWhat, PersonRole, Position, Stage, StageGroup, TransferKind
from rumours.editorial.suggesting import suggest_for
from rumours.models import Article, Aside, Club, ClubAlias, Person, Player
from rumours.tagging import (
    CreditFinding,
    FeeFinding,
    Findings,
    Key,
    LinkFinding,
    MentionFinding,
    Named,
    NewName,
    QuoteFinding,
)
from rumours.text import Span
from tests import factories

pytestmark = pytest.mark.django_db

BODY = (
    "Portwick have bid €20m for Rovers winger Teo Marlin, reports The Quayside Post. "
    "“He stays,” said Rovers manager Abel Quist, “and that is all.”"
)


@pytest.fixture
def editor() -> User:
    return User.objects.create_superuser("ana")


@pytest.fixture
def article() -> Article:
    Player.objects.create(name="Fikayo Tomori")
    Player.objects.create(name="Moise Kean")
    club = Club.objects.create(name="Juventus", association="Italy")
    ClubAlias.objects.create(club=club, name="Bianconeri")
    article = Article.objects.create(
        headline="A move", body="Juventus want Fikayo Tomori. The Bianconeri push for Tomori. Juventus wait."
    )
    Aside.objects.create(article=article, kind="caption", text="Moise Kean in Bournemouth", place=0)
    return article


@pytest.fixture
def draft() -> Article:
    made: Article = factories.ArticleFactory(body=BODY)
    return made


def place(words: str) -> Span:
    start = BODY.index(words)
    return Span(start, start + len(words))


def link(player: Named, to_club: Named | None, **changes: Any) -> LinkFinding:
    """A link on the first sentence of the body."""
    span = place("Portwick have bid €20m for Rovers winger Teo Marlin, reports The Quayside Post.")
    made = LinkFinding(
        span=span, text=span.of(BODY), player=player, from_club=Named("Rovers"), to_club=to_club, loan_club=None,
        window=None, stage_group=StageGroup.BID, stage=Stage.BID, kind=TransferKind.UNKNOWN, fees=(), doubt=Doubt.NONE,
        source=None, confidence=0.8, rule="bid",
    )  # fmt: skip
    return replace(made, **changes)


def quote(speaker: Named | None, **changes: Any) -> QuoteFinding:
    """The quote of the second sentence, which a tag divides."""
    pieces = (place("He stays,"), place("and that is all."))
    made = QuoteFinding(
        span=Span(pieces[0].start, pieces[1].end), text="He stays, and that is all.", fragments=pieces,
        speaker=speaker, described="", via=None, confidence=0.9, rule="tag-in-the-middle",
    )  # fmt: skip
    return replace(made, **changes)


def new_name(name: str, kind: str, **facts: Any) -> NewName:
    return NewName(span=place(name), text=name, kind=kind, confidence=0.7, rule="new-name", **facts)


def names_of(article: Article) -> list[tuple[str, str, int]]:
    return list(article.suggestions.names().values_list("kind", "text", "start"))


def test_each_name_is_proposed_once_and_captions_never(article: Article, editor: User) -> None:
    suggest_for(article, by=editor)
    assert names_of(article) == [
        ("club", "Juventus", 0),
        ("player", "Fikayo Tomori", 14),
        ("club", "Bianconeri", 33),
        ("player", "Tomori", 53),
    ]


def test_the_row_a_name_means_is_proposed_with_it(article: Article, editor: User) -> None:
    suggest_for(article, by=editor)
    tomori = article.suggestions.names().get(text="Tomori")
    assert (tomori.player, tomori.club) == (Player.objects.get(name="Fikayo Tomori"), None)


def test_an_ambiguous_name_keeps_its_alternatives(article: Article, editor: User) -> None:
    other = Club.objects.create(name="Udinese", association="Italy")
    ClubAlias.objects.create(club=other, name="Bianconeri")
    suggest_for(article, by=editor)
    name = article.suggestions.get(text="Bianconeri")
    assert name.club == Club.objects.get(name="Juventus")
    assert [(alternative.slot, alternative.club) for alternative in name.alternatives.all()] == [("club", other)]


def test_a_persons_last_known_role_is_proposed_with_the_name(editor: User) -> None:
    Person.objects.create(name="Igli Tare", role="director")
    Person.objects.create(name="Nobody Special")
    article = Article.objects.create(headline="A move", body="Igli Tare met Nobody Special.")
    suggest_for(article, by=editor)
    assert [(name.text, name.role) for name in article.suggestions.names()] == [
        ("Igli Tare", "director"),
        ("Nobody Special", ""),
    ]


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


def test_a_new_name_is_kept_with_what_the_text_says_of_him(draft: Article, editor: User) -> None:
    rovers = factories.ClubFactory(name="Rovers")
    marlin = new_name(
        "Teo Marlin", "player", position=Position.LEFT_WINGER, nationality="Wales", age=23,
        club=Named("Rovers", (Key("club", rovers.pk),)),
    )  # fmt: skip
    suggest_for(draft, by=editor, findings=Findings(names=(marlin,)))
    row = draft.suggestions.get()
    assert (row.kind, row.text, row.player, row.player_name) == ("player", "Teo Marlin", None, "Teo Marlin")
    assert (row.position, row.nationality, row.age, row.club) == ("Left Winger", "Wales", 23, rovers)


def credit(source: Named, outlet: Named | None = None) -> CreditFinding:
    span = place("The Quayside Post")
    return CreditFinding(span, span.of(BODY), source, outlet, span, 0.8, "reports")


def test_a_source_is_proposed_once_whoever_finds_it(draft: Article, editor: User) -> None:
    post = factories.SourceFactory(name="The Quayside Post")
    key = Key("source", post.pk)
    mention = MentionFinding(place("The Quayside Post"), "The Quayside Post", (key,), 0.9, "known-name")
    named = Named("The Quayside Post", (key,))
    suggest_for(draft, by=editor, findings=Findings(mentions=(mention,), credits=(credit(named), credit(named))))
    assert [(row.source, row.rule) for row in draft.suggestions.all()] == [(post, "known-name")]
    suggest_for(draft, by=editor, findings=Findings(credits=(credit(named), credit(named))))
    assert [(row.source, row.rule) for row in draft.suggestions.all()] == [(post, "reports")]


def test_a_credited_stranger_is_a_new_source_and_no_person(draft: Article, editor: User) -> None:
    outlet = factories.SourceFactory()
    found = Findings(
        names=(new_name("The Quayside Post", "person"),),
        credits=(credit(Named("The Quayside Post"), Named("Its Owner", (Key("source", outlet.pk),))),),
    )
    suggest_for(draft, by=editor, findings=found)
    row = draft.suggestions.get()
    assert (row.kind, row.source, row.source_name, row.via) == ("source", None, "The Quayside Post", outlet)


def test_a_paper_is_not_proposed_again_without_its_article(draft: Article, editor: User) -> None:
    found = Findings(
        names=(new_name("Quayside Post", "source"), new_name("Abel Quist", "person")),
        credits=(credit(Named("The Quayside Post")),),
    )
    suggest_for(draft, by=editor, findings=found)
    assert {row.text for row in draft.suggestions.all()} == {"The Quayside Post", "Abel Quist"}


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


MARLIN, PORTWICK = Named("Teo Marlin"), Named("Portwick")
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
