"""Nothing decided at the tagging desk is lost: without a connection, over a reload, logged out, beside another."""

import json
from collections.abc import Iterator

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect
from pytest_django.live_server_helper import LiveServer

from rumours.choices import Verdict
from rumours.models import Article, Correction, Decision, Suggestion
from tests import factories

BODY = "Portwick want Tom Aldous. Harrowgate have bid for Sim Brook. Lyndale watch Ed Carr."

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def article(transactional_db: None) -> Article:
    """With three links that wait."""
    made: Article = factories.ArticleFactory(body=BODY)
    for words in BODY.split(". "):
        factories.SuggestionFactory(
            article=made, kind="link", text=words, start=BODY.index(words), stage_group="interest",
            to_club=factories.ClubFactory(), doubt="none", transfer_kind="unknown",
        )  # fmt: skip
    return made


def log_in(context: BrowserContext, base: str, name: str) -> str:
    """Make somebody the one who is logged in, as logging in in another tab does; the session's key."""
    user = User.objects.filter(username=name).first() or User.objects.create_user(name, is_staff=True)
    user.groups.add(Group.objects.get(name="chief"))
    client = Client()
    client.force_login(user)
    key = str(client.cookies["sessionid"].value)
    context.add_cookies([{"name": "sessionid", "value": key, "url": base}])
    return key


def go_to(page: Page, base: str, article: Article) -> None:
    page.goto(f"{base}/admin/rumours/article/{article.pk}/tag/")
    expect(page.locator("[data-card][aria-current=true]")).to_be_visible()


@pytest.fixture
def desk(page: Page, context: BrowserContext, live_server: LiveServer, article: Article) -> Iterator[Page]:
    log_in(context, live_server.url, "ana")
    go_to(page, live_server.url, article)
    yield page


def status(page: Page, text: str) -> None:
    """Wait until the line above says so."""
    expect(page.locator(".desk-status span")).to_have_text(text)


def verdicts() -> list[str | None]:
    return list(Suggestion.objects.order_by("start").values_list("decision", flat=True))


def test_without_a_connection_decisions_wait_and_are_on_the_screen(
    desk: Page, context: BrowserContext, complaints: list[str]
) -> None:
    context.set_offline(True)
    desk.keyboard.press("a")
    desk.keyboard.press("x")
    status(desk, "2 waiting: no connection, trying again")
    expect(desk.locator(".is-accepted")).to_have_count(1)
    expect(desk.locator(".is-rejected")).to_have_count(1)
    assert verdicts() == [None, None, None]
    context.set_offline(False)
    status(desk, "saved")
    assert verdicts() == [Verdict.ACCEPTED, Verdict.REJECTED, None]
    complaints.clear()  # the browser's own word on the lost connection


def test_what_was_not_sent_goes_out_when_the_page_is_opened_again(
    desk: Page, live_server: LiveServer, article: Article, complaints: list[str]
) -> None:
    desk.route("**/tag/do/", lambda route: route.abort())
    for key in ("3", "3", "a", "x"):
        desk.keyboard.press(key)
    status(desk, "4 waiting: no connection, trying again")
    desk.goto(f"{live_server.url}/admin/")
    desk.unroute("**/tag/do/")
    go_to(desk, live_server.url, article)
    status(desk, "saved")
    assert verdicts() == [Verdict.EDITED, Verdict.REJECTED, None]
    assert article.reports.get().stage == "bid made"
    assert desk.evaluate("Object.keys(localStorage).filter(name => name.startsWith('rumours.desk'))") == []
    complaints.clear()


def test_an_answer_that_was_lost_is_asked_for_again_and_nothing_is_done_twice(
    desk: Page, complaints: list[str]
) -> None:
    lost: list[str] = []

    def lose_first(route: Route) -> None:
        answer = route.fetch()
        if not lost:
            lost.append(json.loads(route.request.post_data or "")["client_id"])
            route.abort()
        else:
            route.fulfill(response=answer)

    desk.route("**/tag/do/", lose_first)
    desk.keyboard.press("2")
    desk.keyboard.press("a")
    status(desk, "saved")
    assert verdicts() == [Verdict.EDITED, None, None]
    assert Decision.objects.filter(client_id=lost[0]).count() == 1
    assert Decision.objects.filter(asked__isnull=False).count() == 2
    complaints.clear()


def test_a_page_closed_before_the_answer_came_goes_on_without_a_conflict(
    desk: Page, live_server: LiveServer, article: Article, complaints: list[str]
) -> None:
    def do_and_lose(route: Route) -> None:
        route.fetch()
        route.abort()

    desk.route("**/tag/do/", do_and_lose)
    for key in ("2", "3"):
        desk.keyboard.press(key)
        expect(desk.locator(f"[aria-current=true] [data-command=stage-{key}]")).to_have_attribute(
            "aria-pressed", "true"
        )
    desk.keyboard.press("a")
    status(desk, "3 waiting: no connection, trying again")
    desk.goto(f"{live_server.url}/admin/")
    desk.unroute("**/tag/do/")
    go_to(desk, live_server.url, article)
    status(desk, "saved")
    assert article.reports.get().stage_group == "bid"
    complaints.clear()


def test_logged_out_nothing_is_lost(
    desk: Page, context: BrowserContext, live_server: LiveServer, complaints: list[str]
) -> None:
    context.clear_cookies()
    desk.keyboard.press("a")
    status(desk, "log in again in another tab: nothing is lost")
    expect(desk.get_by_role("link", name="Log in")).to_be_visible()
    log_in(context, live_server.url, "ana")
    desk.evaluate("dispatchEvent(new Event('focus'))")
    status(desk, "saved")
    assert verdicts() == [Verdict.ACCEPTED, None, None]
    assert Decision.objects.filter(asked__isnull=False).get().by.username == "ana"
    complaints.clear()


def test_nothing_is_sent_in_the_name_of_another(
    desk: Page, context: BrowserContext, live_server: LiveServer, complaints: list[str]
) -> None:
    context.clear_cookies()
    log_in(context, live_server.url, "ben")
    desk.keyboard.press("a")
    expect(desk.locator(".desk-status span")).to_contain_text("somebody else is logged in here now")
    assert verdicts() == [None, None, None]
    complaints.clear()


def test_a_server_that_is_broken_is_tried_again(desk: Page, complaints: list[str]) -> None:
    desk.route("**/tag/do/", lambda route: route.fulfill(status=502, body="<p>Bad gateway"))
    desk.keyboard.press("a")
    status(desk, "1 waiting: the site does not answer, trying again")
    desk.unroute("**/tag/do/")
    status(desk, "saved")
    assert verdicts() == [Verdict.ACCEPTED, None, None]
    complaints.clear()


@pytest.fixture
def other(browser: Browser, live_server: LiveServer, desk: Page, article: Article) -> Iterator[Page]:
    """Another editor at the same article."""
    context = browser.new_context()
    log_in(context, live_server.url, "ben")
    page = context.new_page()
    go_to(page, live_server.url, article)
    yield page
    context.close()


def test_what_is_pressed_after_the_answer_waits_too_and_is_told(desk: Page, other: Page, complaints: list[str]) -> None:
    other.keyboard.press("2")
    status(other, "saved")
    desk.keyboard.press("3")
    status(desk, "1 waits for you")
    talk = desk.locator("[data-card][aria-current=true] .card-talk")
    expect(talk).to_contain_text("after you had seen it")
    assert "later of yours" not in talk.inner_text()
    desk.keyboard.press("4")
    expect(talk).to_contain_text("1 later of yours on this card wait for this.")
    talk.get_by_role("button", name="Put mine over theirs").click()
    status(desk, "saved")
    expect(talk).to_be_hidden()
    expect(desk.locator("[data-card][aria-current=true]")).to_contain_text("Agreed")
    complaints.clear()


@pytest.mark.parametrize(
    ("button", "stage"), [("Keep theirs", "talks"), ("Put mine over theirs", "bid")], ids=["theirs", "mine"]
)
def test_two_editors_see_both_values_in_the_card(
    desk: Page, other: Page, complaints: list[str], button: str, stage: str
) -> None:
    other.keyboard.press("2")
    status(other, "saved")
    for key in ("3", "a", "x"):
        desk.keyboard.press(key)
    status(desk, "1 waits for you")
    expect(desk.locator(".is-rejected:not(.is-pending)")).to_have_count(1)
    assert verdicts() == [None, Verdict.REJECTED, None]  # what came after it on the same card waits, others go on
    desk.locator(".desk-status").get_by_role("button", name="Show").click()
    talk = desk.locator("[data-card][aria-current=true] .card-talk")
    expect(talk.locator("tbody tr").first).to_have_text("stageBidTalks")
    expect(talk).to_contain_text("1 later of yours on this card wait for this.")
    assert desk.get_by_role("dialog").count() == 0
    talk.get_by_role("button", name=button).click()
    status(desk, "saved")
    expect(talk).to_be_hidden()
    other.reload()
    expect(other.locator(".desk-presence")).to_have_text("ana is on this article too")
    groups = other.locator("[data-card]").first
    expect(groups).to_contain_text("Talks" if stage == "talks" else "Bid")
    assert verdicts()[0] == (None if stage == "talks" else Verdict.EDITED)
    complaints.clear()


def test_what_is_refused_is_said_in_the_card_and_what_was_built_on_it_is_not_sent(
    desk: Page, complaints: list[str]
) -> None:
    held: list[Route] = []
    desk.route("**/tag/do/", lambda route: held.append(route), times=1)
    for key in ("3", "a", "x"):
        desk.keyboard.press(key)
    status(desk, "saving…")
    refused = {"error": "refused", "message": "From and to are one club", "card": None, "needs_note": False}
    held[0].fulfill(status=422, json=refused)
    status(desk, "saved")
    assert verdicts() == [None, Verdict.REJECTED, None]
    talk = desk.locator("[data-card] .card-talk:visible")
    expect(talk).to_contain_text("From and to are one club")
    expect(talk).to_contain_text("1 later of yours on this card were not sent either.")
    expect(desk.locator("#desk-live")).to_contain_text("From and to are one club")
    talk.get_by_role("button", name="All right").click()
    expect(talk).to_have_count(0)
    complaints.clear()


def test_undo_reaches_over_a_reload(desk: Page) -> None:
    for key in ("3", "a", "x", "a"):
        desk.keyboard.press(key)
    status(desk, "saved")
    desk.reload()
    for left in ([Verdict.EDITED, Verdict.REJECTED, None], [Verdict.EDITED, None, None], [None, None, None]):
        desk.keyboard.press("z")
        status(desk, "saved")
        assert verdicts() == left
    desk.keyboard.press("z")
    status(desk, "saved")
    expect(desk.locator(".desk-trail [data-command=undo]")).to_have_attribute("title", "Nothing to undo")
    for _ in range(4):
        desk.keyboard.press("Shift+Z")
    status(desk, "saved")
    assert verdicts() == [Verdict.EDITED, Verdict.REJECTED, Verdict.ACCEPTED]


def test_after_publication_a_line_for_readers_is_asked_for_each_time(
    desk: Page, live_server: LiveServer, article: Article, complaints: list[str]
) -> None:
    desk.keyboard.press("a")
    desk.keyboard.press("Control+Enter")
    desk.wait_for_url(lambda address: f"/{article.pk}/" not in address)
    go_to(desk, live_server.url, article)
    desk.keyboard.press("k")
    desk.keyboard.press("k")
    desk.keyboard.press("2")
    expect(desk.get_by_label("Why, for readers:")).to_be_focused()
    desk.keyboard.type("Talks had begun.")
    desk.keyboard.press("Enter")
    status(desk, "saved")
    desk.keyboard.press("3")
    expect(desk.get_by_label("Why, for readers:")).to_have_value("Talks had begun.")
    desk.keyboard.type("A bid was made.")
    desk.keyboard.press("Enter")
    status(desk, "saved")
    assert article.reports.get(ended_at__isnull=True).stage_group == "bid"
    desk.keyboard.press("z")
    expect(desk.get_by_label("Why, for readers:")).to_have_value("")
    desk.keyboard.type("There was none.")
    desk.keyboard.press("Enter")
    status(desk, "saved")
    assert article.reports.get(ended_at__isnull=True).stage_group == "talks"
    notes = Correction.objects.filter(row_kind="report").order_by("pk").values_list("note", flat=True)
    assert list(notes) == ["Talks had begun.", "A bid was made.", "There was none."]
    complaints.clear()
