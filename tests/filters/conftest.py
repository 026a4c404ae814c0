"""A list of links as an address asks for it."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import RequestFactory

from rumours.filters.links import PARAMETERS
from rumours.filters.listing import LinkListing
from rumours.filters.query import asked
from rumours.models import TransferLink

NOW = datetime(2026, 1, 20, 12, 0, tzinfo=UTC)

Listed = Callable[..., LinkListing]


@pytest.fixture
def listed(rf: RequestFactory) -> Listed:
    """`listed("position=Centre-Back")` is the list of public links for that query, on 20 January 2026."""

    def listing(query: str = "", **options: Any) -> LinkListing:
        request = rf.get(f"/links/?{query}")
        rows = TransferLink.objects.published()
        if club := options.get("club"):
            rows = rows.of_club(club.pk)
        return LinkListing(asked(request, PARAMETERS), rows, now=NOW, **options)

    return listing
