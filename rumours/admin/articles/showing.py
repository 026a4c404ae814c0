"""An article as it came: its body with what was set apart in place, and the original's text."""

from collections.abc import Iterator

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from rumours.models import Article


def in_place(article: Article) -> SafeString:
    """The body, greyed where cleaning set something apart: shown to the editor, never tagged."""
    return render_to_string("admin/rumours/article/in_place.html", {"pieces": list(pieces(article))})


def pieces(article: Article) -> Iterator[dict[str, str]]:
    """The body cut where something stood that was set apart, and those pieces, in the order of the original."""
    at = 0
    for aside in article.asides.order_by("place", "original_start", "pk"):
        if aside.place > at:
            yield {"text": article.body[at : aside.place], "kind": ""}
            at = aside.place
        yield {"text": aside.text, "kind": aside.get_kind_display()}
    if at < len(article.body):
        yield {"text": article.body[at:], "kind": ""}


def original_text(article: Article) -> str:
    """The original's bytes as text; what its encoding cannot say is shown as �."""
    original = getattr(article, "original", None)
    if original is None:
        return ""
    return bytes(original.content).decode(original.encoding, errors="replace")
