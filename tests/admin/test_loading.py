"""Loading reference data at the desk."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from rumours.models import Club
from tests.admin.conftest import Login

PAGE = "/admin/rumours/competition/load/"
CLUBS = "name,country,section,league,short_name\nLakepool,Northland,men,,\nMerida,Southland,men,,\n"


def upload(client: Client, content: str = CLUBS, **more: str) -> Any:
    return client.post(PAGE, {"tables": [SimpleUploadedFile("clubs.csv", content.encode())], **more}, follow=True)


def test_a_dry_run_says_what_would_happen_and_stores_nothing(editor: Client) -> None:
    response = upload(editor)
    assert response.context["summary"].check is True
    assert "clubs: 2 new" in response.content.decode()
    assert Club.objects.count() == 0


def test_it_is_loaded_for_good(editor: Client) -> None:
    response = upload(editor, for_good="on")
    assert [str(message)[:21] for message in response.context["messages"]] == ["Loaded. clubs: 2 new,"]
    assert set(Club.objects.values_list("name", flat=True)) == {"Lakepool", "Merida"}


def test_a_fault_is_told_with_file_and_line_and_stops_all(editor: Client) -> None:
    response = upload(editor, CLUBS + "one,cell\n", for_good="on")
    (fault, *_) = response.context["form"].errors["tables"]
    assert fault.startswith("clubs.csv, line 4")
    assert Club.objects.count() == 0


@pytest.mark.parametrize(("role", "expected"), [("contributor", 403), ("editor", 200), ("chief", 200)])
def test_who_loads(role: str, expected: int, logged_in: Login) -> None:
    assert logged_in(role).get(PAGE).status_code == expected
