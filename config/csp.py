"""The Content-Security-Policy of the site: strict on public pages, one exception in the admin."""

from csp.constants import SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse


class PolicyMiddleware(CSPMiddleware):
    """Sends the strict policy of the settings; pages of the admin may also use inline styles.

    The admin's own widgets (select2, calendar) set style attributes; scripts stay 'self' there too.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """The response with its Content-Security-Policy header."""
        if request.path.startswith(reverse("admin:index")):
            response._csp_update = {"style-src": [SELF, UNSAFE_INLINE]}  # what django-csp's own decorators set
        return super().process_response(request, response)
