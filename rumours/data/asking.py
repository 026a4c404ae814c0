"""What a data address asks for: as on the pages, but what is not known is refused instead of dropped."""

from collections.abc import Collection
from dataclasses import replace

from django.http import HttpRequest

from rumours.data.formats import Format
from rumours.filters.query import Asked, BadQuery, asked

# Rows in one answer; what follows has an address of its own.
ROWS = {Format.JSON: 100, Format.CSV: 1000, Format.ATOM: 50}


def data_asked(request: HttpRequest, known: Collection[str], form: Format) -> Asked:
    """The parameters of a data address, as those of the page it belongs to. Raises BadQuery.

    Nor is a blank dropped as it is there, where forms send what nobody filled in.
    """
    if any(name not in known for name in request.GET):
        raise BadQuery("the address", "only " + ", ".join(known) if known else "nothing after the question mark")
    for name, values in request.GET.lists():
        if not all(map(str.strip, values)):
            raise BadQuery(name, "something; leave out what is empty")
    found = asked(request, known, size=ROWS[form])
    return replace(found, path=page_of_data(request.path))


def page_of_data(path: str) -> str:
    """The address of the page that shows the same: /clubs/juventus/ for /clubs/juventus.json."""
    return path.rpartition(".")[0] + "/"
