"""Writing many rows at once, each with the history row that `save` would have given it."""

from typing import Any

from django.contrib.auth.models import User
from django.db import connections, models, router
from django.utils import timezone

from rumours.editorial.touching import touch_everything
from rumours.models import Entity
from rumours.models.word import keep_words

BATCH = 2000
# A bulk update names every row in its statement; SQLite allows only so many values in one.
UPDATE_BATCH = 200


def create_all(model: type[models.Model], rows: list[Any], by: User) -> None:
    """Insert rows as they are; afterwards they have their ids."""
    if not rows:
        return
    models.QuerySet(model).bulk_create(rows, batch_size=BATCH)
    touch_everything()
    if issubclass(model, Entity):
        keep_words(model, [row.pk for row in rows])
    history = getattr(model, "history", None)
    if history is not None:
        copy_to_history(model, history.model, min(row.pk for row in rows), max(row.pk for row in rows), by)


def update_all(model: type[models.Model], rows: list[Any], columns: set[str], by: User) -> None:
    """Write some columns of stored rows."""
    if not rows or not columns:
        return
    models.QuerySet(model).bulk_update(rows, sorted(columns), batch_size=UPDATE_BATCH)
    touch_everything()
    if issubclass(model, Entity) and {"search", "folded"} & columns:
        keep_words(model, [row.pk for row in rows])
    history = getattr(model, "history", None)
    if history is not None:
        history.bulk_history_create(rows, batch_size=BATCH, update=True, default_user=by)


def copy_to_history(model: type[models.Model], history: type[models.Model], first: int, last: int, by: User) -> None:
    """Let the database copy rows into their history: through Python it took as long as all the rest of a load.

    What somebody else added between the two ids has its history already and is passed over.
    """
    connection = connections[router.db_for_write(model)]
    quote = connection.ops.quote_name
    table, log = quote(model._meta.db_table), quote(history._meta.db_table)
    kept = {field.column for field in history._meta.concrete_fields}
    columns = ", ".join(quote(field.column or "") for field in model._meta.concrete_fields if field.column in kept)
    sql = (
        f"INSERT INTO {log} ({columns}, history_date, history_type, history_user_id) "  # noqa: S608 - only names of ours  # nosec B608
        f"SELECT {columns}, %s, '+', %s FROM {table} WHERE id BETWEEN %s AND %s "
        f"AND NOT EXISTS (SELECT 1 FROM {log} logged WHERE logged.id = {table}.id)"
    )
    when = connection.ops.adapt_datetimefield_value(timezone.now())
    with connection.cursor() as cursor:
        cursor.execute(sql, [when, by.pk, first, last])
