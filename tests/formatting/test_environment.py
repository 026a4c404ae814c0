"""The engine of the public pages: every template compiles, nothing missing passes in silence, all is escaped."""

from pathlib import Path
from typing import Any

import pytest
from django.template import engines
from jinja2 import TemplateSyntaxError, UndefinedError, meta

from rumours.formatting.environment import environment

PUBLIC = Path(__file__).resolve().parents[2] / "templates" / "public"
NAMES = sorted(str(path.relative_to(PUBLIC)) for path in PUBLIC.rglob("*.html"))


def engine() -> Any:
    backend: Any = engines["jinja2"]
    return backend.env


@pytest.mark.parametrize("name", NAMES)
def test_every_template_compiles_with_filters_and_templates_that_there_are(name: str) -> None:
    env = engine()
    env.get_template(name)
    named = meta.find_referenced_templates(env.parse((PUBLIC / name).read_text()))
    assert [other for other in named if other not in NAMES] == []


@pytest.mark.parametrize("name", [name for name in NAMES if name.startswith("rumours/macros/")])
def test_a_macro_reads_nothing_but_what_it_is_given(name: str) -> None:
    """A macro is compiled once and imported without the context of a page."""
    env = engine()
    assert meta.find_undeclared_variables(env.parse((PUBLIC / name).read_text())) - set(env.globals) == set()


def test_a_name_that_is_not_there_is_an_error() -> None:
    env = environment(autoescape=True)
    with pytest.raises(UndefinedError):
        env.from_string("{{ link.nothing }}").render(link="a")
    with pytest.raises(UndefinedError):
        env.from_string("{% if nothing %}{% endif %}").render()
    with pytest.raises(TemplateSyntaxError):
        env.from_string("{{ 1|nothing }}")


def test_values_are_escaped_and_lines_of_tags_leave_no_indentation() -> None:
    env = engine()
    assert env.from_string("<p>\n  {% if x %}{% endif %}\n  {{ x }}").render(x="<b>") == "<p>\n\n  &lt;b&gt;"
