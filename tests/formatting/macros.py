"""Macros of the public templates, as a test calls them."""

from typing import Any

from django.template import engines


def written(file: str, macro: str, *values: Any) -> str:
    """What a macro of `templates/public/rumours/macros/` writes for these values."""
    engine: Any = engines["jinja2"]
    return str(getattr(engine.env.get_template(f"rumours/macros/{file}.html").module, macro)(*values))
