"""manage.py suggest: JSON lines for files, one clear line for what is no article."""

import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from rumours.models import Suggestion
from tests import factories

pytestmark = pytest.mark.django_db
BODY = (
    " date 2025-08-12 Harbury have made a £20m bid for Marlow midfielder Ivo Lander, according to The Herald.\n\n"
    "“Ivo trains well and I have nothing new to say about him,” Marlow coach Pavel Dorn told The Herald.\n"
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    factories.ClubFactory(name="Harbury")
    factories.ClubFactory(name="Marlow")
    path = tmp_path / "lander.txt"
    path.write_text(BODY)
    return path


def test_one_line_a_file_in_the_order_given(article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Harbury beat Marlow 2-0 on Saturday in front of a large crowd at the old ground.")
    call_command("suggest", str(other), str(article))
    first, second = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert (first["file"], first["links"]) == ("other.txt", [])
    assert second["published"] == "2025-08-12"
    (link,) = second["links"]
    assert {key: link[key] for key in ("player", "from_club", "to_club", "window", "stage", "kind")} == {
        "player": "Ivo Lander",
        "from_club": "Marlow",
        "to_club": "Harbury",
        "window": "2025-summer",
        "stage": "bid",
        "kind": "permanent",
    }
    (quote,) = second["quotes"]
    assert (quote["speaker"], quote["text"]) == (
        "Pavel Dorn",
        "Ivo trains well and I have nothing new to say about him,",
    )
    assert {"name": "Pavel Dorn", "role": "coach"} in second["people"]


def test_nothing_is_stored(article: Path) -> None:
    call_command("suggest", str(article))
    assert Suggestion.objects.count() == 0


@pytest.mark.parametrize(("content", "says"), [(b"", "empty"), (b"\x00\x01\x02\x03PNG", ""), (None, "No such file")])
def test_what_is_no_article_stops_with_exit_2_and_names_the_file(
    tmp_path: Path, content: bytes | None, says: str
) -> None:
    path = tmp_path / "bad.txt"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(CommandError, match=r"bad\.txt") as refused:
        call_command("suggest", str(path))
    assert refused.value.returncode == 2
    assert says in str(refused.value)


def test_a_file_that_is_missing_is_told_before_anything_is_printed(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = article.with_name("missing.txt")
    with pytest.raises(CommandError) as refused:
        call_command("suggest", str(article), str(missing))
    assert str(refused.value) == f"{missing}: No such file or directory"
    assert capsys.readouterr().out == ""
