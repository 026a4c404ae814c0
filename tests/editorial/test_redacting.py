"""Words that a chief takes out are in no table afterwards, and everything else is where it was."""

import json
import re
from typing import Any
from urllib.parse import unquote

import pytest
from django.apps import apps
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core.exceptions import PermissionDenied
from django.db import models
from hypothesis import given
from hypothesis import strategies as st

from rumours.editorial.errors import EditorialError
from rumours.editorial.merging import merge, undo_merge
from rumours.editorial.redacting import redact
from rumours.editorial.redacting.blackening import BLACK, Blackener
from rumours.models import (
    Article,
    Aside,
    Correction,
    Decision,
    FeedEntry,
    Mention,
    OldAddress,
    Quote,
    QuoteFragment,
    Report,
    Suggestion,
)
from rumours.text import fold
from tests import factories as make

WORDS = "Paul Öresson took bribes"
BODY = (
    "Redmoor want the keeper. The agent said: “PAUL ORESSON took\nbribes from us”, and left.\n\n"
    "Nobody believes that Paul Öresson took bribes."
)
SAID = "PAUL ORESSON took\nbribes from us"


@pytest.fixture
def chief() -> User:
    return make.ChiefFactory()


@pytest.fixture
def article(chief: User) -> Article:
    """An article that has the words in every place it can have them, and each row changed once, so that history has."""
    article = make.PublishedArticleFactory(
        headline=f"He says {WORDS}",
        standfirst=f"More: {WORDS}!",
        author=WORDS,
        body=BODY,
        address="https://echo.example/paul-%C3%B6resson-took-bribes",
    )
    place = BODY.index("PAUL")
    make.OriginalFactory(article=article, content=BODY.encode("windows-1252"), encoding="windows-1252")
    make.AsideFactory(article=article, text=f"MORE: {WORDS}")
    make.MentionFactory(article=article, start=place, text="PAUL ORESSON took\nbribes")
    quote = make.QuoteFactory(article=article, speaker=None, described=f"Witness that {WORDS}", text=SAID)
    Quote.objects.update(translation=f"Yes: {WORDS}")
    make.QuoteFragmentFactory(quote=quote, start=place, text="PAUL ORESSON took\nbribes")
    make.QuoteFragmentFactory(quote=quote, start=place + 5, text="ORESSON took\nbribes from us")
    report = make.ReportFactory(article=article, text=f"Nobody believes that {WORDS}.")
    make.SuggestionFactory(article=article, start=place, text=SAID, player_name=WORDS, source_name=f"Echo: {WORDS}")
    fields = {"text": SAID, "rows": [{"described": f"He, {WORDS}"}], "stage": "talks"}
    Decision.objects.create(
        article=article, client_id="1", action="edit", row_kind="quote", row_id=quote.pk, before=fields, after=fields,
        by=chief,
    )  # fmt: skip
    make.CorrectionFactory(row_kind="quote", row_id=quote.pk, note=f"We wrote that {WORDS}", by=chief)
    report.link.set_ending, report.link.set_ending_note, report.link.set_ending_by = "stayed", WORDS, chief
    report.link.set_ending_at = article.dated_at
    report.link.save()
    address = "https://echo.example/feed/paul-%C3%B6resson-took-bribes"
    make.FeedEntryFactory(article=article, address=address, title=f"Echo: {WORDS}", error=f"no page: {address}")
    OldAddress.objects.create(kind="article", old="paul-oresson-took-bribes", target_id=article.pk)
    rows: list[Any] = [article, Quote.objects.get(), report]
    for row in rows:
        row._change_reason = WORDS
        row.save()
    kind = ContentType.objects.get_for_model(Quote)
    LogEntry.objects.create(
        user=chief, content_type=kind, object_id=quote.pk, object_repr=f"Agent: {WORDS}", action_flag=CHANGE,
        change_message=json.dumps([{"changed": {"object": WORDS}}]),
    )  # fmt: skip
    session = SessionStore()
    session["_messages"] = f"The quote “{WORDS}” was saved."
    session.save()
    return article


def values() -> list[str]:
    """Every value of every column of every table, as text that says what it says."""
    found = [json.dumps(session.get_decoded()) for session in Session.objects.all()]
    for model in apps.get_models(include_auto_created=True):
        for row in model._base_manager.all():
            for field in model._meta.concrete_fields:
                value = field.value_from_object(row)
                if isinstance(field, models.BinaryField):
                    value = bytes(value).decode(errors="replace")
                found.append(value if isinstance(value, str) else json.dumps(value, default=str, ensure_ascii=False))
    return found


def holding(words: str) -> list[str]:
    """The values in which the words stand, however they are written."""
    wanted = fold(words)
    return [
        value for value in values() if any(wanted in fold(read) for read in (value, unquote(value), unescaped(value)))
    ]


def unescaped(text: str) -> str:
    return re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), text)


@pytest.mark.django_db
def test_the_words_are_in_no_table_afterwards(article: Article, chief: User) -> None:
    report = article.reports.get()
    kept, gone = make.SourceFactory(name="Kept"), make.SourceFactory(name="Gone")
    make.ReportFactory(article=article, link=report.link, source=kept)
    dropped = make.ReportFactory(article=article, link=report.link, source=gone, text=report.text)
    record = merge(kept, gone, by=chief)
    assert not Report.objects.filter(pk=dropped.pk).exists()
    assert len(holding(WORDS)) > 30
    redact(article, words=WORDS, by=chief, why="A court told us to")
    assert holding(WORDS) == []
    undo_merge(record, by=chief)
    assert BLACK in Report.objects.get(pk=dropped.pk).text
    assert holding(WORDS) == []


@pytest.mark.django_db
def test_every_span_still_holds_its_own_words(article: Article, chief: User) -> None:
    redact(article, words=WORDS, by=chief, why="A court told us to")
    assert len(article.body) == len(BODY)
    assert re.sub(f"{BLACK}+", "#", article.body) == (
        "Redmoor want the keeper. The agent said: “#\n# from us”, and left.\n\nNobody believes that #."
    )
    rows: list[Any] = [*Mention.objects.all(), *Quote.objects.all(), *Report.objects.all(), *Suggestion.objects.all()]
    rows += QuoteFragment.objects.all()
    assert [row.text for row in rows] == [article.body[row.start : row.end] for row in rows]
    assert len(rows) == 6
    assert Quote.objects.get().text.endswith(" from us")


@pytest.mark.django_db
def test_what_is_left_is_who_when_why_and_how_many(article: Article, chief: User) -> None:
    expected = len(WORDS) * 6  # headline, standfirst, author, aside, twice in the body
    assert SAID.startswith("PAUL ORESSON took\nbribes")
    note = redact(article, words=WORDS, by=chief, why=" A court\ntold us to ")
    assert note in Correction.objects.of(article)
    assert (note.note, note.by) == (f"{expected} characters redacted: A court told us to", chief)
    past = Article.history.filter(id=article.pk).first()
    assert (past.history_user, past.history_change_reason) == (chief, "words redacted")


@pytest.mark.django_db
def test_other_articles_and_names_are_left_alone(article: Article, chief: User) -> None:
    other = make.ArticleFactory(body=f"{WORDS}, too.")
    make.QuoteFactory(article=other, text=WORDS)
    player = make.PlayerFactory(name=WORDS)
    make.MentionFactory(article=article, start=0, text="Redmoor", player=player)
    redact(article, words=WORDS, by=chief, why="A court told us to")
    other.refresh_from_db()
    player.refresh_from_db()
    assert (other.body, player.name) == (f"{WORDS}, too.", WORDS)
    assert Quote.objects.get(article=other).text == WORDS


@pytest.mark.django_db
def test_what_was_deleted_is_redacted_in_history_too(article: Article, chief: User) -> None:
    Quote.objects.all().delete()
    Report.objects.all().delete()
    redact(article, words=WORDS, by=chief, why="A court told us to")
    assert [value for value in holding(WORDS) if "Agent" not in value] == []


@pytest.mark.django_db
def test_an_entry_that_never_became_the_article_is_redacted_by_its_address(article: Article, chief: User) -> None:
    refused = make.FeedEntryFactory(address=article.address, title=WORDS, error="its page has no text")
    other = make.FeedEntryFactory(address="https://echo.example/other", title=WORDS)
    redact(article, words=WORDS, by=chief, why="A court told us to")
    refused.refresh_from_db()
    other.refresh_from_db()
    assert (refused.address, refused.title, refused.error) == ("", BLACK * len(WORDS), "its page has no text")
    assert (other.address, other.title) == ("https://echo.example/other", WORDS)


@pytest.mark.django_db
def test_a_feed_does_not_bring_a_redacted_article_in_again(article: Article, chief: User) -> None:
    entry = FeedEntry.objects.get()
    redact(article, words=WORDS, by=chief, why="A court told us to")
    after = FeedEntry.objects.get()
    assert (after.guid, after.feed_id, after.article) == (entry.guid, entry.feed_id, article)


@pytest.mark.django_db
def test_states_and_digests_stay_as_they_are(chief: User) -> None:
    article = make.PublishedArticleFactory(body="It is published in full: interest in the talks.", headline="published")
    make.OriginalFactory(article=article, content=b"published")
    make.ReportFactory(article=article, text="interest in the talks")
    before = (article.status, article.fingerprint, article.original.digest)
    for words in ("published", "interest"):
        redact(article, words=words, by=chief, why="A test")
    article.refresh_from_db()
    assert (article.status, article.fingerprint, article.original.digest) == before
    assert Report.objects.get().stage_group == "interest"


@pytest.mark.django_db
def test_an_editor_who_had_it_open_is_told(article: Article, chief: User) -> None:
    version = article.version
    redact(article, words=WORDS, by=chief, why="A court told us to")
    assert article.version > version


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("words", "why", "message"),
    [
        ("Ab", "A reason", "at least 3"),
        ("—!", "A reason", "at least 3"),
        (WORDS, " ", "say why"),
        (WORDS, "x" * 241, "at most 240"),
        (WORDS, "He said that paul oresson TOOK bribes", "repeats the words"),
        ("Nowhere to be found", "A reason", "stand nowhere"),
    ],
)
def test_a_redaction_that_will_not_do_changes_nothing(
    article: Article, chief: User, words: str, why: str, message: str
) -> None:
    before = values()
    with pytest.raises(EditorialError, match=message):
        redact(article, words=words, by=chief, why=why)
    assert values() == before


@pytest.mark.django_db
def test_only_chiefs_redact(article: Article) -> None:
    with pytest.raises(PermissionDenied):
        redact(article, words=WORDS, by=make.UserFactory(permissions=["publish_article"]), why="A reason")
    assert Aside.objects.get().text == f"MORE: {WORDS}"


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        ("<p>Paul &Ouml;resson took bribes!</p>", "<p>!</p>"),
        ("<p>Paul &#214;resson took&nbsp;bribes!</p>", "<p>!</p>"),
        ("<b>Paul</b> Öresson <i>took bribes</i>!", "<b></i>!"),
        ('{"a": "Paul \\u00d6resson took bribes!"}', '{"a": "!"}'),
        ("/paul-%C3%B6resson-took-bribes.html", "/.html"),
        ("Paul<br>Öresson<br>took<br>bribes & more", " & more"),
        ("Nothing of him; 100 %25 &amp; more", "Nothing of him; 100 %25 &amp; more"),
    ],
)
def test_words_are_found_in_a_pages_source_however_they_are_escaped(source: str, kept: str) -> None:
    black = Blackener.of(WORDS).source(source)
    assert len(black) == len(source)
    assert black.replace(BLACK, "") in (kept, kept.replace("</i>", ""))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252", "iso-8859-15"])
def test_bytes_keep_every_character_in_its_place(encoding: str) -> None:
    text = f"Città: {WORDS}, però."
    content, now = Blackener.of(WORDS).content(text.encode(encoding), encoding)
    assert content.decode(now) == f"Città: {BLACK * len(WORDS)}, però."


def test_bytes_without_the_words_are_kept_as_they_are() -> None:
    content = b"caf\xe9 \x81"
    assert Blackener.of(WORDS).content(content, "windows-1252") == (content, "windows-1252")


@pytest.mark.django_db
def test_a_repaired_original_is_redacted_as_it_reads(chief: User) -> None:
    article = make.ArticleFactory(body=f"Però {WORDS}.")
    mangled = article.body.encode().decode("windows-1252")
    make.OriginalFactory(article=article, content=mangled.encode(), repaired=True)
    redact(article, words=WORDS, by=chief, why="A court told us to")
    article.original.refresh_from_db()
    assert bytes(article.original.content).decode(article.original.encoding) == article.body


@given(st.text(alphabet="aAàÀ bB-.\u0301'&;<>%C3", max_size=40))
def test_blackening_keeps_the_length_and_leaves_no_words(text: str) -> None:
    black = Blackener.of("aab")
    assert len(black.text(text)) == len(black.source(text)) == len(text)
    assert not black.stands_in(black.text(text))
    assert black.text(black.text(text)) == black.text(text)
