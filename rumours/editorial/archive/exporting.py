"""Writing the site: a header, every row of every table, and an end with the sum of them."""

import json
from collections.abc import Callable, Iterator
from datetime import datetime
from hashlib import sha256
from typing import Any, BinaryIO

from django.contrib.auth.models import Permission
from django.db import DEFAULT_DB_ALIAS, models
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from rumours.editorial.archive.snapshot import snapshot
from rumours.editorial.archive.tables import APPLICATION, Column, Table, tables

FORMAT, VERSION = "football-rumours", 1
# Rows read at a time: an original alone may have two million bytes.
AT_ONCE, WITH_TEXTS, WITH_BYTES = 5_000, 500, 50

_readable = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_escaped = json.JSONEncoder(separators=(",", ":")).encode
Told = Callable[[int], None]


def export_site(
    out: BinaryIO,
    *,
    using: str = DEFAULT_DB_ALIAS,
    begun: Told = lambda rows: None,
    done: Told = lambda rows: None,
    now: datetime | None = None,
) -> int:
    """Write the whole site as it is at this moment into `out`; the number of rows.

    `begun` hears how many rows there are, `done` how many more are written. A batch of one table is held at a time.
    Two exports of the same rows differ in `made_at` of their first line alone.
    """
    with snapshot(using):
        counts = {table: table.model._base_manager.using(using).count() for table in tables()}
        begun(sum(counts.values()))
        out.write(line(_header(counts, using, now or timezone.now())))
        digest, written = sha256(), 0
        for table in counts:
            for rows in _batches(table, using):
                content = b"".join(rows)
                digest.update(content)
                out.write(content)
                written += len(rows)
                done(len(rows))
    out.write(line({"end": {"rows": written, "sha256": digest.hexdigest()}}))
    return written


def line(value: Any) -> bytes:
    """One line: readable UTF-8, but where half a character stands in it, which only escapes can show."""
    try:
        return _readable(value).encode() + b"\n"
    except UnicodeEncodeError:
        return _escaped(value).encode() + b"\n"


def _header(counts: dict[Table, int], using: str, now: datetime) -> dict[str, Any]:
    migrations = MigrationRecorder.Migration.objects.using(using).filter(app=APPLICATION)
    return {
        "format": FORMAT,
        "version": VERSION,
        "made_at": now.isoformat(),
        "migration": migrations.order_by("name").values_list("name", flat=True).last(),
        "tables": {
            table.name: {"rows": count, "columns": [column.name for column in table.columns]}
            for table, count in counts.items()
        },
    }


def _batches(table: Table, using: str) -> Iterator[list[bytes]]:
    """The lines of a table by ascending key, some at a time; each batch is one query by the primary key."""
    size = _batch_size(table)
    names = [column.field.attname for column in table.columns]
    key = names.index(table.key)
    rows = table.model._base_manager.using(using).order_by("pk").values_list(*names)
    written = [(column.name, _writer(column, using)) for column in table.columns]
    found = list(rows[:size])
    while found:
        yield [line({table.name: _object(written, row)}) for row in found]
        found = list(rows.filter(pk__gt=found[-1][key])[:size]) if len(found) == size else []


def _object(written: list[tuple[str, Callable[[Any], Any]]], row: tuple[Any, ...]) -> dict[str, Any]:
    return {
        name: None if value is None else to_json(value)
        for (name, to_json), value in zip(written, row, strict=True)
    }  # fmt: skip


def _writer(column: Column, using: str) -> Callable[[Any], Any]:
    if column.is_permission:
        return permission_names(using).__getitem__
    return column.form.to_json


def permission_names(using: str) -> dict[int, str]:
    """Each permission of the site as `application.model.codename`, by its key here."""
    rows = Permission.objects.using(using).values_list(
        "pk", "content_type__app_label", "content_type__model", "codename"
    )
    return {pk: f"{application}.{model}.{codename}" for pk, application, model, codename in rows}


def _batch_size(table: Table) -> int:
    kinds = {type(column.field) for column in table.columns}
    if models.BinaryField in kinds:
        return WITH_BYTES
    return WITH_TEXTS if kinds & {models.TextField, models.JSONField} else AT_ONCE
