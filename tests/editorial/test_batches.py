"""Many articles at once become what each would have become by itself, whoever reads them."""

import os
import signal
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.db import models, transaction

from rumours.calendar import Calendar
from rumours.editorial.batches import Given, ProcessKilled, Reading, import_many, processes
from rumours.editorial.batches import importing as batches
from rumours.editorial.batches.known import Known
from rumours.editorial.batches.reading import Reader
from rumours.editorial.importing import ImportOutcome, import_document
from rumours.intake import IntakeError, RawArticle, read
from rumours.models import (
    Article,
    Aside,
    Original,
    Report,
    Suggestion,
    SuggestionAlternative,
    SuggestionFee,
    SuggestionFragment,
    TaggerRun,
)
from rumours.tagging import Gazetteer
from tests import factories as make

pytestmark = [
    pytest.mark.django_db,
    # What is forked here never touches a lock of another thread; Python 3.12 warns all the same.
    pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning"),
]
FOLDERS = [Path(__file__).parents[1] / "intake" / "samples", Path(__file__).parents[1] / "articles" / "tuned"]
LONG = " ".join(f"Paragraph {word} tells of the keeper and of her agent in {word}." for word in "abcdefgh")
MOMENTS = ("received_at", "dated_at", "at", "decided_at", "history_date")
Item = tuple[str, Reading]
IN_JANUARY = Given(published=date(2026, 1, 20))


def given_bytes(content: bytes, name: str = "", address: str = "") -> RawArticle | IntakeError:
    try:
        return read(content, name=name, address=address)
    except IntakeError as error:
        return error


def text(words: str, **options: str) -> Item:
    return words[:20], partial(given_bytes, words.encode(), **options)


def all_kinds() -> list[Item]:
    """Our own articles, and beside them what is the same, nearly the same, in another language, or no text."""
    files = [file for folder in FOLDERS for file in sorted(folder.glob("*.txt"))[:20]]
    items: list[Item] = [(file.name, partial(given_bytes, file.read_bytes(), file.name)) for file in files]
    items += [
        items[3],
        text(f"{LONG} Read on below."),
        text("Redville vogliono il difensore Ugo Penna, che piace anche al Blueport per la difesa."),
        text("Short words here.", address="https://voce.example/a"),
        text("Other short words here.", address="https://voce.example/a"),
        text("SHORT words, here!"),
        text(""),
        text(LONG),
        text("Rossi may go\n\nRedville have made a bid for Ada Rossi, La Voce report.\n\n“She stays,” Bo Kean said."),
        text(f"{LONG} And one more word."),
    ]
    return items


def make_names() -> None:
    """Somebody to be found in the texts, and an earlier report that is repeated."""
    source = make.SourceFactory.create(name="La Voce", domains="|voce.example|", language="it")
    player = make.PlayerFactory.create(name="Ada Rossi")
    buyer = make.ClubFactory.create(name="Redville")
    make.PersonFactory.create(name="Bo Kean", role="coach")
    for _ in range(2):
        make.PlayerFactory.create(name="Ugo Penna")
    link = make.TransferLinkFactory.create(player=player, to_club=buyer)
    own = make.PublishedArticleFactory.create(publisher=source, published_at=datetime(2026, 1, 2, tzinfo=UTC))
    make.ReportFactory.create(article=own, link=link, source=source, stage_group="bid")


def one_by_one(items: Iterable[Item], given: Given, by: Any) -> list[tuple[str, ImportOutcome | IntakeError]]:
    outcomes: list[tuple[str, ImportOutcome | IntakeError]] = []
    for name, reading in items:
        raw = reading()
        try:
            outcomes.append(
                (name, raw if isinstance(raw, IntakeError) else import_document(raw, by=by, published=given.published))
            )
        except IntakeError as error:
            outcomes.append((name, error))
    return outcomes


def stored_by(work: Callable[[], Iterable[tuple[str, ImportOutcome | IntakeError]]]) -> list[Any]:
    """What a way of importing tells and stores, without keys and moments; it is taken back afterwards."""
    with transaction.atomic():
        before = set(Article.objects.values_list("pk", flat=True))
        told = [(name, str(o) if isinstance(o, IntakeError) else (o.is_new, o.article.pk)) for name, o in work()]
        new = list(Article.objects.exclude(pk__in=before).order_by("pk"))
        number = {pk: place for place, pk in enumerate(sorted(before), start=-len(before))}
        number |= {article.pk: place for place, article in enumerate(new)}
        rows: list[Any] = [(name, o if isinstance(o, str) else (o[0], number[o[1]])) for name, o in told]
        for model in (Article, Original, Aside, TaggerRun, Suggestion):
            rows += dump(model, number)
        kept = {pk: place for place, pk in enumerate(Suggestion.objects.order_by("pk").values_list("pk", flat=True))}
        for part in (SuggestionAlternative, SuggestionFee, SuggestionFragment):
            rows += dump(part, kept)
        rows += dump(Article.history.model, number)
        transaction.set_rollback(True)
    return rows


def dump(model: type[models.Model], number: dict[int, int]) -> list[tuple[Any, ...]]:
    """The rows in order of their keys: keys of articles and suggestions as places."""
    out = []
    for row in model._base_manager.order_by("pk").values():
        row = {name: value for name, value in row.items() if name not in MOMENTS and name != "history_id"}
        for name in ("article_id", "suggestion_id", "near_copy_of_id"):
            if row.get(name) is not None:
                row[name] = number[row[name]]
        if model is Article or "history_type" in row:
            row["id"] = number[row["id"]]
        else:
            del row["id"]
        out.append((model.__name__, *sorted((name, repr(value)) for name, value in row.items())))
    return out


@pytest.mark.parametrize(
    ("jobs", "at_once", "given"), [(1, 1, IN_JANUARY), (1, 7, Given()), (2, 7, IN_JANUARY), (2, 100, IN_JANUARY)]
)
def test_many_become_what_each_becomes_alone(
    jobs: int, at_once: int, given: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_names()
    by = make.ChiefFactory.create()
    items = all_kinds()
    alone = stored_by(lambda: one_by_one(items, given, by))
    monkeypatch.setattr(batches, "AT_ONCE", at_once)
    together = stored_by(lambda: import_many(items, given, by=by, jobs=jobs))
    assert together == alone


def test_what_these_articles_bring_is_of_every_kind() -> None:
    """Else the comparison above would say little."""
    make_names()
    outcomes = dict(import_many(all_kinds(), IN_JANUARY, by=make.ChiefFactory.create()))
    assert str(outcomes[""]) == "it is empty"
    assert Article.objects.filter(near_copy_of__isnull=False).count() == 2
    assert Article.objects.filter(language="it").exists()
    assert Suggestion.objects.filter(follows=Report.objects.get(stage_group="bid", source__name="La Voce")).exists()
    for model in (Aside, SuggestionAlternative, SuggestionFee, SuggestionFragment):
        assert model._base_manager.exists(), model
    assert Suggestion.objects.filter(role="coach").exists()


def test_somebody_else_was_quicker_with_one_of_a_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    by = make.ChiefFactory.create()
    first = import_document(read(LONG.encode()), by=by).article
    monkeypatch.setattr(Known, "same_as", lambda known, incoming: None)  # he was not there yet when we looked
    told = list(import_many([text("Some other words."), text(LONG)], Given(), by=by))
    assert [outcome.is_new for _, outcome in told if isinstance(outcome, ImportOutcome)] == [True, False]
    assert (Article.objects.count(), Original.objects.count(), told[1][1]) == (2, 2, ImportOutcome(first, is_new=False))


def test_what_is_told_of_is_stored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "AT_ONCE", 2)
    items = [text(f"Words of number {number} here.") for number in range(5)]
    coming = import_many(items, Given(), by=make.ChiefFactory.create())
    assert [(next(coming)[0][:17], Article.objects.count()) for _ in range(3)] == [
        ("Words of number 0", 2), ("Words of number 1", 2), ("Words of number 2", 4),
    ]  # fmt: skip


def die() -> RawArticle | IntakeError:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def test_a_reading_process_that_is_killed_ends_the_import_between_two_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "AT_ONCE", 8)
    items = [text(f"Words of number {number} here.") for number in range(40)]
    coming = import_many([*items, ("deadly", die), *items], Given(), by=make.ChiefFactory.create(), jobs=2)
    told = []
    with pytest.raises(ProcessKilled, match="killed"):
        for name, _ in coming:
            told.append(name)
    assert 0 < len(told) <= 40
    assert told == [name for name, _ in items[: len(told)]]
    assert (Article.objects.count(), TaggerRun.objects.count()) == (len(told), len(told))


def test_no_more_is_read_than_keeps_the_processes_busy() -> None:
    """What waits in memory does not grow with the number of articles."""
    asked = 0

    def many() -> Iterable[Item]:
        nonlocal asked
        for number in range(1000):
            asked += 1
            yield text(f"Words of number {number}.")

    coming = processes.read_all(many(), Reader(Gazetteer(()), Calendar(), Given()), 2)
    next(coming)
    assert asked <= processes.PACKET * (processes.AHEAD * 2 + 1)


def test_what_is_given_holds_for_all() -> None:
    source = make.SourceFactory.create(name="La Voce", language="it")
    day = datetime(2026, 1, 20, tzinfo=UTC).date()
    list(import_many([text("Ok.")], Given(source, day, None), by=make.ChiefFactory.create()))
    article = Article.objects.get()
    assert (article.publisher, article.language, str(article.published_at)) == (
        source,
        "it",
        "2026-01-20 12:00:00+00:00",
    )
