"""No template scripts or styles inline, takes text as safe or loads from elsewhere: the policy would refuse it."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = sorted((ROOT / "templates").rglob("*.*"))
# The queue puts a list in place that a template of ours has rendered, and thereby escaped.
RENDERED = {"queue.js"}
SCRIPTS = sorted(path for path in (ROOT / "static").rglob("*.js") if path.name not in RENDERED)

FORBIDDEN = {
    "a script in the page": re.compile(r"<script(?![^>]*\b(?:src=|type=\"application/(?:ld\+)?json\"))", re.I),
    "a style in the page": re.compile(r"<style\b", re.I),
    "a style attribute": re.compile(r"<[a-z][^>]*\sstyle\s*=", re.I),
    "a handler": re.compile(r"<[a-z][^>]*\son[a-z]+\s*=", re.I),
    "an address that runs": re.compile(
        r"(?:href|src|action)\s*=\s*[\"']?\s*(?:javascript|data|vbscript):", re.I
    ),
    "text taken as safe": re.compile(r"\|\s*safe(?:seq)?\b|{%\s*autoescape\s+off"),
    "a file of another host": re.compile(
        r"<(?:script|link|img|iframe|source|video|audio)\b[^>]*(?:src|href)\s*=\s*[\"']?(?:https?:)?//", re.I
    ),
}  # fmt: skip
IN_SCRIPTS = re.compile(
    r"\beval\(|new Function\(|\.innerHTML\s*\+?=|\.outerHTML\s*\+?=|insertAdjacentHTML|document\.write"
)


def found(text: str) -> list[str]:
    return [what for what, pattern in FORBIDDEN.items() if pattern.search(text)]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT / "templates")))
def test_a_template_leaves_behaviour_and_looks_to_files(template: Path) -> None:
    assert found(template.read_text()) == []


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_a_script_makes_elements_and_no_markup(script: Path) -> None:
    assert IN_SCRIPTS.findall(script.read_text()) == []


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<script>go()</script>", ["a script in the page"]),
        ("<script nonce='{{ n }}'>go()</script>", ["a script in the page"]),
        ('<script src="/a.js"></script>', []),
        ('<script type="application/ld+json">{}</script>', []),
        ("<style>a{}</style>", ["a style in the page"]),
        ('<p class="a" style="color: red">', ["a style attribute"]),
        ('<p data-style="a">', []),
        ("<a\n  onclick = 'go()'>", ["a handler"]),
        ('<p class="season on=1">', []),
        ('<a href=" javascript:go()">', ["an address that runs"]),
        ("{{ words|safe }}", ["text taken as safe"]),
        ("{% autoescape off %}", ["text taken as safe"]),
        ('<img src="//cdn.example/a.png">', ["a file of another host"]),
        ('<a href="https://news.example/">', []),
    ],
)
def test_what_is_looked_for_is_found(markup: str, expected: list[str]) -> None:
    assert found(markup) == expected
