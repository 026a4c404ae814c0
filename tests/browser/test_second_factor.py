"""The second factor in a browser: set up at the first log-in, without a complaint of the policy."""

import base64
from pathlib import Path

from django.contrib.auth.models import User
from django_otp.oath import TOTP
from playwright.sync_api import Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from tests.browser.accessibility import assert_accessible

PASSWORD = "correct horse battery"
# Else axe copies the sheets that the admin imports into the page, which the policy rightly refuses.
WITHOUT_SHEETS = {"preload": False}


def test_an_editor_sets_it_up_and_goes_on(
    live_server: LiveServer, page: Page, transactional_db: None, settings: Settings, tmp_path: Path
) -> None:
    settings.STAFF_OTP = "required"
    User.objects.create_superuser("ana", password=PASSWORD)
    page.goto(f"{live_server.url}/admin/rumours/club/")
    page.get_by_label("Username").fill("ana")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("img", name="QR code with your secret")).to_be_visible()
    assert_accessible(page, WITHOUT_SHEETS)
    secret = base64.b32decode(page.locator(".secret").inner_text().replace(" ", ""))
    page.get_by_label("First code of the app:").fill(f"{TOTP(secret).token():06d}")
    page.get_by_role("button", name="Set up").click()
    expect(page.locator(".codes li")).to_have_count(10)
    assert_accessible(page, WITHOUT_SHEETS)
    page.get_by_role("link", name="I have them; go on").click()
    expect(page).to_have_url(f"{live_server.url}/admin/rumours/club/")
    page.goto(f"{live_server.url}/admin/second-factor/")
    expect(page.get_by_text("10 recovery codes are left.")).to_be_visible()
    assert_accessible(page, WITHOUT_SHEETS)
