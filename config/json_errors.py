"""Who asks for data is refused in data: one shape for every error, whoever made it. The desk has answers of its own."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse

from rumours.views.errors import wants_json

# Their length and type are of the page that is replaced.
_OF_THE_BODY = ("Content-Type", "Content-Length", "Content-Encoding", "ETag")


class JsonErrorsMiddleware:
    """Replaces the page of a refusal or failure by {"error": "not_found", "message": "Not Found"}; headers stay."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code < 400 or response["Content-Type"].startswith("application/json"):
            return response
        if request.path.startswith(reverse("admin:index")) or not wants_json(request):
            return response
        told = JsonResponse(_shape(response.status_code), status=response.status_code)
        for name, value in response.items():
            if name not in _OF_THE_BODY:
                told[name] = value
        return told


def _shape(status: int) -> dict[str, str]:
    try:
        found = HTTPStatus(status)
    except ValueError:
        return {"error": "error", "message": str(status)}
    return {"error": found.name.lower(), "message": found.phrase}
