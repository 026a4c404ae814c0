"""What every answer tells browsers, also a static file, a redirect, a refusal and a failure.

Outermost of all middleware: an answer made further in, by whatever, passes here on its way out. A view may set a header
of its own; then that one stays. HSTS and the move to https are left to Django's SecurityMiddleware.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from config.csp import policy_for

# Nothing of a visitor's machine is asked for, by us or by anything we might be tricked into showing.
_UNUSED = (
    "accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer", "microphone", "midi",
    "payment", "usb",
)  # fmt: skip
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _UNUSED),
}
_DEBUG_PAGES = (400, 404, 500)  # of Django, in development: they style and script inline


class HeadersMiddleware:
    """Adds the headers of ALWAYS and the policy of the address."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        for name, value in ALWAYS.items():
            response.headers.setdefault(name, value)
        if not (settings.DEBUG and response.status_code in _DEBUG_PAGES):
            response.headers.setdefault("Content-Security-Policy", policy_for(request.path))
        return response
