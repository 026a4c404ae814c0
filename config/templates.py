"""Loads our templates so that the indentation of a tag does not become white space in the page."""

import re

from django.template import Origin
from django.template.loaders import filesystem

INDENTATION = re.compile(r"^[ \t]+(?={%)", re.MULTILINE)


class Loader(filesystem.Loader):
    """As Django's, but a line that begins with a tag begins at the margin: where the tag writes nothing, nothing stays.

    Lines keep their numbers, so that errors name the right one.
    """

    def get_contents(self, origin: Origin) -> str:
        return INDENTATION.sub("", super().get_contents(origin))
