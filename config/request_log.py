"""With LOG_REQUESTS a line in the log for each request: what was asked, what was answered, how long that took."""

import logging
import time
from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse

log = logging.getLogger("rumours.requests")


class RequestLogMiddleware:
    """Stands below RequestIdMiddleware. Addresses of visitors are not written: the proxy in front keeps those."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        if not settings.LOG_REQUESTS:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        begun = time.perf_counter()
        response = self.get_response(request)
        ms = round((time.perf_counter() - begun) * 1000)
        facts = {"method": request.method, "path": request.path, "status": response.status_code, "ms": ms}
        log.info("%(method)s %(path)s %(status)d %(ms)d ms", facts, extra={"facts": facts})
        return response
