"""Names are proposed once, with the row they mean; new ones with what the text says of them."""

import pytest
from django.contrib.auth.models import User

from rumours.choices import Position
from rumours.editorial.suggesting import suggest_for
from rumours.models import Article, Club, ClubAlias, Person, Player
from rumours.tagging import (
    Findings,
    Key,
    MentionFinding,
    Named,
)
from tests import factories
from tests.editorial.suggesting.findings import credit, names_of, new_name, place

pytestmark = pytest.mark.django_db


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
