"""Instants as whole numbers, for reads of many rows: no date is made of what is only compared."""

from datetime import UTC, datetime, timedelta
from typing import Any

from django.db.models import BigIntegerField, Func

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


def microseconds(at: datetime) -> int:
    """An aware instant as microseconds since 1970."""
    return (at - EPOCH) // MICROSECOND


def instant(mark: int) -> datetime:
    """The instant of `microseconds`; OverflowError for what is no date."""
    return EPOCH + mark * MICROSECOND


class Microseconds(Func):
    """A date and time column as microseconds since 1970; null stays null."""

    template = "(extract(epoch from %(expressions)s) * 1000000)::bigint"
    arity = 1
    output_field = BigIntegerField()

    def as_sqlite(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        """SQLite keeps text, `2026-01-31 12:00:00.000001`: the fraction only where there is one; it would be rounded."""
        template = (
            "(cast(strftime('%%%%s', substr(%(expressions)s, 1, 19)) as integer) * 1000000"
            " + cast(substr(%(expressions)s, 21, 6) as integer))"
        )
        return super().as_sql(compiler, connection, template=template, **extra)
