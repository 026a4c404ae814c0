"""Who asks for data is refused in data: one shape for every error, whoever made it. The desk has answers of its own."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from rumours.views.data_errors import refusal
from rumours.views.errors import wants_json

_DETAIL = {
    400: "The request cannot be read.",
    404: "There is nothing at this address.",
    405: "This can only be read, by GET or HEAD.",
    413: "That is too large.",
    429: "Too much at once: the header Retry-After says in how many seconds.",
    500: "The failure is ours, and has been written down.",
}
# Their length and type are of the page that is replaced.
_OF_THE_BODY = ("Content-Type", "Content-Length", "Content-Encoding", "ETag")


class JsonErrorsMiddleware:
    """Replaces the page of a refusal or failure by the shape of `refusal`; its headers stay."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code < 400 or response["Content-Type"].startswith("application/json"):
            return response
        if request.path.startswith(reverse("admin:index")) or not wants_json(request):
            return response
        told = refusal(response.status_code, _DETAIL.get(response.status_code, ""))
        for name, value in response.items():
            if name not in _OF_THE_BODY:
                told[name] = value
        return told
