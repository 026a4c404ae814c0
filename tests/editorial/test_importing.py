"""Articles come in once, whole, with what they came with."""

from datetime import UTC, date, datetime
from random import Random
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rumours.choices import ArticleStatus, DatePrecision, Shown
from rumours.editorial.importing import ImportOutcome, headline_from, import_document
from rumours.intake import IntakeError, RawArticle, read
from rumours.models import Article
from rumours.text import OffsetMap, fingerprint, normalise
from tests.factories import ArticleFactory, ChiefFactory, SourceFactory

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 1, 20, 15, 30, tzinfo=UTC)
STORY = (
    "Rossi pushes for Redville move\n\n"
    "Redville have asked Blueport about the young keeper Ada Rossi, who would like to leave in the summer.\n\n"
    "REDVILLE, ENGLAND – MAY 05: Bo Kean of Greenham looks on. (Photo by A. Lens/Getty Images)\n\n"
    "Her agent met both clubs on Monday and left without a word, though talks will go on during this week.\n\n"
    "Category: General Sports"
)


def bring_in(text: str | bytes, **options: Any) -> ImportOutcome:
    content = text.encode() if isinstance(text, str) else text
    options.setdefault("now", NOW)
    options.setdefault("by", ChiefFactory.create())
    return import_document(read(content), **options)


def test_an_article_becomes_a_draft_with_its_original_and_asides() -> None:
    editor = ChiefFactory.create()
    article = bring_in(STORY, by=editor).article
    article.refresh_from_db()
    assert (article.status, article.shown) == (ArticleStatus.DRAFT, Shown.FULL)
    assert (article.headline, article.headline_ours) == ("Rossi pushes for Redville move", False)
    assert article.body.startswith("Redville have asked") and article.body.endswith("during this week.")
    assert "Kean" not in article.body
    assert bytes(article.original.content) == STORY.encode()
    assert [aside.kind for aside in article.asides.all()] == ["headline", "caption", "category"]
    assert article.created_by == editor
    assert article.history.get().history_user == editor
    assert article.fingerprint == fingerprint(article.body)


def test_the_stored_map_leads_from_the_body_to_the_original() -> None:
    article = bring_in(STORY.replace("\n", "\r\n")).article
    offsets = OffsetMap.from_rows(article.original.offsets)
    decoded = bytes(article.original.content).decode()
    at = article.body.index("Her agent")
    assert decoded[offsets.to_original(at) :].startswith("Her agent")


@pytest.mark.parametrize("status", [ArticleStatus.DRAFT, ArticleStatus.DROPPED])
def test_again_changes_nothing_and_a_dropped_article_stays_dropped(status: ArticleStatus) -> None:
    first = bring_in(STORY).article
    Article.objects.filter(pk=first.pk).update(status=status, headline="Edited since")
    again = bring_in(STORY, published=date(2026, 1, 1), source=SourceFactory.create())
    assert (again.is_new, again.article.pk, again.near_copy_of) == (False, first.pk, None)
    assert again.sentence == f"already here as article {first.pk} ({status})"
    kept = Article.objects.get()
    assert (kept.headline, kept.status, kept.publisher) == ("Edited since", status, None)


@pytest.mark.parametrize(
    "variant",
    [STORY.encode("utf-8-sig"), STORY.replace("\n", "\r\n").encode(), STORY.upper().encode(), STORY[32:].encode()],
    ids=["byte order mark", "other line ends", "capitals", "without its headline"],
)
def test_the_same_words_are_the_same_article(variant: bytes) -> None:
    first = bring_in(STORY).article
    assert bring_in(variant) == ImportOutcome(first, is_new=False)


def test_the_same_address_is_the_same_article_whatever_it_says_now() -> None:
    first = bring_in(STORY, address="https://News.example:443/a?utm_source=x&id=7#top").article
    assert first.address == "https://news.example/a?id=7"
    other = bring_in("Redville say that there was never an offer for Rossi, and never will be.", address=first.address)
    assert (other.is_new, other.article) == (False, first)


def test_an_address_shows_an_excerpt_and_finds_the_publisher() -> None:
    SourceFactory.create(name="Other", domains="|other.example|")
    voce = SourceFactory.create(name="La Voce", domains="|voce.example|", language="it")
    article = bring_in("Rossi? Forse. Redville!", address="https://www.voce.example/1").article
    assert (article.shown, article.publisher, article.language) == (Shown.EXCERPT, voce, "it")


def test_two_sources_at_one_host_are_not_guessed_between() -> None:
    SourceFactory.create_batch(2, domains="|voce.example|")
    assert bring_in(STORY, address="https://voce.example/1").article.publisher is None


@pytest.mark.parametrize(
    ("text", "given", "stored", "precision"),
    [
        (STORY, None, None, DatePrecision.UNKNOWN),
        (f"date 2026-01-18 {STORY}", None, datetime(2026, 1, 18, 12, tzinfo=UTC), DatePrecision.DAY),
        (f"date 2026-01-18 {STORY}", date(2026, 1, 19), datetime(2026, 1, 19, 12, tzinfo=UTC), DatePrecision.DAY),
        (STORY, datetime(2026, 1, 19, 9, 5, tzinfo=UTC), datetime(2026, 1, 19, 9, 5, tzinfo=UTC), DatePrecision.TIME),
        (f"date 2099-01-18 {STORY}", None, None, DatePrecision.UNKNOWN),
        (f"date 0001-01-18 {STORY}", None, None, DatePrecision.UNKNOWN),
    ],
)
def test_dates(text: str, given: date | None, stored: datetime | None, precision: DatePrecision) -> None:
    article = bring_in(text, published=given).article
    assert (article.published_at, article.precision) == (stored, precision)
    assert article.dated_at == (stored or NOW)


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(IntakeError, match="time zone"):
        bring_in(STORY, published=datetime(2026, 1, 1, 9))  # noqa: DTZ001
    assert not Article.objects.exists()


def test_a_near_copy_is_flagged_and_another_story_is_not() -> None:
    first = bring_in(STORY).article
    other = bring_in("Nothing at all has happened at Greenham this week. " * 8).article
    copy = bring_in(STORY.replace("Her agent met", "Our reporter adds that it rained.\n\nHer agent met")).article
    assert copy.near_copy_of == first
    assert other.near_copy_of is None
    assert first.near_copy_of is None


def test_a_short_note_is_no_copy_of_a_long_one() -> None:
    bring_in(STORY)
    assert bring_in("Her agent met both clubs on Monday and left without a word.").near_copy_of is None


def test_without_a_headline_one_is_made_and_marked_ours() -> None:
    article = bring_in(STORY[32:]).article
    assert article.headline_ours
    assert article.headline.startswith("Redville have asked Blueport about the young keeper")
    assert article.headline.endswith(" leave in…")


@pytest.mark.parametrize(
    ("body", "headline"), [("Rossi may go.", "Rossi may go"), ("x" * 200, "x" * 90 + "…"), ("One\ntwo", "One")]
)
def test_a_made_headline_is_short(body: str, headline: str) -> None:
    assert headline_from(body) == headline


def test_a_page_says_who_wrote_it_and_a_long_title_is_cut() -> None:
    raw = RawArticle(b"x", "text/html", "utf-8", "Rossi may go. " * 9, title="Long " * 90, author="Ana Bini")
    article = import_document(raw, by=ChiefFactory.create(), now=NOW).article
    assert (len(article.headline), article.author, article.publisher) == (300, "Ana Bini", None)


@pytest.mark.parametrize(
    ("text", "options", "message"),
    [
        ("Category: General Sports", {}, "nothing is left"),
        (STORY, {"address": "ftp://a.example/"}, "only http and https"),
        (STORY, {"address": "https://a.example/" + "x" * 500}, "longer than 500"),
    ],
)
def test_what_cannot_be_an_article_is_refused_and_changes_nothing(
    text: str, options: dict[str, Any], message: str
) -> None:
    with pytest.raises(IntakeError, match=message):
        bring_in(text, **options)
    assert not Article.objects.exists()


def test_what_is_stored_is_as_every_body_is() -> None:
    article = bring_in("Kante\u0301 may go.\r\nSoon.").article
    assert article.body == normalise(article.body) == "Kanté may go.\nSoon."


def test_an_import_costs_the_same_whatever_is_there() -> None:
    editor = ChiefFactory.create()
    bring_in(STORY, by=editor)
    counts = []
    for number in (1, 3):
        ArticleFactory.create_batch(number)
        with CaptureQueriesContext(connection) as queries:
            bring_in(" ".join(Random(number).choices(["she", "may", "go", "soon"], k=60)), by=editor)
        counts.append(len(queries))
    assert counts[0] == counts[1]
