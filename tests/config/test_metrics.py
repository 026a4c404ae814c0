"""Metrics are there for whoever has the token, for nobody else; all processes of a host count together."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.test import Client

from config import metrics
from config.counters import Counters
from config.metrics import MetricsMiddleware

ROOT = Path(__file__).resolve().parents[2]
TOKEN = "a token of the watchers"


@pytest.fixture(autouse=True)
def _apart(settings: Any, tmp_path: Path) -> Iterator[None]:
    settings.METRICS_TOKEN, settings.VAR_DIR = TOKEN, tmp_path
    kept, metrics._counters[:] = [*metrics._counters], []
    yield
    for made in metrics._counters:
        made.close()
    metrics._counters[:] = kept


def ask(**headers: str) -> Any:
    return Client().get("/metrics", headers=headers)


@pytest.mark.parametrize("sent", ["", "Bearer", f"Bearer {TOKEN}x", TOKEN, f"Basic {TOKEN}", "Bearer \u00fc"])
def test_without_the_token_there_is_nothing(sent: str) -> None:
    assert ask(Authorization=sent).status_code == 404


def test_where_none_is_set_there_is_nothing_for_anybody(settings: Any) -> None:
    settings.METRICS_TOKEN = ""
    assert [ask(Authorization=sent).status_code for sent in ("", "Bearer ", "Bearer")] == [404] * 3


@pytest.mark.django_db
def test_what_was_answered_is_counted_by_class_and_time() -> None:
    for status in (200, 200, 404, 503):
        MetricsMiddleware(lambda request, status=status: HttpResponse(status=status))(HttpRequest())  # type: ignore[misc]
    metrics.counters().add(200, 0.3)
    metrics.counters().add(200, 99)
    response = Client().get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
    lines = response.content.decode().splitlines()
    assert (response.status_code, response["Cache-Control"]) == (200, "no-store")
    for line in (
        'rumours_requests_total{class="2xx"} 4',
        'rumours_requests_total{class="4xx"} 1',
        'rumours_requests_total{class="5xx"} 1',
        'rumours_request_seconds_bucket{le="0.1"} 4',
        'rumours_request_seconds_bucket{le="0.5"} 5',
        'rumours_request_seconds_bucket{le="10.0"} 5',
        'rumours_request_seconds_bucket{le="+Inf"} 6',
        "rumours_request_seconds_count 6",
        "rumours_database_up 1",
        "rumours_drafts 0",
    ):
        assert line in lines


@pytest.mark.django_db
def test_a_database_that_is_away_is_one_of_the_numbers() -> None:
    def away(*args: Any) -> None:
        raise OperationalError("away")

    with connection.execute_wrapper(away):
        page = ask(Authorization=f"Bearer {TOKEN}").content.decode()
    assert "rumours_database_up 0" in page.splitlines()
    assert "rumours_drafts" not in page


@pytest.mark.parametrize("folder", ["none", "file/below"])
def test_where_no_file_can_be_made_a_process_counts_by_itself(
    settings: Any, tmp_path: Path, caplog: pytest.LogCaptureFixture, folder: str
) -> None:
    (tmp_path / "file").touch()
    settings.VAR_DIR = tmp_path / folder
    middleware = MetricsMiddleware(lambda request: HttpResponse())
    assert [middleware(HttpRequest()).status_code for _ in range(2)] == [200, 200]
    assert metrics.counters().totals()["2xx"] == 2
    assert caplog.text.count("VAR_DIR cannot be used") == 1


ELSEWHERE = "import sys, pathlib, config.counters as c; c.Counters(pathlib.Path(sys.argv[1])).add(200, 0.001)"


def test_processes_count_together_and_their_numbers_outlive_them(tmp_path: Path) -> None:
    path, own = tmp_path / "counted", Counters(tmp_path / "counted")
    own.add(200, 0.001)
    for _ in range(2):
        subprocess.run([sys.executable, "-c", ELSEWHERE, str(path)], cwd=ROOT, check=True)
    assert own.totals()["2xx"] == 3
    own.close()
