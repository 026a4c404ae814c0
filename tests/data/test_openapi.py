"""The document that describes the data says what is so."""

import re

import pytest
from django.test import Client

from rumours.data.lists import LISTS
from rumours.data.openapi import document
from rumours.data.urls import urlpatterns
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
