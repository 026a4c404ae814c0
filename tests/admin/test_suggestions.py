"""The suggestions on an article's page."""

import re
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rumours.models import Article, Decision, Player, SuggestionAlternative, SuggestionFee, TaggerRun
from tests import factories

BODY = "Milan want Gomez. Juventus have asked about Gomez too."


def decide(client: Client, article: Article, **pressed: Any) -> Any:
    address = reverse("admin:rumours_article_suggestions", args=[article.pk])
    fields = {name.replace("__", "-"): value for name, value in pressed.items()}
    return client.post(address, fields, follow=True)


def told(response: Any) -> list[str]:
    return [str(message) for message in response.context["messages"]]


def suggested(article: Article, text: str, **means: Any) -> Any:
    return factories.SuggestionFactory(article=article, text=text, start=article.body.index(text), **means)


def test_a_name_is_accepted_and_taken_back(contributor: Client) -> None:
    article = factories.ArticleFactory(body=BODY)
    row = suggested(article, "Gomez")
    assert told(decide(contributor, article, accept=row.pk)) == ["“Gomez” is tagged 2 times."]
    assert article.mentions.count() == 2
    assert told(decide(contributor, article, undo=row.pk)) == ["“Gomez” waits again."]
    assert article.mentions.count() == 0
    assert told(decide(contributor, article, reject=row.pk)) == ["“Gomez” is rejected."]


def test_a_name_that_stands_only_in_tagged_places_is_accepted_without_another_tag(contributor: Client) -> None:
    article = factories.ArticleFactory(body="The Quayside Post has it.")
    longer, shorter = suggested(article, "The Quayside Post"), suggested(article, "Quayside Post")
    decide(contributor, article, accept=longer.pk)
    response = decide(contributor, article, accept=shorter.pk)
    assert told(response) == ["“Quayside Post” is accepted: all its places are tagged already."]
    assert article.mentions.count() == 1


def test_the_one_chosen_is_meant(contributor: Client) -> None:
    article, namesake = factories.ArticleFactory(body=BODY), factories.PlayerFactory()
    row = suggested(article, "Gomez")
    SuggestionAlternative.objects.create(suggestion=row, slot="player", player=namesake, rank=1)
    decide(contributor, article, accept=row.pk, **{f"subject__{row.pk}": f"player-{namesake.pk}"})
    assert {mention.player for mention in article.mentions.all()} == {namesake}


def test_all_at_once_but_what_may_mean_several(contributor: Client) -> None:
    article = factories.ArticleFactory(body=BODY)
    suggested(article, "Juventus")
    row = suggested(article, "Gomez")
    SuggestionAlternative.objects.create(suggestion=row, slot="player", player=factories.PlayerFactory(), rank=1)
    response = decide(contributor, article, accept_all="1")
    assert told(response) == ["1 names are accepted. 1 may mean several or nobody yet, and wait for you."]
    assert [mention.text for mention in article.mentions.all()] == ["Juventus"]


def test_looking_decides_nothing(contributor: Client) -> None:
    article = factories.ArticleFactory(body=BODY)
    suggested(article, "Gomez")
    contributor.get(reverse("admin:rumours_article_change", args=[article.pk]))
    address = reverse("admin:rumours_article_suggestions", args=[article.pk])
    assert contributor.get(address).status_code == 405
    assert (Decision.objects.count(), article.mentions.count()) == (0, 0)


def test_another_articles_suggestion_is_refused(contributor: Client) -> None:
    article, row = factories.ArticleFactory(body=BODY), factories.SuggestionFactory()
    response = decide(contributor, article, accept=row.pk)
    assert told(response) == ["This suggestion is no longer there: somebody ran the tagger again"]


def test_what_readers_have_seen_is_for_those_who_publish(contributor: Client) -> None:
    article = factories.PublishedArticleFactory(body=BODY)
    row = suggested(article, "Gomez")
    assert decide(contributor, article, accept=row.pk).status_code == 403
    assert article.mentions.count() == 0


SENTENCE = "Portwick have bid €20m for Rovers winger Teo Marlin, reports The Quayside Post."
LONG = f"{SENTENCE} “He stays,” said Abel Quist."


def page(client: Client, article: Article) -> str:
    return " ".join(client.get(reverse("admin:rumours_article_change", args=[article.pk])).content.decode().split())


def link(article: Article, **columns: Any) -> Any:
    said = {"stage_group": "bid", "transfer_kind": "loan", "doubt": "price", "player": None, **columns}
    return suggested(article, SENTENCE, kind="link", **said)


def claimed(shown: str) -> dict[str, str]:
    """What the first card of a link says, by its labels."""
    return dict(re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", shown))


def test_a_link_is_shown_with_all_it_says_and_accepted(contributor: Client) -> None:
    article, portwick = factories.ArticleFactory(body=LONG), factories.ClubFactory(name="Portwick")
    row = link(article, player_name="Teo Marlin", to_club=portwick, from_name="Rovers")
    SuggestionFee.objects.create(suggestion=row, what="offer", low=20_000_000, high=20_000_000, currency="EUR")
    shown = page(contributor, article)
    for words in ("Teo Marlin", "from Rovers", "to Portwick", f'<blockquote class="said">{SENTENCE}</blockquote>'):
        assert words in shown
    assert claimed(shown) == {
        "Window": "not said", "Stage": "Bid", "Kind": "Loan", "Fee": "offer €20m", "Source": "the publisher",
        "Doubt": "Doubt over price",
    }  # fmt: skip
    assert told(decide(contributor, article, accept=row.pk)) == ["Teo Marlin to Portwick, 2026-winter is entered."]
    assert article.reports.count() == 1
    decide(contributor, article, undo=row.pk)
    assert (article.reports.count(), Player.objects.count()) == (0, 0)


def test_who_is_chosen_for_an_ambiguous_name_of_a_link_is_meant(contributor: Client) -> None:
    article, (one, other) = factories.ArticleFactory(body=LONG), factories.PlayerFactory.create_batch(2)
    row = link(article, player=one, to_club=factories.ClubFactory())
    SuggestionAlternative.objects.create(suggestion=row, slot="player", player=other, rank=1)
    assert f'<option value="player-{other.pk}">' in page(contributor, article)
    decide(contributor, article, accept=row.pk, **{f"player__{row.pk}": f"player-{other.pk}"})
    row.refresh_from_db()
    assert (article.reports.get().link.player, row.decision) == (other, "edited")


def test_namesakes_are_told_apart(contributor: Client) -> None:
    article, kell = factories.ArticleFactory(body=LONG), factories.ClubFactory(name="Kell")
    keeper = factories.PlayerFactory(name="Teo Marlin", birth_year=2004, nationality="", position="", club=kell)
    winger = factories.PlayerFactory(name="Teo Marlin", birth_year=1999, nationality="", position="", club=None)
    row = suggested(article, "Teo Marlin", player=keeper)
    SuggestionAlternative.objects.create(suggestion=row, slot="player", player=winger, rank=1)
    options = re.findall(r'<option value="player-\d+">(.*?)</option>', page(contributor, article))
    assert options == ["Teo Marlin (2004, Kell)", "Teo Marlin (1999)"]


def test_the_page_goes_on_at_what_waits_next(contributor: Client) -> None:
    article = factories.ArticleFactory(body=LONG)
    factories.ClubFactory.create_batch(2, name="Portwick")
    name, quote = suggested(article, "Teo Marlin"), suggested(article, "He stays,", kind="quote", described="A friend")
    unknown = link(article, player_name="Teo Marlin", to_name="Portwick")

    def place(**pressed: Any) -> str:
        return str(decide(contributor, article, **pressed).redirect_chain[-1][0].split("#")[1])

    assert place(accept=unknown.pk) == f"suggestion-{unknown.pk}"  # refused: its buyer may be either
    assert place(reject=unknown.pk) == f"suggestion-{quote.pk}"
    assert place(undo=unknown.pk) == f"suggestion-{unknown.pk}"
    assert place(reject=quote.pk) == f"suggestion-{name.pk}"
    assert place(accept=name.pk) == "suggestions"
    assert place(accept="rubbish") == "suggestions"


def test_leaving_the_first_choice_is_no_edit(contributor: Client) -> None:
    article, (one, other) = factories.ArticleFactory(body=LONG), factories.PlayerFactory.create_batch(2)
    row = link(article, player=one, to_club=factories.ClubFactory())
    SuggestionAlternative.objects.create(suggestion=row, slot="player", player=other, rank=1)
    decide(contributor, article, accept=row.pk, **{f"player__{row.pk}": f"player-{one.pk}"})
    row.refresh_from_db()
    assert (article.reports.get().link.player, row.decision) == (one, "accepted")


def test_a_known_claim_is_shown_as_a_repeat(contributor: Client) -> None:
    article, source, player = factories.ArticleFactory(body=LONG), factories.SourceFactory(), factories.PlayerFactory()
    club = factories.ClubFactory()
    known = factories.ReportFactory(
        article=factories.PublishedArticleFactory(publisher=source), stage_group="bid",
        link=factories.TransferLinkFactory(player=player, to_club=club),
    )  # fmt: skip
    row = link(article, player=player, to_club=club, source=source)
    assert "<strong>Repeat of</strong>" in page(contributor, article)
    decide(contributor, article, accept=row.pk)
    assert article.reports.get().follows == known


def test_a_quote_is_shown_and_entered(contributor: Client) -> None:
    article = factories.ArticleFactory(body=LONG)
    row = suggested(article, "He stays,", kind="quote", player=None, person_name="Abel Quist", role="coach")
    shown = page(contributor, article)
    assert "“He stays,”" in shown
    assert 'Abel Quist <span class="kind">new</span>' in shown
    assert told(decide(contributor, article, accept=row.pk)) == ["“He stays,” is entered as a quote."]
    assert article.quotes.get().speaker_name == "Abel Quist"


def test_of_two_namesakes_the_one_chosen_speaks(contributor: Client) -> None:
    article, (one, other) = factories.ArticleFactory(body=LONG), factories.PlayerFactory.create_batch(2)
    row = suggested(article, "He stays,", kind="quote", player=one, player_name="Quist")
    SuggestionAlternative.objects.create(suggestion=row, slot="player", player=other, rank=1)
    decide(contributor, article, accept=row.pk, **{f"player__{row.pk}": f"player-{other.pk}"})
    speaker: Any = article.quotes.get().speaker
    assert speaker.player == other


def test_a_new_name_is_entered_by_itself_and_not_with_all_others(contributor: Client) -> None:
    article = factories.ArticleFactory(body=LONG)
    row = suggested(article, "Teo Marlin", player=None, player_name="Teo Marlin", position="Left Winger", age=23)
    shown = page(contributor, article)
    assert "Enter as new" in shown
    assert "nobody known here · Left Winger · 23 years old" in shown
    decide(contributor, article, accept_all="1")
    assert article.mentions.count() == 0
    assert told(decide(contributor, article, accept=row.pk)) == ["“Teo Marlin” is tagged."]


def test_what_cannot_be_entered_is_told_and_changes_nothing(contributor: Client) -> None:
    article = factories.ArticleFactory(body=LONG)
    factories.ClubFactory.create_batch(2, name="Portwick")
    row = link(article, player_name="Teo Marlin", to_name="Portwick")
    response = decide(contributor, article, accept=row.pk)
    assert told(response) == ["Several are called “Portwick”: say who it is"]
    assert (article.reports.count(), Player.objects.count()) == (0, 0)


def test_what_the_tagger_did_not_look_for_is_said(contributor: Client) -> None:
    article = factories.ArticleFactory(body=LONG)
    TaggerRun.objects.create(article=article, version="1", notes="no link rules for this language")
    assert "The tagger says: no link rules for this language." in page(contributor, article)


def test_three_of_each_cost_as_many_queries_as_one(contributor: Client) -> None:
    counts = []
    for number in (1, 1, 3):
        article = factories.ArticleFactory(body=LONG)
        for _ in range(number):
            row = link(article, player=factories.PlayerFactory(), to_club=factories.ClubFactory())
            SuggestionAlternative.objects.create(
                suggestion=row, slot="player", player=factories.PlayerFactory(), rank=1
            )
            suggested(article, "He stays,", kind="quote", player=None, described="A friend")
            suggested(article, "Abel Quist", player=factories.PlayerFactory())
        with CaptureQueriesContext(connection) as queries:
            page(contributor, article)
        counts.append(len(queries))
    assert counts[1] == counts[2]
