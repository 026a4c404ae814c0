"""The suggested names on an article's page."""

from typing import Any

from django.test import Client
from django.urls import reverse

from rumours.models import Article, Decision, SuggestionAlternative
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
    assert told(response) == ["1 names are accepted. 1 may mean several and wait for you."]
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
