"""Asks axe what a page keeps from people who see, hear or move otherwise."""

import json
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page


def violations(page: Page, options: dict[str, Any] | None = None) -> dict[str, list[str]]:
    """What axe finds on the page as it stands: the HTML of each element at fault, by the name of the rule."""
    found = Axe().run(page, options=options).response["violations"]
    return {rule["id"]: [node["html"] for node in rule["nodes"]] for rule in found}


def assert_accessible(page: Page, options: dict[str, Any] | None = None) -> None:
    """Fail with every rule that the page breaks; `options` are those of axe.run."""
    found = violations(page, options)
    assert found == {}, json.dumps(found, indent=2)
