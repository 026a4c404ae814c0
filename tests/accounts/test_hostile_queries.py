"""Whatever stands in an address of the desk: a page, a move, or a plain refusal; never a failure, never slow."""

import time
from collections.abc import Iterator
from itertools import cycle, islice
from urllib.parse import quote

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import factories
from tests.accounts.addresses import EVERY, KEY

HARMLESS = {200, 301, 302, 400, 403, 404, 405}
SECONDS = 2.0
LISTS = sorted(
    reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist") for model in admin.site._registry
)
HUGE = ("9" * 19, "9" * 400, "-1", "1e9", "0x10", "NaN", "²", "１２", "")
WORDS = ("' OR 1=1--", "((a+)+)+$", "(" * 90, "\\" * 50, "%_" * 40, "a" * 4000, "a " * 1900, "😀" * 200, "‮")
PARAMETERS = (
    "q", "p", "o", "e", "all", "_facets", "_popup", "_to_field", "_changelist_filters", "id", "id__exact", "pk__in",
    "id__in", "at__year", "at__month", "at__gte", "dated_at__year", "status__exact", "article__id__exact", "by__id",
    "kind__exact", "name__regex", "password__startswith",
)  # fmt: skip
AUTOCOMPLETE = "/admin/autocomplete/?app_label={}&model_name={}&field_name={}&term={}&page={}"


@pytest.fixture
def desk(db: None) -> Client:
    """A superuser's session, and one of everything to find."""
    article = factories.PublishedArticleFactory(pk=KEY)
    for kind in ("Report", "Quote", "Mention", "Suggestion"):
        getattr(factories, f"{kind}Factory")(article=article)
    boss: User = factories.ChiefFactory(username="boss")
    client = Client(raise_request_exception=False)
    client.force_login(boss)
    return client


def assert_harmless(client: Client, addresses: Iterator[str]) -> None:
    faults = []
    for address in addresses:
        began = time.process_time()
        answer = client.get(address)
        took = time.process_time() - began
        if answer.status_code not in HARMLESS or took > SECONDS:
            faults.append((answer.status_code, round(took, 1), address[:160]))
    assert faults == []


@pytest.mark.parametrize("address", LISTS)
def test_no_value_harms_a_list(desk: Client, address: str) -> None:
    """Every list meets every value, and every parameter some of them."""
    values = [quote(value) for value in (*HUGE, *WORDS)]
    names = islice(cycle(PARAMETERS), LISTS.index(address), None)
    assert_harmless(desk, (f"{address}?{name}={value}" for name, value in zip(names, values * 2, strict=False)))


@pytest.mark.parametrize("name", ["q", "p", "pk__in", "at__year", "article__id__exact"])
def test_no_value_harms_the_list_of_decisions(desk: Client, name: str) -> None:
    values = [quote(value) for value in (*HUGE, *WORDS)]
    assert_harmless(desk, (f"/admin/rumours/decision/?{name}={value}" for value in values))


def test_no_search_of_namesakes_does_harm(desk: Client) -> None:
    terms = [quote(value) for value in (*HUGE, *WORDS)]
    assert_harmless(
        desk,
        (AUTOCOMPLETE.format("rumours", "report", "source", term, page) for term in terms for page in ("1", "9" * 30)),
    )
    assert_harmless(desk, (AUTOCOMPLETE.format(term, term, term, "a", "1") for term in terms[:9]))


def test_no_key_does_harm(desk: Client) -> None:
    paths = [address for _, address in EVERY if str(KEY) in address]
    assert_harmless(desk, (path.replace(str(KEY), "9" * 30) for path in paths))


PUBLIC = ("/", "/links/", "/clubs/", "/players/", "/quotes/", "/articles/", "/sources/", "/search/", "/security/")
QUERIES = st.lists(
    st.tuples(
        st.sampled_from(
            ["q", "after", "window", "position", "fee_min", "age_max", "since", "club", "sort", "x", "%00"]
        ),
        st.one_of(st.text(max_size=40), st.binary(max_size=40), st.integers().map(str)),
    ),
    max_size=60,
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from((*PUBLIC, *LISTS)), QUERIES)
def test_no_query_at_all_does_harm(desk: Client, address: str, query: list[tuple[str, str | bytes]]) -> None:
    spelt = "&".join(f"{name}={quote(value)}" for name, value in query)
    assert_harmless(desk, iter([f"{address}?{spelt}"]))
