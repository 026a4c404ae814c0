"""The engine of the public pages: Jinja2, which compiles templates to Python. The desk stays with Django's own.

A name that is not there is an error, not a gap: `StrictUndefined`. Every value is escaped. A line that begins with a
tag begins at the margin, so that where the tag writes nothing, nothing stays.
"""

from typing import Any

from django.conf import settings
from jinja2 import Environment, StrictUndefined

from rumours.formatting import addresses, articles, body, found, keeping, rows, site

FILTERS = (
    addresses.as_data, addresses.is_web, addresses.page_of, articles.is_foreign, articles.links_of, body.blocks,
    body.stretch, found.notes, rows.capfirst, rows.doubt, rows.evidence, rows.fee_range, rows.kind, rows.links,
    rows.money, rows.outcome, rows.place, rows.other_places, rows.plural, rows.stripes, rows.tier,
)  # fmt: skip
GLOBALS = (
    addresses.static, addresses.url, keeping.kept, rows.moment_of, rows.moment_of_day, rows.stage, site.current,
    site.is_demo, site.site_contact, site.site_name,
)  # fmt: skip


def environment(**options: Any) -> Environment:
    """As Django's Jinja2 backend asks for it; `options` are its own (loader, reloading)."""
    # Macros are kept by the templates that import them: in development each page is compiled anew instead.
    own = {"undefined": StrictUndefined, "lstrip_blocks": True, "cache_size": 0 if settings.DEBUG else 400}
    made = Environment(**{**options, **own, "autoescape": True})  # noqa: S701 - it does not look into the dictionary
    made.filters.update({function.__name__: function for function in FILTERS})
    made.globals.update({function.__name__: function for function in GLOBALS}, WITHDRAWN=body.WITHDRAWN)
    return made
