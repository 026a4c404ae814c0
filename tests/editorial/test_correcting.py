"""A body is edited, and everything that stands in it moves along."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from hypothesis import given
from hypothesis import strategies as st

from rumours.editorial.checking import broken_spans
from rumours.editorial.correcting import edit_body
from rumours.editorial.errors import ChangedMeanwhile, EditorialError, NotReady
from rumours.editorial.publishing import blockers, publish
from rumours.editorial.shifting import Shift
from rumours.models import Article, Correction, Mention
from rumours.text import fingerprint
from tests.factories import (
    ArticleFactory,
    AsideFactory,
    ChiefFactory,
    ClubFactory,
    MentionFactory,
    OriginalFactory,
    PublishedArticleFactory,
    QuoteFactory,
    QuoteFragmentFactory,
    ReportFactory,
    SuggestionFactory,
    UserFactory,
)

BODY = "Milan want him. Juventus ask.\n\n“He stays,” said Milan. “With us.”\n\nMilan wait."


def tag(article: Article, words: str, nth: int = 0) -> Mention:
    """A tag on the nth occurrence of the words."""
    start = -1
    for _ in range(nth + 1):
        start = article.body.index(words, start + 1)
    return MentionFactory(article=article, start=start, text=words, player=None, club=ClubFactory())


def starts(*mentions: Mention) -> list[int]:
    rows = Mention.objects.in_bulk([mention.pk for mention in mentions])
    return [rows[mention.pk].start for mention in mentions]


@pytest.mark.django_db
def test_everything_moves_with_its_words() -> None:
    article = ArticleFactory(body=BODY)
    mention, last = tag(article, "Juventus"), tag(article, "Milan", 2)
    quote = QuoteFactory(article=article, text="He stays,” said Milan. “With us.")
    fragment = QuoteFragmentFactory(quote=quote, start=BODY.index("With us."), text="With us.")
    reports = [ReportFactory(article=article, text="Juventus ask.") for _ in range(2)]
    suggestion = SuggestionFactory(article=article, start=16, text="Juventus")
    aside = AsideFactory(article=article, place=BODY.index("Milan wait"))
    new = "Today: " + BODY.replace("want him", "want the man").replace("\n\nMilan wait", "\n\nSo Milan wait")
    assert edit_body(article, new, by=ChiefFactory()) == []
    assert list(broken_spans()) == []
    rows: tuple[Any, ...] = (mention, last, quote, fragment, suggestion, *reports)
    for row in rows:
        row.refresh_from_db()
        assert article.body[row.start : row.end] == row.text
    assert last.start == new.rindex("Milan")
    aside.refresh_from_db()
    assert (aside.place, article.fingerprint) == (new.rindex("Milan"), fingerprint(new))


@pytest.mark.django_db
def test_of_equal_words_each_stays_itself() -> None:
    article = ArticleFactory(body=BODY)
    first, second, third = (tag(article, "Milan", nth) for nth in range(3))
    new = BODY.replace("Milan want", "They want")
    lost = edit_body(article, new, by=ChiefFactory())
    assert [blocker.row_id for blocker in lost] == [first.pk]
    assert starts(second, third) == [new.index("Milan"), new.rindex("Milan")]


@pytest.mark.django_db
def test_what_is_lost_in_a_draft_waits_and_blocks_publishing() -> None:
    article, by = ArticleFactory(body=BODY), ChiefFactory()
    lost, kept = tag(article, "Juventus"), tag(article, "Milan")
    edit_body(article, BODY.replace("Juventus", "Roma"), by=by)
    assert [blocker.row_id for blocker in blockers(article)] == [lost.pk]
    with pytest.raises(NotReady, match="Juventus"):
        publish(article, by=by)
    edit_body(article, BODY, by=by)
    assert (blockers(article), starts(lost, kept)) == ([], [16, 0])


@pytest.mark.django_db
def test_words_that_got_other_quotes_are_taken_as_the_body_has_them_now() -> None:
    article = ArticleFactory(body="The “best” one. More.")
    report = ReportFactory(article=article, text="The “best” one.")
    edit_body(article, 'The "best"  one. More.', by=ChiefFactory())
    report.refresh_from_db()
    assert (report.text, report.end) == ('The "best"  one.', 16)


@pytest.mark.django_db
def test_on_a_published_article_a_note_is_demanded_and_nothing_may_be_lost() -> None:
    article, by = PublishedArticleFactory(body=BODY), ChiefFactory()
    tag(article, "Juventus")
    with pytest.raises(EditorialError, match="note"):
        edit_body(article, BODY + " More.", by=by)
    with pytest.raises(NotReady, match="Juventus"):
        edit_body(article, BODY.replace("Juventus", "Roma"), note="It was Roma.", by=by)
    article.refresh_from_db()
    assert (article.body, Correction.objects.count()) == (BODY, 0)
    edit_body(article, BODY + " More.", note="A sentence was missing.", by=by)
    assert Correction.objects.of(article).get().note == "A sentence was missing."


@pytest.mark.django_db
def test_who_edits_an_older_version_is_told_who_saved() -> None:
    article, first, second = ArticleFactory(body=BODY), ChiefFactory(username="anna"), ChiefFactory()
    opened = article.version
    edit_body(article, BODY + " A.", by=first, version=opened)
    with pytest.raises(ChangedMeanwhile, match="saved by anna at"):
        edit_body(article, BODY + " B.", by=second, version=opened)
    article.refresh_from_db()
    assert article.body == BODY + " A."


@pytest.mark.django_db
def test_the_way_back_to_the_original_is_kept() -> None:
    original = OriginalFactory(article__body="One two three.", content=b">> One two three.", offsets=[[0, 3, 14]])
    edit_body(original.article, "One more, two three.", by=ChiefFactory())
    original.refresh_from_db()
    body, bytes_ = original.article.body, b">> One two three.".decode()
    assert [(body[a : a + n], bytes_[o : o + n]) for a, o, n in original.offsets] == [
        ("One ", "One "), ("two three.", "two three."),
    ]  # fmt: skip


@pytest.mark.django_db
def test_a_contributor_edits_drafts_only() -> None:
    by = UserFactory(permissions=["change_article"])
    assert edit_body(ArticleFactory(), "Another text.", by=by) == []
    with pytest.raises(PermissionDenied):
        edit_body(PublishedArticleFactory(), "Another text.", note="x", by=by)


texts = st.text("ab .\n", max_size=40)


@given(texts, texts)
def test_a_shift_leads_only_to_the_same_text_and_never_backwards(old: str, new: str) -> None:
    shift = Shift(old, new)
    for block in shift.blocks:
        assert old[block.old : block.old + block.length] == new[block.new : block.new + block.length]
    offsets = [shift.offset(at) for at in range(len(old) + 1)]
    assert offsets == sorted(offsets)
    assert all(0 <= at <= len(new) for at in offsets)
