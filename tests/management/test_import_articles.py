"""The command brings in what it can, says what it could not, and ends with a sum."""

import io
import os
import signal
import sys
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from rumours.choices import DatePrecision
from rumours.editorial.batches import importing
from rumours.intake import SIZE_LIMIT, RawArticle, read
from rumours.management.commands import import_articles as commands
from rumours.models import Article
from tests.factories import ChiefFactory, SourceFactory, UserFactory

pytestmark = pytest.mark.django_db

STORY = "Redville have asked Blueport about the young keeper Ada Rossi.\n\nHer agent met both clubs on Monday."
PAGE = (
    "<!doctype html><html><head><title>Rossi may go</title></head>"
    f"<body><article><h1>Rossi may go</h1><p>{STORY * 3}</p></article></body></html>"
)
A_TIME = "2026-01-20T09:30+01:00"
OUR_ARTICLES = Path(__file__).parents[1] / "intake" / "samples"
CLIENTS_ARTICLES = Path(__file__).parents[3] / "shared" / "articles"


def run(*what: str | Path, **options: Any) -> tuple[list[str], list[str], int]:
    """(lines of standard output, lines of standard error, exit status)."""
    out, err = io.StringIO(), io.StringIO()
    status = 0
    try:
        call_command("import_articles", *map(str, what), stdout=out, stderr=err, **options)
    except CommandError as error:
        status = error.returncode
        err.write(f"{error}\n")
    return out.getvalue().splitlines(), err.getvalue().splitlines(), status


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY)
    return path


def test_a_file_becomes_a_draft_and_again_nothing_new(story: Path) -> None:
    out, err, status = run(story)
    article = Article.objects.get()
    assert out == [f"{story}: article {article.pk}", "1 new, 0 already here, 0 near copy, 0 refused"]
    assert (err, status) == ([], 0)
    out, _, status = run(story)
    assert out == [
        f"{story}: already here as article {article.pk} (draft)",
        "0 new, 1 already here, 0 near copy, 0 refused",
    ]
    assert (Article.objects.count(), status) == (1, 0)


def test_options_say_who_published_when_in_which_language_and_who_acts(story: Path) -> None:
    source, editor = SourceFactory.create(name="La Voce"), ChiefFactory.create()
    assert run(story, source="la voce", published="2026-01-20", language="it", by=editor.username)[2] == 0
    article = Article.objects.get()
    assert (article.publisher, article.language, article.created_by) == (source, "it", editor)
    assert (str(article.published_at), article.precision) == ("2026-01-20 12:00:00+00:00", DatePrecision.DAY)


def test_who_may_add_no_article_imports_none(story: Path) -> None:
    with pytest.raises(CommandError, match="add_article is missing") as refused:
        call_command("import_articles", str(story), by=UserFactory.create().username)
    assert (refused.value.returncode, Article.objects.count()) == (2, 0)


def test_nobody_named_the_system_acts(story: Path) -> None:
    run(story)
    user = Article.objects.get().created_by
    assert user is not None
    assert (user.username, user.is_active, user.has_usable_password()) == ("system", False, False)


def test_a_batch_goes_on_after_each_thing_that_cannot_be_read(tmp_path: Path, story: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b" \n")
    with (tmp_path / "large.txt").open("wb") as large:
        large.truncate(50_000_000)
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    (tmp_path / "broken.txt").write_bytes("Škriniar né".encode() + b"\n\xc5 x")
    (tmp_path / "notes.json").write_text("{}")
    out, err, status = run(tmp_path, tmp_path / "missing.txt")
    assert out[-1] == "1 new, 0 already here, 0 near copy, 5 refused"
    assert err == [
        f"{tmp_path}/broken.txt: broken UTF-8 on line 2",
        f"{tmp_path}/empty.txt: it is empty",
        f"{tmp_path}/large.txt: it is larger than 2 MB",
        f"{tmp_path}/picture.txt: it is a PNG picture, not a text",
        f"{tmp_path}/missing.txt: there is no such file or folder",
        "5 refused, see above; the rest went in.",
    ]
    assert (status, Article.objects.count()) == (2, 1)


def test_a_large_file_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as large:
        large.truncate(50_000_000)
    run(path)  # what is loaded once is not to be counted
    tracemalloc.start()
    run(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5 * SIZE_LIMIT


def test_folders_are_read_with_their_subfolders_in_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "two.md").write_text("# Two titles here\n\nGreenham want a keeper, says the coach.")
    (tmp_path / "a.html").write_text(PAGE)
    (tmp_path / ".hidden.txt").write_text("No article")
    (tmp_path / "README.md").write_text("No article either")
    out, _, status = run(tmp_path)
    assert [line.partition(":")[0] for line in out[:-1]] == [f"{tmp_path}/a.html", f"{tmp_path}/b/two.md"]
    assert (out[-1], status) == ("2 new, 0 already here, 0 near copy, 0 refused", 0)
    assert sorted(Article.objects.values_list("headline", flat=True)) == ["Rossi may go", "Two titles here"]


def test_a_folder_that_cannot_be_listed_is_named(tmp_path: Path, story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listing = os.scandir
    locked = tmp_path / "locked"
    locked.mkdir()

    def refuse(path: Path) -> Any:
        if path == locked:
            raise PermissionError(13, "Permission denied")
        return listing(path)

    monkeypatch.setattr(os, "scandir", refuse)
    out, err, status = run(locked, story)
    assert err[0] == f"{locked}: no permission to read it"
    assert (out[-1], status) == ("1 new, 0 already here, 0 near copy, 1 refused", 2)


def test_what_stands_in_a_folder_that_may_be_listed_but_not_entered_is_named(
    tmp_path: Path, story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looking = Path.stat
    inside = tmp_path / "locked" / "inside.txt"
    inside.parent.mkdir()
    inside.write_text(STORY)

    def refuse(path: Path, **options: Any) -> Any:
        if path == inside:
            raise PermissionError(13, "Permission denied")
        return looking(path, **options)

    monkeypatch.setattr(Path, "stat", refuse)
    out, err, status = run(inside.parent, story)
    assert err[0] == f"{inside}: no permission to read it"
    assert (out[-1], status) == ("1 new, 0 already here, 0 near copy, 1 refused", 2)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(STORY.encode())))
    assert run("-")[0][0].startswith("standard input: article ")


def test_an_address_on_this_machine_is_refused() -> None:
    _, err, status = run("http://127.0.0.1/admin/")
    assert err[0] == (
        "http://127.0.0.1/admin/: the address is not on the public web (private, local or an unusual port)"
    )
    assert status == 2


def test_a_near_copy_is_counted_apart(tmp_path: Path) -> None:
    story = " ".join(f"Paragraph {word} tells of the keeper and of her agent in {word}." for word in "abcdefgh")
    (tmp_path / "a.txt").write_text(story)
    (tmp_path / "b.txt").write_text(f"{story} Read on below.")
    out, _, _ = run(tmp_path)
    first = Article.objects.order_by("id").first()
    assert first is not None
    assert out[1].endswith(f"near copy of article {first.pk}")
    assert out[2] == "1 new, 0 already here, 1 near copy, 0 refused"


@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_a_killed_process_stops_the_import_and_says_how_far_it_came(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(40):
        (tmp_path / f"{number:02}.txt").write_text(f"Words of number {number} here.")
    (tmp_path / "99.txt").write_text("deadly")
    parent, whole = os.getpid(), read

    def deadly(content: bytes, **options: Any) -> RawArticle:
        if content == b"deadly" and os.getpid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)
        return whole(content, **options)

    monkeypatch.setattr(importing, "AT_ONCE", 8)
    monkeypatch.setattr(commands, "read", deadly)
    out, err, status = run(tmp_path, jobs=2)
    assert err == [
        f"Stopped, a process that reads articles was killed (had it enough memory?). {len(out)} new, 0 already here, "
        "0 near copy, 0 refused; run it again to go on."
    ]
    assert (status, Article.objects.count()) == (1, len(out))
    monkeypatch.undo()
    assert run(tmp_path, jobs=2)[0][-1] == f"{41 - len(out)} new, {len(out)} already here, 0 near copy, 0 refused"


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("source", "Nobody", "--source: no source is called 'Nobody'."),
        ("by", "nobody", "--by: there is no user 'nobody'."),
        ("published", "yesterday", "--published: 'yesterday' is no date; write 2026-01-20 or 2026-01-20T09:30+01:00."),
        (
            "published",
            "0001-01-01",
            "--published: '0001-01-01' is no date; write 2026-01-20 or 2026-01-20T09:30+01:00.",
        ),
        (
            "published",
            "2026-01-20T09:30",
            "--published: '2026-01-20T09:30' needs a time zone, as in 2026-01-20T09:30+01:00.",
        ),
        ("language", "Italian!", "--language: 'Italian!' is no language code; write en, it, es."),
    ],
)
def test_an_option_that_means_nothing_stops_all(story: Path, option: str, value: str, message: str) -> None:
    out, err, status = run(story, **{option: value})
    assert (out, err, status) == ([], [message], 2)
    assert not Article.objects.exists()
    assert not User.objects.exists()


def test_a_folder_of_real_articles_comes_in_whole_and_once() -> None:
    """The client's own where they are, else ours in the same style."""
    folder = CLIENTS_ARTICLES if CLIENTS_ARTICLES.is_dir() else OUR_ARTICLES
    found = len(list(folder.glob("*.txt")))
    out, err, status = run(folder)
    assert (out[-1], err, status) == (f"{found} new, 0 already here, 0 near copy, 0 refused", [], 0)
    assert run(folder)[0][-1] == f"0 new, {found} already here, 0 near copy, 0 refused"
