"""The contracts of import in pyproject.toml cover everything that is there."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CONTRACTS = {
    contract["name"].split(":")[0].split(" has ")[0]: contract
    for contract in tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
}
PURE = ("choices", "text", "calendar", "tagging", "intake", "evidence")
PUBLIC = ("views", "filters", "feeds", "sitemaps", "api")
UNLAYERED = {"apps", "checks", "migrations", "online"}  # Django's own places: they run at start, or never again


def there(names: tuple[str, ...] | set[str]) -> set[str]:
    """Those of the names that are a module or package of rumours today, written as they are imported."""
    found = {
        path.stem for path in (ROOT / "rumours").iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    return {f"rumours.{name}" for name in found & set(names)}


def everything() -> set[str]:
    names = {path.stem for path in (ROOT / "rumours").iterdir() if not path.name.startswith("__")}
    return there(names - UNLAYERED)


def test_every_module_has_its_layer() -> None:
    layers = " ".join(CONTRACTS["Layers"]["layers"])
    placed = {name.strip("()") for name in layers.replace("|", " ").replace(":", " ").split()}
    assert everything() - placed == set()


def test_every_pure_module_is_kept_from_django() -> None:
    assert there(PURE) - set(CONTRACTS["Pure Python"]["source_modules"]) == set()


def test_every_public_module_is_kept_from_writing() -> None:
    assert there(PUBLIC) - set(CONTRACTS["The public site"]["source_modules"]) == set()


@pytest.mark.parametrize("name", PURE)
def test_pure_modules_load_without_django(name: str) -> None:
    code = f"import sys, rumours.{name}; sys.exit(any(m.split('.')[0] == 'django' for m in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
