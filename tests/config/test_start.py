"""The site as each environment starts it: run in a process of its own, since settings are read once."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from config.env import SETTINGS

ROOT = Path(__file__).resolve().parent.parent.parent
COMPLETE = {
    "SITE_ENV": "production",
    "SECRET_KEY": "k" * 25 + "0123456789abcdefghijklmnopqrstuv",
    "ALLOWED_HOSTS": "rumours.example",
    "SITE_URL": "https://rumours.example",
    "DATABASE_URL": "postgres://db.example/rumours",
    "CONTACT": "desk@rumours.example",
}


def run(var: Path, environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    """manage.py or other Python code with these settings and no others."""
    kept = {name: value for name, value in os.environ.items() if name not in SETTINGS}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**kept, "VAR_DIR": str(var), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def settings(var: Path, environment: dict[str, str], *names: str) -> list[object]:
    code = f"import json; from config import settings; print(json.dumps([getattr(settings, n) for n in {names!r}]))"
    found: list[object] = json.loads(run(var, environment, "-c", code).stdout)
    return found


def test_without_settings_it_is_development_on_sqlite(tmp_path: Path) -> None:
    assert settings(tmp_path, {}, "SITE_ENV", "DEBUG", "SITE_URL", "SESSION_COOKIE_SECURE") == [
        "development",
        True,
        "http://127.0.0.1:8000",
        False,
    ]


def test_the_demo_hides_errors_and_works_without_https(tmp_path: Path) -> None:
    names = ("DEBUG", "SESSION_COOKIE_SECURE", "SECURE_SSL_REDIRECT", "SITE_URL")
    assert settings(tmp_path, {"SITE_ENV": "demo", "PORT": "8123"}, *names) == [
        False,
        False,
        False,
        "http://127.0.0.1:8123",
    ]


@pytest.mark.parametrize("missing", ["SECRET_KEY", "ALLOWED_HOSTS", "SITE_URL", "DATABASE_URL"])
def test_production_does_not_start_without_its_settings(tmp_path: Path, missing: str) -> None:
    incomplete = {name: value for name, value in COMPLETE.items() if name != missing}
    result = run(tmp_path, incomplete, "manage.py", "check")
    assert result.returncode != 0
    assert f"SITE_ENV=production needs {missing}:" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_production_passes_the_checks_for_deployment(tmp_path: Path) -> None:
    result = run(tmp_path, COMPLETE, "manage.py", "check", "--deploy", "--fail-level", "WARNING")
    assert result.returncode == 0, result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_contact_is_asked_for_in_production(tmp_path: Path) -> None:
    result = run(tmp_path, {**COMPLETE, "CONTACT": ""}, "manage.py", "check", "--deploy", "--fail-level", "WARNING")
    assert result.returncode != 0
    assert "rumours.W001" in result.stderr


def test_a_second_factor_is_asked_for_in_production_and_nowhere_else(tmp_path: Path) -> None:
    assert settings(tmp_path, COMPLETE, "STAFF_OTP") == ["required"]
    assert settings(tmp_path, {"SITE_ENV": "demo"}, "STAFF_OTP") == ["off"]
    assert settings(tmp_path, {"STAFF_OTP": "required"}, "STAFF_OTP") == ["required"]
    open_desk = {**COMPLETE, "STAFF_OTP": "off"}
    result = run(tmp_path, open_desk, "manage.py", "check", "--deploy", "--fail-level", "WARNING")
    assert (result.returncode != 0, "rumours.W002" in result.stderr) == (True, True)


@pytest.mark.parametrize(
    ("broken", "named"),
    [
        ({"SECRET_KEY": " "}, "SITE_ENV=production needs SECRET_KEY:"),
        ({"SITE_URL": "http://rumours.example"}, "SITE_URL is"),
        ({"STAFF_OTP": "maybe"}, "STAFF_OTP is 'maybe'"),
        ({"LIMIT_LOGIN": "never"}, "LIMIT_LOGIN is 'never'"),
        ({"PROXY_HOPS": "0"}, "PROXY_HOPS is '0'"),
        ({"BEHIND_PROXY": "true"}, "BEHIND_PROXY is 'true'"),
        ({"DATABASE_URL": "mysql://db/rumours"}, "DATABASE_URL must look like"),
    ],
)
def test_production_does_not_start_with_a_setting_that_is_broken(
    tmp_path: Path, broken: dict[str, str], named: str
) -> None:
    result = run(tmp_path, {**COMPLETE, **broken}, "manage.py", "check")
    assert (result.returncode != 0, named in result.stderr) == (True, True)


def test_a_key_that_is_easy_to_guess_fails_the_checks_for_deployment(tmp_path: Path) -> None:
    weak = {**COMPLETE, "SECRET_KEY": "secret"}
    result = run(tmp_path, weak, "manage.py", "check", "--deploy", "--fail-level", "WARNING")
    assert (result.returncode != 0, "security.W009" in result.stderr) == (True, True)


def test_no_secret_stands_in_the_code() -> None:
    assert [name for name in ("SECRET_KEY", "DATABASE_URL") if SETTINGS[name].default] == []


def test_a_made_up_host_is_refused_without_a_word_in_the_log(tmp_path: Path) -> None:
    code = """
import django; django.setup()
from django.test import Client
print(Client().get("/admin/login/", headers={"Host": "evil.example"}).status_code)
"""
    result = run(tmp_path, {"DJANGO_SETTINGS_MODULE": "config.settings"}, "-c", code)
    assert (result.stdout, result.stderr) == ("400\n", "")
