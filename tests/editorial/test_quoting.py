"""Quotes: the words as the body has them, one speaker, and the stretches a tag divides them into."""

import pytest

from rumours.editorial.errors import EditorialError, WordsNotFound, WrongState
from rumours.editorial.quoting import add_quote, change_quote, remove_quote
from rumours.models import Correction, Quote
from tests.factories import (
    ArticleFactory,
    ChiefFactory,
    ClubFactory,
    PersonFactory,
    PlayerFactory,
    PublishedArticleFactory,
    QuoteFactory,
    SourceFactory,
)

pytestmark = pytest.mark.django_db
BODY = "The coach spoke.\n\n“He stays with us,” the director said. “We need a “real” leader.” Then he left."


def fragments(quote: Quote) -> list[str]:
    return list(quote.fragments.values_list("text", flat=True))


def test_a_quote_of_one_stretch_has_no_fragments() -> None:
    article, speaker, player, club, via = (
        ArticleFactory(body=BODY, language="it"), PersonFactory(), PlayerFactory(), ClubFactory(), SourceFactory(),
    )  # fmt: skip
    quote = add_quote(
        article, words='He stays with us,"', speaker=speaker, role="director", via=via, players=[player], clubs=[club],
        by=ChiefFactory(),
    )  # fmt: skip
    assert (quote.text, quote.text) == ("He stays with us,”", BODY[quote.start : quote.end])
    assert (quote.language, quote.dated_at, fragments(quote)) == ("it", article.dated_at, [])
    assert (list(quote.players.all()), list(quote.clubs.all())) == ([player], [club])


@pytest.mark.parametrize(
    "words",
    [
        "He stays with us, … We need a “real” leader.",
        'He stays with us, ... We need a "real" leader.',
        "He stays with us,” the director said. “We need a “real” leader.",
    ],
)
def test_a_tag_inside_divides_it_into_fragments(words: str) -> None:
    quote = add_quote(ArticleFactory(body=BODY), words=words, speaker=PersonFactory(), by=ChiefFactory())
    assert quote.text == "He stays with us,” the director said. “We need a “real” leader."
    assert fragments(quote) == ["He stays with us,", "We need a “real” leader."]


def test_words_that_do_not_stand_there_are_refused() -> None:
    with pytest.raises(WordsNotFound, match="He leaves us"):
        add_quote(ArticleFactory(body=BODY), words="He leaves us", speaker=PersonFactory(), by=ChiefFactory())


@pytest.mark.parametrize("described", ["", "His agent"])
def test_a_quote_has_exactly_one_speaker(described: str) -> None:
    speaker = PersonFactory() if described else None
    with pytest.raises(EditorialError, match="one speaker"):
        add_quote(ArticleFactory(body=BODY), words="He stays", speaker=speaker, described=described, by=ChiefFactory())
    assert Quote.objects.count() == 0


def test_a_described_speaker_is_enough() -> None:
    quote = add_quote(ArticleFactory(body=BODY), words="He stays", described="His agent", by=ChiefFactory())
    assert quote.speaker_name == "His agent"


def test_the_same_beginning_twice_is_refused() -> None:
    article, by = ArticleFactory(body=BODY), ChiefFactory()
    add_quote(article, words="He stays", described="His agent", by=by)
    with pytest.raises(EditorialError, match="already begins"):
        add_quote(article, words="He stays with us,", described="His agent", by=by)


def test_a_changed_draft_finds_its_new_words_and_speaker() -> None:
    quote, speaker = (
        add_quote(ArticleFactory(body=BODY), words="He stays … We need", described="His agent", by=ChiefFactory()),
        PersonFactory(),
    )
    change_quote(quote, words="We need", speaker=speaker, described="", by=ChiefFactory())
    quote.refresh_from_db()
    assert (quote.text, quote.speaker, fragments(quote)) == ("We need", speaker, [])


def test_a_change_that_readers_see_demands_a_note_and_hides_who_is_named_no_more() -> None:
    quote, wrong, right, by = QuoteFactory(article=PublishedArticleFactory()), None, PersonFactory(), ChiefFactory()
    wrong = quote.speaker
    with pytest.raises(EditorialError, match="note"):
        change_quote(quote, speaker=right, by=by)
    change_quote(quote, speaker=right, note="The speaker was another.", by=by)
    assert Correction.objects.of(quote).get().note == "The speaker was another."
    for person in (wrong, right):
        person.refresh_from_db()
    assert (wrong.is_public, right.is_public) == (False, True)


def test_only_a_drafts_quote_is_removed() -> None:
    remove_quote(QuoteFactory(), by=ChiefFactory())
    with pytest.raises(WrongState):
        remove_quote(QuoteFactory(article=PublishedArticleFactory()), by=ChiefFactory())
    assert Quote.objects.count() == 1
