"""The engine of the public pages: Jinja2, which compiles templates to Python. The desk stays with Django's own.

A name that is not there is an error, not a gap: `StrictUndefined`. Every value is escaped. A line that begins with a
tag begins at the margin, so that where the tag writes nothing, nothing stays.
"""

from collections.abc import MutableMapping
from typing import Any

from django.conf import settings
from jinja2 import Environment, StrictUndefined

from rumours.formatting import addresses, articles, body, found, keeping, rows, site, structured

FILTERS = (
    addresses.as_data, addresses.is_web, addresses.page_of, articles.is_foreign, articles.links_of, body.blocks,
    body.stretch, found.notes, rows.capfirst, rows.doubt, rows.evidence, rows.fee_range, rows.kind, rows.links,
    rows.money, rows.outcome, rows.place, rows.other_places, rows.plural, rows.seen_at, rows.stripes,
    rows.tier, structured.in_script,
)  # fmt: skip
GLOBALS = (
    addresses.static, addresses.url, keeping.kept, rows.moment_of, rows.moment_of_day, rows.stage, site.is_demo,
    site.marks_of, site.site_contact, site.site_name, site.site_url, structured.about_article, structured.about_club,
    structured.about_person, structured.about_player, structured.about_site, structured.about_source,
    structured.trail,
)  # fmt: skip


class OneGlobals(Environment):
    """As Jinja2's; but the globals of its templates are one dictionary.

    In a chain of two, each import of a macro looks for each global in both: a tenth of a millisecond a page.
    """

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Those of the environment, where a template has none of its own."""
        return super().make_globals(d) if d else self.globals


def environment(**options: Any) -> Environment:
    """As Django's Jinja2 backend asks for it; `options` are its own (loader, reloading)."""
    # Macros are kept by the templates that import them: in development each page is compiled anew instead.
    own = {"undefined": StrictUndefined, "lstrip_blocks": True, "cache_size": 0 if settings.DEBUG else 400}
    made = OneGlobals(**{**options, **own, "autoescape": True})
    made.filters.update({function.__name__: function for function in FILTERS})
    made.globals.update({function.__name__: function for function in GLOBALS}, WITHDRAWN=body.WITHDRAWN)
    return made
