"""The watchers of the browser tests see what they are there to see."""

import pytest
from playwright.sync_api import Page

from tests.browser.accessibility import assert_accessible, violations

PAGE = "<!doctype html><html lang=en><title>Clubs</title><main><h1>Clubs</h1>{}</main></html>"


def test_a_page_for_everyone_passes(page: Page) -> None:
    page.set_content(PAGE.format("<p>None yet.</p>"))
    assert_accessible(page)


def test_a_picture_without_words_is_noticed(page: Page) -> None:
    page.set_content(PAGE.format("<img>"))
    assert violations(page) == {"image-alt": ["<img>"]}
    with pytest.raises(AssertionError, match="image-alt"):
        assert_accessible(page)


def test_a_page_that_complains_is_noticed(page: Page, complaints: list[str]) -> None:
    page.goto("data:text/html,<title>x</title><script>console.error('broken'); undefined_name()</script>")
    assert complaints == ["broken ()", "undefined_name is not defined"]
    complaints.clear()
