"""Links and articles once more, in a schema of their own with none but Django's usual indexes: for the stock admin.

Whoever has `stock` before `public` on his search path reads these; all other tables are the site's.
"""

from typing import Any

from django.db import models

from rumours.models import Article, TransferLink
from tests.benchmarks.world import STOCK_SCHEMA as SCHEMA


def make(cursor: Any) -> None:
    """Make them anew from the rows there are; nothing where the database knows no schemas."""
    cursor.execute(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE")
    cursor.execute(f"CREATE SCHEMA {SCHEMA}")
    for model in (TransferLink, Article):
        _make(cursor, model)


def _make(cursor: Any, model: type[models.Model]) -> None:
    table = f'{SCHEMA}."{model._meta.db_table}"'
    cursor.execute(f'CREATE TABLE {table} AS TABLE public."{model._meta.db_table}"')
    cursor.execute(f"ALTER TABLE {table} ADD PRIMARY KEY (id)")
    for field in model._meta.concrete_fields:
        if getattr(field, "db_index", False) and not field.primary_key:
            cursor.execute(f'CREATE INDEX ON {table} ("{field.column}")')
    cursor.execute(f"VACUUM (ANALYZE) {table}")
