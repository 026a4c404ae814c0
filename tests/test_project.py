"""The project as a whole: what its files promise is what is there."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.core.management import call_command, get_commands

from config.env import SETTINGS

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
LOCKS = ("requirements.txt", "requirements-dev.txt")


def table_rows(heading: str) -> list[list[str]]:
    """The cells of each row of the table under a heading of README, without the two rows of its head."""
    section = README.read_text().split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]
    rows = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows[2:]]


@pytest.mark.parametrize("name", LOCKS)
def test_locks_name_no_host_and_pin_every_package_by_hash(name: str) -> None:
    lines = (ROOT / name).read_text().splitlines()
    assert [line for line in lines if re.search(r"https?:|--index|--find-links|file:", line)] == []
    pinned = [line for line in lines if re.match(r"[a-z0-9]", line)]
    assert pinned
    assert [line for line in pinned if not re.match(r"[a-z0-9._-]+(\[[a-z,]+\])?==[^ ]+( ; .*)? \\$", line)] == []


def test_the_run_time_lock_is_part_of_the_developers() -> None:
    run_time, developers = (
        set(re.findall(r"^[a-z0-9._-]+(?:\[[a-z,]+\])?==[^ ]+", (ROOT / name).read_text(), re.M)) for name in LOCKS
    )
    assert run_time - developers == set()


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_every_setting_is_in_the_readme_as_the_code_has_it() -> None:
    documented = {row[0].strip("`"): (row[1].strip("`"), row[2]) for row in table_rows("Configuration")}
    assert documented == {s.name: (s.default, s.meaning) for s in SETTINGS.values()}


def test_every_setting_is_read_somewhere() -> None:
    readers = "".join(path.read_text() for path in (ROOT / "config").glob("*.py"))
    assert [name for name in SETTINGS if f'("{name}"' not in readers.replace(f'Setting("{name}"', "")] == []


def test_every_command_is_in_the_readme() -> None:
    own = [name for name, app in get_commands().items() if app == "rumours"]
    assert [name for name in own if f"manage.py {name}" not in README.read_text()] == []


def test_every_make_target_is_in_the_readme() -> None:
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.M)
    assert [name for name in targets if f"make {name}`" not in README.read_text()] == []


def test_every_path_the_readme_names_exists() -> None:
    """Paths are written in backquotes, with a slash or an ending; those in var/ are made by running."""
    named = re.findall(r"`([a-z_.][\w./-]*(?:/|\.(?:py|md|toml|csv|txt)))`", README.read_text())
    assert [path for path in named if not path.startswith("var/") and not (ROOT / path).exists()] == []


def test_every_static_file_that_a_template_names_exists() -> None:
    """The demo and production look names up in the list of collected files: there a wrong one is a page that fails."""
    templates = "".join(path.read_text() for path in (ROOT / "templates").rglob("*.html"))
    named = set(re.findall(r"{% static ['\"]([^'\"]+)['\"] %}|{{ static\(['\"]([^'\"]+)['\"]\) }}", templates))
    assert named
    assert [name for desk, public in sorted(named) if finders.find(name := desk or public) is None] == []
