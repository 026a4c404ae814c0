"""Messages to editors are shown once; what nobody asks for is not even opened."""

from typing import Any

import pytest
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.utils.functional import empty

from rumours.accounts.messages import LazyMessageMiddleware


def answered(request: HttpRequest, said: str = "") -> tuple[Any, Any]:
    """A request through the middleware, with or without a message; its store, and the answer."""

    def view(asked: HttpRequest) -> HttpResponse:
        if said:
            messages.info(asked, said)
        return HttpResponse()

    request.session = {}  # type: ignore[assignment]
    response = LazyMessageMiddleware(view)(request)
    store: Any = request._messages  # type: ignore[attr-defined]
    return store, response


def test_where_nobody_asks_nothing_is_opened(rf: RequestFactory) -> None:
    store, response = answered(rf.get("/"))
    assert store.__dict__["_wrapped"] is empty
    assert response.cookies == {}


def test_what_was_said_is_kept_for_the_next_page(rf: RequestFactory) -> None:
    _, response = answered(rf.get("/"), "Saved.")
    assert list(response.cookies) == ["messages"]


@pytest.mark.django_db
def test_an_editor_is_told_once_what_was_saved(admin_client: Client) -> None:
    groups = "/admin/auth/group/"
    shown = admin_client.post(f"{groups}add/", {"name": "Night desk"}, follow=True).content.decode()
    assert shown.count("was added successfully") == 1
    assert "was added successfully" not in admin_client.get(groups).content.decode()
