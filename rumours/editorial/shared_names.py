"""One gazetteer for a whole process: building it costs seconds, asking whether it still holds one short query."""

from dataclasses import dataclass
from threading import Lock
from typing import Any

from django.db import connections, models, router

from rumours.editorial.gazetteers import gazetteer
from rumours.models import Club, ClubAlias, Person, PersonAlias, Player, PlayerAlias, PlayerSpell, Source, SourceAlias
from rumours.tagging import Gazetteer

# Whatever is written to these may change what a text names: the last row and the last entry of history tell.
_TABLES = (Club, ClubAlias, Player, PlayerAlias, PlayerSpell, Person, PersonAlias, Source, SourceAlias)
State = tuple[Any, ...]


@dataclass(slots=True)
class _Kept:
    state: State | None = None
    names: Gazetteer | None = None


_kept = _Kept()
_building = Lock()


def shared_gazetteer() -> Gazetteer:
    """The names in the database, built when first asked for and again when a row of them was added, changed or deleted.

    Counts of links, which only rank namesakes, may lag until then.
    """
    with _building:
        state = _state()
        if _kept.names is None or state != _kept.state:
            _kept.names, _kept.state = gazetteer(), state
        return _kept.names


def forget() -> None:
    """Build anew at the next call, whatever the database says."""
    _kept.names = _kept.state = None


def _state() -> State:
    """The last id of every table of names, and the last entry of its history with its moment."""
    connection = connections[router.db_for_read(Club)]
    quote = connection.ops.quote_name
    parts = []
    for model in _TABLES:
        table = quote(model._meta.db_table)
        log = quote(_log(model)._meta.db_table)
        parts += [
            f"(SELECT MAX(id) FROM {table})",  # noqa: S608 - only names of ours  # nosec B608
            f"(SELECT MAX(history_id) FROM {log})",  # noqa: S608  # nosec B608
            f"(SELECT MAX(history_date) FROM {log})",  # noqa: S608  # nosec B608
        ]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(parts)}")
        return tuple(cursor.fetchone())


def _log(model: type[models.Model]) -> type[models.Model]:
    history: Any = model
    log: type[models.Model] = history.history.model
    return log
