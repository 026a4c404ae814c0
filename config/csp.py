"""The Content-Security-Policy of every address: all from here, inline styles in the stock admin alone.

The stock admin's own widgets (select2, the calendar) set style attributes; rewriting both is not worth it. Pages that
are ours from top to bottom, the tagging desk, its queue and the second factor, are as strict as public ones.
"""

import re
from functools import lru_cache

from django.urls import reverse

_ONLY_FROM_HERE = ("default-src 'none'", "script-src 'self'")
_REST = (
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
)
STRICT = "; ".join((*_ONLY_FROM_HERE, "style-src 'self'", *_REST))
STOCK_ADMIN = "; ".join((*_ONLY_FROM_HERE, "style-src 'self' 'unsafe-inline'", *_REST))
# Below the address of the admin.
_OURS = re.compile(r"(?:rumours/article/(?:[0-9]+/tag|queue)|queue|second-factor|login)(?:/|$)", re.ASCII)


def policy_for(path: str) -> str:
    """The value of the header for an answer from this path."""
    admin = _admin()
    return STOCK_ADMIN if path.startswith(admin) and not _OURS.match(path, len(admin)) else STRICT


@lru_cache(maxsize=1)
def _admin() -> str:
    """Where the admin is: it never moves while a process runs, and every answer asks."""
    return reverse("admin:index")
