"""Messages that are not read until somebody asks: public pages show none, and are most of what is asked for."""

from functools import partial

from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.messages.storage import default_storage
from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject, empty


class LazyMessageMiddleware(MessageMiddleware):
    """As Django's, which makes its stores, each with a signer of its own, for every request."""

    def process_request(self, request: HttpRequest) -> None:
        made_when_asked = SimpleLazyObject(partial(default_storage, request))
        request._messages = made_when_asked  # type: ignore[attr-defined]  # where Django looks for it

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Nothing is to be kept where nobody has asked."""
        if getattr(getattr(request, "_messages", None), "_wrapped", None) is empty:
            return response
        return super().process_response(request, response)
