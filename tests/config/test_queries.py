"""What is refused of a query before any page reads it, on public pages and at the desk."""

import pytest
from django.db import connection
from django.test import Client

from config.queries import MOST_FIELDS, refuse
from rumours.filters.query import LONGEST_QUERY, BadQuery

REFUSED = [
    ("x" * (LONGEST_QUERY + 1), "the address"),
    ("&".join(["a=1"] * (MOST_FIELDS + 1)), "the address"),
    ("&" * MOST_FIELDS, "the address"),
    ("q=%00", "q"),
    ("a=1&q=b%00c&d=1", "q"),
    ("%00=1", "the address"),
    ("<b>=%00", "the address"),
    ("q=%FF", "q"),
    ("q=%ED%A0%80", "q"),
    ("q=%C0%80", "q"),
    ("q=%E2%82", "q"),
    ("q=\xff", "q"),
    ("name__regex=((a%2B)%2B)%2B$", "the address"),
    ("a=1&name__ire%67ex=a&b=1", "the address"),
]
TAKEN = [
    "",
    "q=a",
    "q=regex",
    "regex=a",
    "q=%C5%A1krin",
    "q=\xc5\xa1krin",
    "q=%",
    "q=%zz",
    "=",
    "&&",
    "x" * LONGEST_QUERY,
    "q=%F0%9F%98%80",
]


@pytest.mark.parametrize(("query", "named"), REFUSED)
def test_what_no_page_can_answer_names_its_parameter(query: str, named: str) -> None:
    with pytest.raises(BadQuery) as refused:
        refuse(query)
    assert refused.value.parameter == named


@pytest.mark.parametrize("query", TAKEN)
def test_what_a_page_can_read_is_left_to_it(query: str) -> None:
    refuse(query)


@pytest.mark.parametrize("address", ["/method/", "/nothing/", "/healthz", "/admin/", "/admin/rumours/club/"])
@pytest.mark.parametrize("query", [query for query, _ in REFUSED])
def test_every_address_refuses_it_alike(client: Client, address: str, query: str) -> None:
    response = client.get(address, QUERY_STRING=query)
    assert (response.status_code, "<b>" in response.content.decode()) == (400, False)


@pytest.mark.parametrize("address", ["/clubs/a%00b/", "/admin/rumours/club/%00/change/", "/%00"])
def test_no_path_holds_a_nul(client: Client, address: str) -> None:
    response = client.get(address)
    assert (response.status_code, "\0" in response.content.decode()) == (400, False)


@pytest.mark.django_db
@pytest.mark.parametrize("query", ["at__year=-1", "at__year=99999999999999999999"])
def test_what_no_column_can_hold_is_refused_at_the_desk(admin_client: Client, query: str) -> None:
    assert admin_client.get(f"/admin/rumours/correction/?{query}").status_code in (302, 400)


@pytest.mark.django_db
def test_a_number_that_no_id_reaches_is_refused_or_finds_nothing_as_the_database_takes_it(admin_client: Client) -> None:
    answer = admin_client.get("/admin/rumours/correction/?pk__in=" + "9" * 30)
    if connection.vendor == "sqlite":
        assert answer.status_code in (302, 400)
    else:
        assert (answer.status_code, answer.context["cl"].result_count) == (200, 0)
