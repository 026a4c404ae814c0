"""Tags on names: where they may stand, and that one place has one."""

import pytest

from rumours.editorial.errors import EditorialError
from rumours.editorial.mentioning import add_mention, mention_all, remove_mention
from rumours.models import Mention
from tests.factories import ArticleFactory, ChiefFactory, ClubFactory, PlayerFactory, PublishedArticleFactory

pytestmark = pytest.mark.django_db
BODY = "Milan like Milan Skriniar. AC Milan, or Milan, play at Milanello."


def test_a_tag_takes_the_words_of_its_span() -> None:
    article, player, club = ArticleFactory(body=BODY), PlayerFactory(), ClubFactory()
    mention = add_mention(article, start=11, end=25, subject=player, role="player", club_then=club, by=ChiefFactory())
    assert (mention.text, mention.subject, mention.role, mention.club_then) == (
        "Milan Skriniar", player, "player", club,
    )  # fmt: skip


def test_the_same_tag_again_is_the_one_that_is_there() -> None:
    article, player, by = ArticleFactory(body=BODY), PlayerFactory(), ChiefFactory()
    first = add_mention(article, start=11, end=25, subject=player, by=by)
    assert add_mention(article, start=11, end=25, subject=player, by=by) == first
    with pytest.raises(EditorialError, match="already tagged"):
        add_mention(article, start=11, end=16, subject=ClubFactory(), by=by)


@pytest.mark.parametrize(("start", "end"), [(5, 5), (6, 5), (-1, 4), (0, 10_000)])
def test_a_span_outside_the_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(EditorialError, match="no name between"):
        add_mention(ArticleFactory(body=BODY), start=start, end=end, subject=PlayerFactory(), by=ChiefFactory())


def test_every_free_occurrence_is_tagged_and_no_other() -> None:
    article, club, player, by = ArticleFactory(body=BODY), ClubFactory(), PlayerFactory(), ChiefFactory()
    add_mention(article, start=11, end=25, subject=player, by=by)
    assert [mention.start for mention in mention_all(article, words="Milan", subject=club, by=by)] == [0, 30, 40]
    assert mention_all(article, words="Milan", subject=club, by=by) == []
    assert Mention.objects.count() == 4


def test_what_is_longer_than_any_name_is_none() -> None:
    article = ArticleFactory(body="word " * 50 + f"Teo{' ' * 300}Marlin")
    with pytest.raises(EditorialError, match="at most 200"):
        mention_all(article, words="word " * 41, subject=PlayerFactory(), by=ChiefFactory())
    assert mention_all(article, words="Teo Marlin", subject=PlayerFactory(), by=ChiefFactory()) == []


def test_a_name_in_a_draft_is_not_public_in_a_published_article_it_is_until_the_tag_goes() -> None:
    draft_club, club, by = ClubFactory(), ClubFactory(), ChiefFactory()
    add_mention(ArticleFactory(body=BODY), start=0, end=5, subject=draft_club, by=by)
    mention = add_mention(PublishedArticleFactory(body=BODY), start=0, end=5, subject=club, by=by)
    for row in (draft_club, club):
        row.refresh_from_db()
    assert (draft_club.is_public, club.is_public) == (False, True)
    remove_mention(mention, by=by)
    club.refresh_from_db()
    assert club.is_public is False
