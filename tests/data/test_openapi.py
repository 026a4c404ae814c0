"""The document that describes the data says what is so."""

import re

import pytest
from django.test import Client

from rumours.calendar import FIRST_YEAR, LAST_YEAR
from rumours.data.lists import LISTS
from rumours.data.openapi import document
from rumours.data.urls import urlpatterns
from rumours.filters.query import MOST_VALUES
from tests.factories import TransferLinkFactory

pytestmark = pytest.mark.django_db


def test_every_data_address_is_described(client: Client) -> None:
    described = set(client.get("/api/openapi.json").json()["paths"])
    for one in LISTS:
        for form in ("json", "csv", "atom"):
            address = re.sub(r"\{\w+\}", "x", f"/{one.name}.{form}")
            assert (f"/{one.name}.{form}" in described) == (form in one.forms()), address
    assert len({path.rpartition(".")[0] for path in described}) == len(urlpatterns) - 1  # but for the document itself


def test_parameters_are_those_of_the_list_with_what_each_may_hold() -> None:
    parameters = {each["name"]: each for each in document()["paths"]["/links.json"]["get"]["parameters"]}
    assert parameters["stage"]["schema"]["items"]["enum"] == ["interest", "talks", "bid", "agreed", "done", "off"]
    assert parameters["age_min"]["schema"] == {"type": "integer", "minimum": 0, "maximum": 999}
    assert parameters["since"]["schema"] == {"type": "string", "format": "date"}
    assert parameters["stage"]["schema"]["maxItems"] == MOST_VALUES


@pytest.mark.parametrize(
    ("parameter", "allowed", "refused"),
    [
        ("after", "0.1768046400000000.12", "0.1"),
        ("after", "0.999999999999999999.999999999999999999", "0.1.1000000000000000000"),
        ("window", f"{FIRST_YEAR}-winter", f"{FIRST_YEAR - 1}-winter"),
        ("window", f"{LAST_YEAR}-summer", f"{LAST_YEAR + 1}-summer"),
        ("window", "2026-winter", "2026-spring"),
    ],
)
def test_what_a_pattern_allows_is_taken_and_nothing_else(
    client: Client, parameter: str, allowed: str, refused: str
) -> None:
    parameters = {each["name"]: each for each in document()["paths"]["/quotes.json"]["get"]["parameters"]}
    parameters |= {each["name"]: each for each in document()["paths"]["/links.json"]["get"]["parameters"]}
    schema = parameters[parameter]["schema"]
    pattern = schema.get("items", schema)["pattern"]
    assert (bool(re.search(pattern, allowed)), bool(re.search(pattern, refused))) == (True, False)
    statuses = [client.get("/links.json", {parameter: value}).status_code for value in (allowed, refused)]
    # No date is so far away: the highest number is a cursor of another list.
    assert statuses == ([400, 400] if allowed.endswith("999") else [200, 400])


def test_every_status_a_link_may_answer_is_described(client: Client) -> None:
    described = document()["paths"]["/links/{id}.json"]["get"]["responses"]
    assert sorted(described) == ["200", "301", "400", "404", "429"]


def test_a_row_has_the_columns_the_document_promises(client: Client) -> None:
    TransferLinkFactory(is_public=True)
    schema = document()["paths"]["/links.json"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    body = client.get("/links.json").json()
    assert list(body) == schema["required"]
    assert list(body["rows"][0]) == schema["properties"]["rows"]["items"]["required"]


def test_statuses_of_a_row_are_among_those_promised(client: Client) -> None:
    TransferLinkFactory(is_public=True)
    row = client.get("/links.json").json()["rows"][0]
    columns = document()["paths"]["/links.json"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    for name, schema in columns["properties"]["rows"]["items"]["properties"].items():
        assert "enum" not in schema or row[name] in schema["enum"], name
