"""Who reads what: the public a replica, everybody who writes and everything else the primary."""

from collections.abc import Iterator

import pytest
from django.core.exceptions import MiddlewareNotUsed
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.urls import ResolverMatch

from config import router
from config.router import ReplicaMiddleware, ReplicaRouter
from rumours.models import Club


class Watch:
    """Picks a replica until it is given up."""

    fit: str | None = "replica_1"

    def pick(self) -> str | None:
        return self.fit

    def give_up(self, alias: str) -> None:
        self.fit = None


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Iterator[Watch]:
    made = Watch()
    monkeypatch.setattr(router, "_replicas", lambda: ("replica_1",))
    monkeypatch.setattr(router, "_watch", lambda: made)
    router.done()
    yield made
    router.done()


@pytest.mark.parametrize(
    ("method", "path", "cookies", "expected"),
    [
        ("GET", "/", "", "replica_1"),
        ("HEAD", "/clubs/portwick/", "theme=dark", "replica_1"),
        ("GET", "/administrator/", "", "replica_1"),
        ("POST", "/", "", "default"),
        ("GET", "/admin/", "", "default"),
        ("GET", "/admin/login/", "", "default"),
        ("GET", "/", "theme=dark; sessionid=abc", "default"),
        ("GET", "/", "wrote=1", "default"),
    ],
)
def test_only_a_page_for_the_public_is_read_from_a_replica(
    watch: Watch, method: str, path: str, cookies: str, expected: str
) -> None:
    assert router.choose(method, path, cookies) == expected
    assert router.reading() == expected
    assert ReplicaRouter().db_for_read(Club) == expected
    assert ReplicaRouter().db_for_write(Club) == "default"


def test_outside_a_request_all_is_read_from_the_primary(watch: Watch) -> None:
    assert router.reading() == "default"
    router.choose("GET", "/", "")
    router.done()
    assert router.reading() == "default"


def test_a_request_decides_once(watch: Watch) -> None:
    assert router.choose("GET", "/", "") == "replica_1"
    watch.fit = None
    assert router.choose("GET", "/", "") == "replica_1"
    assert router.use_primary() == "default"
    assert router.choose("GET", "/", "") == "default"


def test_with_no_replica_left_the_primary_is_read(watch: Watch) -> None:
    watch.fit = None
    assert router.choose("GET", "/", "") == "default"


def test_a_replica_is_not_migrated_by_itself() -> None:
    assert ReplicaRouter().allow_migrate("default", "rumours") is True
    assert ReplicaRouter().allow_migrate("replica_1", "rumours") is False


def test_without_replicas_there_is_no_middleware() -> None:
    with pytest.raises(MiddlewareNotUsed):
        ReplicaMiddleware(lambda request: HttpResponse())


def test_the_decision_ends_with_the_request_and_who_wrote_is_remembered(watch: Watch) -> None:
    seen: list[str] = []

    def page(request: HttpRequest) -> HttpResponse:
        seen.append(router.reading())
        return HttpResponse()

    answers = [ReplicaMiddleware(page)(request) for request in (RequestFactory().get("/"), RequestFactory().post("/"))]
    assert (seen, router.reading()) == (["replica_1", "default"], "default")
    assert [list(answer.cookies) for answer in answers] == [[], ["wrote"]]
    assert (answers[1].cookies["wrote"]["max-age"], answers[1].cookies["wrote"]["httponly"]) == (router.WROTE_FOR, True)


def failing_once(request: HttpRequest) -> HttpResponse:
    """A page that a broken replica cannot give."""
    if router.reading() != "default":
        raise OperationalError("terminating connection")
    return HttpResponse("from the primary")


def test_a_page_that_a_replica_fails_on_comes_from_the_primary(watch: Watch) -> None:
    request = RequestFactory().get("/")
    request.resolver_match = ResolverMatch(failing_once, (), {})
    middleware = ReplicaMiddleware(failing_once)
    router.choose("GET", "/", "")
    response = middleware.process_exception(request, OperationalError("terminating connection"))
    assert response is not None
    assert (response.content, watch.fit, router.reading()) == (b"from the primary", None, "default")


def test_any_other_failure_is_not_tried_again(watch: Watch) -> None:
    request = RequestFactory().get("/")
    request.resolver_match = ResolverMatch(failing_once, (), {})
    middleware = ReplicaMiddleware(failing_once)
    router.choose("GET", "/", "")
    assert middleware.process_exception(request, ValueError()) is None
    router.use_primary()
    assert middleware.process_exception(request, OperationalError()) is None
    assert watch.fit == "replica_1"
