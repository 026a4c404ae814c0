"""What strangers say of themselves: a host, a proxy. Nothing of it is believed, and it makes no noise."""

import json
import logging
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from tests.config.test_start import COMPLETE, run

COOKIES = """
import json, django; django.setup()
from django.conf import settings
from django.test import Client
page = Client().get("/admin/login/", secure=True, headers={"Host": "rumours.example"})
csrf = page.cookies["__Host-csrf"]
print(json.dumps([page.status_code, csrf["secure"], csrf["path"], csrf["domain"], csrf["samesite"],
    settings.SESSION_COOKIE_NAME, settings.SESSION_COOKIE_SECURE, settings.SESSION_COOKIE_HTTPONLY,
    settings.SESSION_COOKIE_SAMESITE, settings.SESSION_COOKIE_DOMAIN, settings.SESSION_COOKIE_PATH]))
"""


def test_in_production_cookies_are_bound_to_the_one_host_and_to_https(tmp_path: Path) -> None:
    environment = {
        **COMPLETE,
        "DATABASE_URL": f"sqlite:///{tmp_path}/site",
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }
    code = "from django.core.management import call_command; import django; django.setup(); "
    run(tmp_path, environment, "-c", f"{code}call_command('collectstatic', interactive=False, verbosity=0)")
    found = json.loads(run(tmp_path, environment, "-c", COOKIES).stdout)
    assert found == [200, True, "/", "", "Lax", "__Host-session", True, True, "Lax", None, "/"]


class Listener(logging.Handler):
    """Keeps what reaches the log."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(record)


HOSTS = ["evil.example", "rumours.example:99999", "a b", "[::1", "rumours.example@evil.example"]


@pytest.mark.parametrize("host", HOSTS)
def test_a_host_that_is_not_ours_is_refused_without_a_line_in_the_log(host: str) -> None:
    listener = Listener()
    logging.getLogger().addHandler(listener)
    try:
        answer = Client().get("/method/", headers={"Host": host})
    finally:
        logging.getLogger().removeHandler(listener)
    assert (answer.status_code, host in answer.content.decode()) == (400, False)
    assert [record.name for record in listener.heard if record.levelno >= logging.ERROR] == []


@pytest.mark.parametrize("header", ["X-Forwarded-Host", "X-Forwarded-Server", "Forwarded", "X-Host", "X-Original-URL"])
def test_no_header_gives_the_site_another_name(header: str) -> None:
    page = Client().get("/method/", headers={header: "evil.example"}).content.decode()
    assert (f'href="{settings.SITE_URL}/method/"' in page, "evil.example" in page) == (True, False)
