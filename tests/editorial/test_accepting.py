"""Accepting suggested links, quotes and new names, and taking that back."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rumours.choices import SuggestionSlot
from rumours.editorial.errors import EditorialError, WrongState
from rumours.editorial.permissions import GROUPS
from rumours.editorial.publishing import publish
from rumours.editorial.reviewing import accept, accept_link, accept_quote, candidates, reject, undo
from rumours.models import (
    Article,
    Club,
    Decision,
    Mention,
    Person,
    Player,
    Quote,
    Report,
    Source,
    Suggestion,
    SuggestionAlternative,
    SuggestionFee,
    SuggestionFragment,
    TransferLink,
)
from tests import factories as make

pytestmark = pytest.mark.django_db

SENTENCE = "Portwick have bid €20m for Rovers winger Teo Marlin, reports The Quayside Post."
BODY = f"{SENTENCE} “He stays,” said Rovers manager Abel Quist, “and that is all.”"
QUOTE = "He stays,” said Rovers manager Abel Quist, “and that is all."


@pytest.fixture
def chief() -> User:
    made: User = make.ChiefFactory()
    return made


@pytest.fixture
def article() -> Article:
    made: Article = make.ArticleFactory(body=BODY)
    return made


@pytest.fixture
def portwick() -> Club:
    made: Club = make.ClubFactory(name="Portwick")
    return made


@pytest.fixture
def marlin() -> Player:
    made: Player = make.PlayerFactory(name="Teo Marlin")
    return made


def suggested(article: Article, text: str, kind: str, **columns: Any) -> Suggestion:
    start = article.body.index(text)
    row: Suggestion = make.SuggestionFactory(
        **{"article": article, "text": text, "start": start, "kind": kind, "player": None, **columns}
    )
    return row


def link(article: Article, **columns: Any) -> Suggestion:
    said = {"stage_group": "bid", "stage": "bid made", "transfer_kind": "permanent", "doubt": "none", **columns}
    return suggested(article, SENTENCE, "link", **said)


def spoken(article: Article, **columns: Any) -> Suggestion:
    row = suggested(article, QUOTE, "quote", **columns)
    for words in ("He stays,", "and that is all."):
        start = BODY.index(words)
        SuggestionFragment.objects.create(suggestion=row, start=start, end=start + len(words), text=words)
    return row


def tags(article: Article) -> list[tuple[str, str]]:
    return [(mention.text, str(mention.subject.name)) for mention in article.mentions.with_subjects()]


def everything() -> dict[str, int]:
    """How many rows there are of whatever accepting makes."""
    models = (Report, TransferLink, Quote, Mention, Player, Person, Source, Club)
    return {model.__name__: model._base_manager.count() for model in models}


def test_a_link_becomes_a_report_with_all_it_says(
    article: Article, chief: User, marlin: Player, portwick: Club
) -> None:
    rovers, post = make.ClubFactory(name="Rovers"), make.SourceFactory(name="The Quayside Post")
    row = link(
        article, player=marlin, to_club=portwick, from_club=rovers, source=post, window="2026-winter", doubt="price"
    )
    SuggestionFee.objects.create(suggestion=row, what="offer", low=20_000_000, high=20_000_000, currency="EUR")
    report: Any = accept_link(row, by=chief)
    assert (report.link.player, report.link.from_club, report.link.to_club) == (marlin, rovers, portwick)
    assert (report.link.window.code, report.window_assumed) == ("2026-winter", False)
    assert (report.stage_group, report.stage, report.kind, report.doubt) == ("bid", "bid made", "permanent", "price")
    assert (report.text, report.source, report.role) == (SENTENCE, post, "origin")
    assert [(fee.what, fee.low, fee.currency) for fee in report.fees.all()] == [("offer", 20_000_000, "EUR")]
    decision = Decision.objects.get()
    assert decision.after == {"decision": "accepted", "report": report.pk, "names": []}
    assert (row.decision, row.decided_by) == ("accepted", chief)


def test_a_draft_shows_readers_nothing(article: Article, chief: User, marlin: Player, portwick: Club) -> None:
    report: Any = accept_link(link(article, player=marlin, to_club=portwick), by=chief)
    assert (report.link.is_public, report.link.report_count) == (False, 0)


def test_an_unknown_window_is_assumed_and_marked(article: Article, chief: User, marlin: Player, portwick: Club) -> None:
    report: Any = accept_link(link(article, player=marlin, to_club=portwick), by=chief)
    assert (report.link.window.code, report.window_assumed) == ("2026-winter", True)


def test_a_later_article_joins_the_link(article: Article, chief: User, marlin: Player, portwick: Club) -> None:
    later = make.ArticleFactory(body=BODY)
    first: Any = accept_link(link(article, player=marlin, to_club=portwick), by=chief)
    second: Any = accept_link(link(later, player=marlin, to_club=portwick), by=chief)
    assert (first.link, TransferLink.objects.count()) == (second.link, 1)


def test_player_and_clubs_are_tagged_and_no_others(
    article: Article, chief: User, marlin: Player, portwick: Club
) -> None:
    suggested(article, "Portwick", "club", club=portwick)
    suggested(article, "Teo Marlin", "player", player=marlin)
    suggested(article, "Rovers", "club", club=make.ClubFactory(name="Rovers"))
    accept_link(link(article, player=marlin, to_club=portwick), by=chief, sitting="evening")
    assert tags(article) == [("Portwick", "Portwick"), ("Teo Marlin", "Teo Marlin")]
    assert list(article.suggestions.undecided().values_list("text", flat=True)) == ["Rovers"]
    assert set(Decision.objects.values_list("sitting", flat=True)) == {"evening"}


def test_a_player_nobody_knows_becomes_a_stub_with_what_the_text_says(
    article: Article, chief: User, portwick: Club
) -> None:
    rovers = make.ClubFactory(name="Rovers")
    suggested(
        article, "Teo Marlin", "player", player_name="Teo Marlin", position="Left Winger", nationality="Wales",
        club=rovers,
    )  # fmt: skip
    report: Any = accept_link(link(article, player_name="Teo Marlin", to_club=portwick), by=chief)
    stub = report.link.player
    assert (stub.name, stub.is_stub, stub.is_public) == ("Teo Marlin", True, False)
    assert (stub.position, stub.nationality, stub.club) == ("Left Winger", "Wales", rovers)
    assert report.link.from_club == rovers
    assert tags(article) == [("Teo Marlin", "Teo Marlin")]
    assert [row.decision for row in article.suggestions.names()] == ["accepted"]


def test_two_links_of_one_stranger_make_one_stub(article: Article, chief: User, portwick: Club) -> None:
    other = make.ClubFactory(name="Rovers")
    accept_link(link(article, player_name="Teo Marlin", to_club=portwick), by=chief)
    accept_link(link(article, player_name="Teo Marlin", to_club=other), by=chief)
    assert Player.objects.get().links.count() == 2


def test_among_several_of_a_name_nobody_is_chosen(article: Article, chief: User, portwick: Club) -> None:
    make.PlayerFactory.create_batch(2, name="Teo Marlin")
    before = everything()
    with pytest.raises(EditorialError, match="Several are called “Teo Marlin”"):
        accept_link(link(article, player_name="Teo Marlin", to_club=portwick), by=chief)
    assert everything() == before


def test_a_buyer_nobody_knows_is_made(article: Article, chief: User, marlin: Player) -> None:
    row = link(article, player=marlin, to_name="Harbour Town")
    report: Any = accept_link(row, by=chief)
    made = report.link.to_club
    assert (made.name, made.is_stub, made.association, made.section) == ("Harbour Town", True, "", "men")
    undo(row, by=chief)
    assert Club.objects.filter(name="Harbour Town").count() == 0


def test_a_source_nobody_knows_is_entered(article: Article, chief: User, marlin: Player, portwick: Club) -> None:
    row = link(article, player=marlin, to_club=portwick, source_name="The Quayside Post")
    report: Any = accept_link(row, by=chief)
    assert (report.source.name, report.source.kind) == ("The Quayside Post", "outlet")


def test_without_a_source_it_is_the_publishers_word(
    article: Article, chief: User, marlin: Player, portwick: Club
) -> None:
    report: Any = accept_link(link(article, player=marlin, to_club=portwick), by=chief)
    assert report.source == article.publisher


def test_what_the_editor_chose_goes_before_the_proposal(
    article: Article, chief: User, marlin: Player, portwick: Club
) -> None:
    namesake, row = make.PlayerFactory(name="Teo Marlin"), link(article, player=marlin, to_club=portwick)
    SuggestionAlternative.objects.create(suggestion=row, slot=SuggestionSlot.PLAYER, player=namesake, rank=1)
    assert candidates(row, "player") == [marlin, namesake]
    assert candidates(row, "to_club") == [portwick]
    report: Any = accept_link(row, by=chief, player=namesake, stage_group="talks")
    assert (report.link.player, report.stage_group, report.stage, row.decision) == (namesake, "talks", "", "edited")
    row.refresh_from_db()
    assert (row.player, row.stage_group) == (marlin, "bid")


def test_choosing_what_is_proposed_changes_nothing(
    article: Article, chief: User, marlin: Player, portwick: Club
) -> None:
    row = link(article, player=marlin, to_club=portwick)
    accept_link(row, by=chief, player=marlin, stage_group="bid", stage="bid made")
    assert row.decision == "accepted"


def test_a_claim_that_is_known_becomes_a_repeat(article: Article, chief: User, marlin: Player, portwick: Club) -> None:
    post = make.SourceFactory()
    own = make.ReportFactory(
        article=make.PublishedArticleFactory(publisher=post, published_at=datetime(2026, 1, 9, tzinfo=UTC)),
        link=make.TransferLinkFactory(player=marlin, to_club=portwick), stage_group="bid",
    )  # fmt: skip
    report: Any = accept_link(link(article, player=marlin, to_club=portwick, source=post), by=chief)
    assert (report.role, report.follows, report.link) == ("repeat", own, own.link)


def test_a_quote_is_entered_with_its_speaker_and_outlet(article: Article, chief: User) -> None:
    rovers = make.ClubFactory(name="Rovers")
    row = spoken(article, person_name="Abel Quist", role="coach", club=rovers, via_name="The Quayside Post")
    quote: Any = accept_quote(row, by=chief)
    assert (quote.words, quote.text) == ("He stays, … and that is all.", QUOTE)
    assert (quote.speaker.name, quote.speaker.role, quote.speaker.is_stub) == ("Abel Quist", "coach", True)
    assert (quote.role, quote.club, quote.via.name) == ("coach", rovers, "The Quayside Post")
    assert row.decision == "accepted"


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ({"described": "The winger’s agent"}, (None, "The winger’s agent")),
        ({"player_name": "Teo Marlin", "role": "player"}, ("Teo Marlin", "")),
    ],
)
def test_who_speaks(article: Article, chief: User, columns: dict[str, str], expected: tuple[str | None, str]) -> None:
    quote: Any = accept_quote(spoken(article, **columns), by=chief)
    assert (quote.speaker.name if quote.speaker else None, quote.described) == expected
    players = Person.objects.filter(player__isnull=False).values_list("player__name", flat=True)
    assert list(players) == [name for name in expected[:1] if name]


def test_a_known_player_speaks_as_himself(article: Article, chief: User, marlin: Player) -> None:
    person = make.PersonFactory(player=marlin, name="Teo Marlin")
    quote: Any = accept_quote(spoken(article, player=marlin), by=chief)
    assert (quote.speaker, Person.objects.count()) == (person, 1)


def test_another_speaker_may_be_chosen(article: Article, chief: User) -> None:
    row = spoken(article, person_name="Abel Quist")
    quote: Any = accept_quote(row, by=chief, described="A friend")
    assert (quote.speaker, quote.described, row.decision) == (None, "A friend", "edited")


def test_a_quote_of_nobody_waits(article: Article, chief: User) -> None:
    with pytest.raises(EditorialError, match="one speaker"):
        accept_quote(spoken(article), by=chief)
    assert Decision.objects.count() == 0


@pytest.mark.parametrize(
    ("kind", "model", "facts"),
    [("player", Player, {"is_stub": True}), ("person", Person, {"is_stub": True}), ("source", Source, {})],
)
def test_a_new_name_is_entered_and_tagged(
    article: Article, chief: User, kind: str, model: Any, facts: dict[str, Any]
) -> None:
    row = suggested(article, "Teo Marlin", kind, **{f"{kind}_name": "Teo Marlin"})
    accept(row, by=chief)
    assert (tags(article), row.decision) == ([("Teo Marlin", "Teo Marlin")], "accepted")
    assert {name: getattr(model.objects.get(name="Teo Marlin"), name) for name in facts} == facts


def test_a_journalist_comes_with_the_outlet_he_works_for(article: Article, chief: User) -> None:
    post = make.SourceFactory(name="The Quayside Post")
    accept(suggested(article, "Teo Marlin", "source", source_name="Teo Marlin", via=post), by=chief)
    journalist = Source.objects.get(name="Teo Marlin")
    assert (journalist.kind, journalist.outlet) == ("journalist", post)


def cases(article: Article, portwick: Club) -> dict[str, tuple[Any, Suggestion]]:
    """Everything at its most: every name of it is new."""
    suggested(article, "Portwick", "club", club=portwick)
    suggested(article, "Teo Marlin", "player", player_name="Teo Marlin", club=make.ClubFactory(name="Rovers"))
    return {
        "link": (
            accept_link,
            link(article, player_name="Teo Marlin", to_club=portwick, source_name="The Quayside Post"),
        ),
        "quote": (accept_quote, spoken(article, player_name="Teo Marlin", via_name="The Quayside Post")),
        "name": (accept, article.suggestions.get(text="Teo Marlin", kind="player")),
        "reject": (reject, article.suggestions.get(kind="club")),
    }


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
