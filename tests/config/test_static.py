"""Collected static files: named by content, compressed, their list kept to ourselves."""

from pathlib import Path

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command
from pytest_django import Settings


@pytest.fixture
def collected(settings: Settings, tmp_path: Path) -> Path:
    settings.VAR_DIR = tmp_path
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": "config.static.PrivateManifestStorage"}}
    source = tmp_path / "source"
    source.mkdir()
    (source / "site.css").write_text("body { margin: 0 }\n" * 50)
    settings.STATICFILES_DIRS = [source]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    call_command("collectstatic", interactive=False, verbosity=0)
    return tmp_path


def test_a_file_is_named_by_its_content_and_compressed(collected: Path) -> None:
    name = Path(staticfiles_storage.url("site.css")).name
    assert name.startswith("site.") and name != "site.css"
    assert {path.name for path in (collected / "static").iterdir()} >= {name, f"{name}.br", f"{name}.gz"}


def test_the_list_of_files_is_not_served(collected: Path) -> None:
    assert list((collected / "static").rglob("staticfiles.json")) == []
    assert (collected / "static-manifest" / "staticfiles.json").exists()
