"""Templates of the project leave no white space behind where a tag writes nothing."""

from pathlib import Path

import pytest
from django.template import Engine
from django.test import Client

from config.templates import Loader
from tests.factories import TransferLinkFactory


def test_a_line_that_begins_with_a_tag_begins_at_the_margin(tmp_path: Path) -> None:
    (tmp_path / "indented.html").write_text("<ul>\n  {% if no %}<li>{% endif %}\n  <li> {% now 'Y' %}\n</ul>\n")
    loader = Loader(Engine(), [tmp_path])
    assert (
        loader.get_template("indented.html").source == "<ul>\n{% if no %}<li>{% endif %}\n  <li> {% now 'Y' %}\n</ul>\n"
    )


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/links/", "/clubs/", "/search/", "/nothing/"])
def test_no_line_of_a_page_ends_in_white_space(client: Client, address: str) -> None:
    TransferLinkFactory(is_public=True)
    lines = client.get(address).content.decode().split("\n")
    assert [line for line in lines if line != line.rstrip()] == []
