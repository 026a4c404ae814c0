"""The public pages as fans use them: by eye, by ear, by keyboard alone, without scripts, small, large and dark."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import call_command
from playwright.sync_api import Browser, Page, expect
from pytest_django import DjangoDbBlocker
from pytest_django.live_server_helper import LiveServer

from tests.browser.accessibility import violations
from tests.browser.world import DEFENDERS, World, build

# The mark makes the test database; each test has a transaction of its own in it, the rows are committed before.
pytestmark = pytest.mark.django_db

PHONE, DESK = {"width": 375, "height": 800}, {"width": 1280, "height": 900}
SMALLEST = {"width": 320, "height": 640}
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
EVERY_RULE = {"runOnly": RULES, "rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]}
COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"], "resultTypes": ["violations"]}
# Rows that are made like those above them: axe would take most of its time over them.
THIN = """document.querySelectorAll(
  ":is(.rows, .directory, .reports, .pieces, .piece-links, .quotes) > :nth-child(n + 6)"
).forEach(row => row.remove())"""
CLUB = "/clubs/ac-milan/"
# WCAG 1.4.12: what readers may set without losing anything.
SPACING = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }"
SPACING += " p { margin-bottom: 2em !important; }"
# Elements whose own words stick out of a box that hides what sticks out; `hidden` is for screen readers alone.
CLIPPED = """() => [...document.querySelectorAll("main *")].filter(box => {
  const style = getComputedStyle(box);
  const hides = [style.overflowX, style.overflowY].some(how => how === "hidden" || how === "clip");
  const small = box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1;
  return hides && small && !box.closest(".hidden") && box.checkVisibility();
}).map(box => box.outerHTML.slice(0, 120))"""
FOCUS = """() => {
  const at = document.activeElement, style = getComputedStyle(at), box = at.getBoundingClientRect();
  return {
    name: at.id || at.name || at.textContent.trim().slice(0, 40),
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    seen: box.width > 0 && box.top >= 0 && box.bottom <= innerHeight + 1,
  };
}"""


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """The rows, made once for all tests here: none of them writes."""
    with django_db_blocker.unblock():
        yield build()
        call_command("flush", interactive=False, verbosity=0)


@pytest.fixture(scope="module")
def site(world: World) -> Iterator[str]:
    """The address of a server that shows the world."""
    server = LiveServer("localhost")
    yield server.url
    server.stop()


@pytest.fixture
def without_scripts(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Page]:
    context = browser.new_context(**{**browser_context_args, "java_script_enabled": False})
    yield context.new_page()
    context.close()


def open_all(page: Page, site: str, world: World, complaints: list[str]) -> Iterator[str]:
    """Go to every page, also those of errors, and give its name; only a refused page may say that it is one."""
    for name, address in world.pages.items():
        answer = page.goto(site + address)
        assert answer is not None and (name, answer.status) == (name, 200)
        yield name
    assert complaints == []
    for name, (address, status) in world.refused.items():
        answer = page.goto(site + address)
        assert answer is not None and (name, answer.status) == (name, status)
        yield name
        assert [line for line in complaints if f"status of {status}" not in line] == []
        complaints.clear()


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_no_page_keeps_anything_from_anybody_in_the_light_or_in_the_dark(
    site: str, world: World, page: Page, complaints: list[str], size: Any
) -> None:
    page.set_viewport_size(size)
    found = {}
    for name in open_all(page, site, world, complaints):
        page.evaluate(THIN)
        page.emulate_media(color_scheme="light")
        found[name] = violations(page, EVERY_RULE)
        page.emulate_media(color_scheme="dark")
        found[f"{name}, dark"] = violations(page, COLOURS)
    assert {name: rules for name, rules in found.items() if rules} == {}
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(18, 20, 15)"


def test_every_page_fits_the_smallest_screen_under_one_heading(
    site: str, world: World, page: Page, complaints: list[str]
) -> None:
    page.set_viewport_size(SMALLEST)  # type: ignore[arg-type]
    measure = "[document.documentElement.scrollWidth <= innerWidth, document.querySelectorAll('h1').length]"
    found = {name: page.evaluate(measure) for name in open_all(page, site, world, complaints)}
    assert {name: measured for name, measured in found.items() if measured != [True, 1]} == {}


def test_a_fan_finds_centre_backs_without_scripts(site: str, world: World, without_scripts: Page) -> None:
    page = without_scripts
    page.goto(site)
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Clubs").click()
    page.get_by_role("region", name="Most talked about").get_by_role("link", name="AC Milan").click()
    expect(page).to_have_url(site + CLUB)
    form = page.locator("form.filter-form")
    form.get_by_role("checkbox", name="Centre-Back").check()
    winter = form.get_by_role("checkbox", name="Winter 2026")
    winter.check()
    form.get_by_role("button", name="Show these links").click()
    expect(page).to_have_url(re.compile(r"/clubs/ac-milan/\?(\w+=&)*position=Centre-Back&window=2026-winter(&\w+=)*$"))
    sentence = "Centre-backs linked with AC Milan, winter 2026"
    expect(page.get_by_role("heading", level=1)).to_have_text(sentence)
    assert page.title().startswith(f"{sentence} · ")
    shown = page.locator(".row-name").all_text_contents()
    assert len(shown) == 25 and all(name.startswith("Stopper") for name in shown)


def test_a_fan_pages_on_and_clears_a_filter_without_scripts(site: str, without_scripts: Page) -> None:
    page = without_scripts
    page.goto(f"{site}{CLUB}?position=Centre-Back&window=2026-winter")
    first = set(page.locator(".row-name").all_text_contents())
    page.get_by_role("link", name="Older rows of this list").click()
    rest = page.locator(".row-name").all_text_contents()
    assert (len(rest), first & set(rest)) == (DEFENDERS + 1 - 25, set())
    expect(page.get_by_role("heading", name="Defenders whose exact position is not known")).to_be_visible()
    assert rest[-1].startswith("Dario Dietro")
    page.get_by_role("link", name="Remove Position: Centre-Back").click()
    expect(page).to_have_url(f"{site}{CLUB}?window=2026-winter")
    page.get_by_role("link", name="Clear all filters").click()
    expect(page).to_have_url(site + CLUB)


def test_a_fan_follows_a_quote_to_its_source_without_scripts(site: str, without_scripts: Page) -> None:
    page = without_scripts
    page.goto(site)
    page.get_by_role("searchbox", name="Search players, clubs, people and sources").fill("skrin")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("main").get_by_role("link", name="Milan Škriniar").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Milan Škriniar")
    quote = page.locator(".quote").filter(has_text="He is not for sale")
    expect(quote).to_contain_text("Rocco Bandiera, director, Juventus")
    expect(quote).to_contain_text("via TuttoCampo")
    quote.get_by_role("link", name="TuttoCampo").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("TuttoCampo")
    expect(page.get_by_role("region", name="Reports")).to_contain_text("Pio Portiere")


def test_what_readers_may_not_see_is_nowhere(site: str, world: World, page: Page) -> None:
    for address in world.pages.values():
        words = page.request.get(site + address).text()
        shown = [hidden for hidden in ("Draftonly", "bought the moon", "It was never said") if hidden in words]
        assert (address, shown) == (address, [])


def test_the_first_stop_of_the_keyboard_skips_to_the_content(site: str, page: Page) -> None:
    page.goto(site + CLUB)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    expect(page.get_by_role("link", name="Skip to the content")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_the_keyboard_s_place_can_always_be_seen(site: str, page: Page) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.emulate_media(reduced_motion="reduce")
    page.goto(site + CLUB)
    lost = []
    for _ in range(40):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if not (stop["outlined"] and stop["seen"]):
            lost.append(stop)
    assert lost == []


def test_the_filters_work_by_keyboard_alone(site: str, page: Page) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(site + CLUB)
    filters = page.locator("#filters > summary")
    filters.focus()
    expect(page.get_by_role("checkbox", name="Centre-Back")).to_be_hidden()
    page.keyboard.press("Enter")
    box = page.get_by_role("checkbox", name="Centre-Back")
    for _ in range(15):
        page.keyboard.press("Tab")
        if box.evaluate("box => box === document.activeElement"):
            break
    expect(box).to_be_focused()
    page.keyboard.press("Space")
    expect(box).to_be_checked()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Centre-backs linked with AC Milan")


@pytest.mark.parametrize("address", ["/", CLUB], ids=["home", "club"])
def test_nothing_is_lost_with_wider_spacing_or_twice_as_large(site: str, page: Page, address: str) -> None:
    page.set_viewport_size({"width": 640, "height": 450})
    page.goto(site + address)
    assert page.evaluate(CLIPPED) == []
    page.evaluate(
        "css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css); document.adoptedStyleSheets = [sheet]; }",
        SPACING,
    )
    assert page.evaluate(CLIPPED) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
