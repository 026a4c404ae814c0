"""Messages that are not read until somebody asks: public pages show none, and are most of what is asked for."""

from functools import partial

from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.messages.storage import default_storage
from django.contrib.messages.storage.base import BaseStorage
from django.http import HttpRequest, HttpResponseBase
from django.utils.functional import SimpleLazyObject, empty


class LazyMessageMiddleware(MessageMiddleware):
    """As Django's, which makes its stores, each with a signer of its own, for every request."""

    def process_request(self, request: HttpRequest) -> None:
        lazy: BaseStorage = SimpleLazyObject(partial(default_storage, request))  # type: ignore[assignment]
        request._messages = lazy

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Nothing is to be kept where nobody has asked."""
        if getattr(getattr(request, "_messages", None), "_wrapped", None) is empty:
            return response
        return super().process_response(request, response)
