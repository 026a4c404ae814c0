"""Every value is read back as it was, whatever it is, and what is none of its kind is refused."""

import json
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import models
from hypothesis import given
from hypothesis import strategies as st

from rumours.editorial.archive.exporting import line
from rumours.editorial.archive.tables import USER_COLUMNS, tables
from rumours.editorial.archive.values import UnknownKind, form_of

_TEXTS = st.text(st.characters(), max_size=40)
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | _TEXTS,
    lambda inner: st.lists(inner) | st.dictionaries(_TEXTS, inner),
    max_leaves=20,
)
VALUES: dict[str, tuple[models.Field[Any, Any], st.SearchStrategy[Any]]] = {
    "text": (models.TextField(), _TEXTS),
    "whole number": (models.BigIntegerField(), st.integers(-(2**63), 2**63 - 1)),
    "true or false": (models.BooleanField(), st.booleans()),
    "day": (models.DateField(), st.dates()),
    "instant": (models.DateTimeField(), st.datetimes(timezones=st.just(UTC))),
    "decimal": (models.DecimalField(max_digits=14, decimal_places=8), st.decimals(-999_999, 999_999, places=8)),
    "bytes": (models.BinaryField(), st.binary()),
    "JSON": (models.JSONField(), _JSON),
}


@pytest.mark.parametrize("kind", VALUES)
def test_what_is_written_is_read_back(kind: str) -> None:
    field, values = VALUES[kind]
    form = form_of(field)

    @given(value=values)
    def check(value: Any) -> None:
        written = line(form.to_json(value))
        assert written.endswith(b"\n") and written.count(b"\n") == 1
        assert form.from_json(json.loads(written)) == value

    check()


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        (models.TextField(), 5),
        (models.IntegerField(), True),
        (models.IntegerField(), 1.0),
        (models.IntegerField(), -(2**63) - 1),
        (models.BooleanField(), 0),
        (models.DateField(), "2026-02-30"),
        (models.DateTimeField(), "2026-01-20"),
        (models.DateTimeField(), "yesterday"),
        (models.DecimalField(), 1.5),
        (models.DecimalField(), "NaN"),
        (models.DecimalField(), "much"),
        (models.BinaryField(), "no base64!"),
    ],
)
def test_what_is_no_such_value_is_refused(field: models.Field[Any, Any], wrong: Any) -> None:
    with pytest.raises(ValueError, match=r"^should be "):
        form_of(field).from_json(wrong)


def test_an_instant_stands_in_utc() -> None:
    moment = datetime(2026, 1, 20, 23, 30, 0, 1, tzinfo=timezone(timedelta(hours=-2)))
    assert form_of(models.DateTimeField()).to_json(moment) == "2026-01-21T01:30:00.000001+00:00"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ({"b": 1, "a": [{"d": 1, "c": 2}]}, '{"a":[{"c":2,"d":1}],"b":1}'),
        (1e16, "10000000000000000"),
        (-0.0, "0.0"),
        (1.5, "1.5"),
        ("Š", '"Š"'),
        ("\ud83d", '"\\ud83d"'),
    ],
)
def test_json_has_one_form_only(value: Any, written: str) -> None:
    assert line(form_of(models.JSONField()).to_json(value)).decode() == f"{written}\n"


def test_a_kind_of_column_nobody_spoke_of_stops_everything() -> None:
    field = models.DurationField(name="length")
    with pytest.raises(UnknownKind, match="DurationField"):
        form_of(field)


def test_no_column_of_the_archive_holds_a_secret() -> None:
    columns = {column.name for table in tables() for column in table.columns}
    secret = ("password", "last_login", "secret", "token", "session")
    assert [name for name in columns if any(word in name for word in secret)] == []
    assert {field.name for field in User._meta.concrete_fields} - set(USER_COLUMNS) == {"password", "last_login"}
