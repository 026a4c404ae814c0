"""An empty site becomes the one in a file: all of it in one transaction, or nothing."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import accumulate
from typing import Any, BinaryIO

from django.apps import apps
from django.contrib.auth.models import User
from django.db import DEFAULT_DB_ALIAS, DatabaseError, connections, transaction
from django.db.models import CharField, Exists, OuterRef

from rumours.editorial.archive import bulk
from rumours.editorial.archive.errors import ArchiveError, DamagedLine
from rumours.editorial.archive.exporting import Told, permission_names
from rumours.editorial.archive.reading import Archive, Row
from rumours.editorial.archive.tables import APPLICATION, MADE_BY_ITSELF, Column, Table, default_of, tables
from rumours.editorial.groups import repair_groups
from rumours.editorial.inserting import insert
from rumours.editorial.touching import touch_everything
from rumours.models import Club, Competition, Person, Player, Source
from rumours.models.word import keep_words

# Rows, or bytes of lines, that are written at a time.
AT_ONCE, BYTES_AT_ONCE = 5_000, 4_000_000
# The second is for half a character in a text.
_REFUSALS = (DatabaseError, UnicodeEncodeError)


@dataclass(frozen=True, slots=True)
class Imported:
    """What came in."""

    rows: int
    users: int


def import_site(stream: BinaryIO, *, begun: Told = lambda rows: None, done: Told = lambda rows: None) -> Imported:
    """Fill an empty site from an archive, keys and all. Users get no password: each must be given a new one.

    Raises ArchiveError, with the number of the line where one is to blame; then nothing was changed. `begun` hears how
    many rows there are, `done` how many more are written. A batch of one table is held in memory at a time.
    """
    using = DEFAULT_DB_ALIAS
    archive = Archive(stream)
    planned = _planned(archive)
    models = [table.model for table in tables()]
    _refuse_unless_empty(using)
    with bulk.unchecked(using), transaction.atomic(using=using):
        for model in MADE_BY_ITSELF:
            # Without a word to the audit log: nobody takes these away, the file has its own.
            model._base_manager.using(using).all()._raw_delete(using)
        with bulk.unindexed(models, using):
            _refuse_unless_empty(using)  # once more: from here on nobody else can write
            begun(archive.rows)
            for filler in (Filler(table, names, using) for table, names in planned):
                for count in filler.fill(archive.rows_of(filler.table.name)):
                    done(count)
            archive.end()
            _check_references([table for table, _ in planned], archive, using)
        bulk.finish(models, using)
        repair_groups(apps.get_app_config(APPLICATION), using=using)
        for entity in (Club, Competition, Person, Player, Source):
            keep_words(entity)
        touch_everything()
        return Imported(archive.rows, User.objects.using(using).count())


def _planned(archive: Archive) -> list[tuple[Table, tuple[str, ...]]]:
    """The tables of the file with their columns there. One of an older site may lack some, never have others."""
    known = {table.name: table for table in tables()}
    for name, announced in archive.tables.items():
        if name not in known:
            raise DamagedLine(1, f"this site has no table {name}: the file is from a newer one")
        strange = [column for column in announced.columns if column not in known[name].by_name]
        if strange:
            raise DamagedLine(1, f"{name} has no column {strange[0]} on this site: the file is from a newer one")
    return [(known[name], announced.columns) for name, announced in archive.tables.items()]


def _refuse_unless_empty(using: str) -> None:
    for table in tables():
        if table.model not in MADE_BY_ITSELF and table.model._base_manager.using(using).exists():
            what = str(table.model._meta.verbose_name_plural)
            raise ArchiveError(f"this site is not empty, it has {what}: import into a new one, before its first user")


class Filler:
    """Writes the rows of one table."""

    def __init__(self, table: Table, names: tuple[str, ...], using: str) -> None:
        """`names`: the columns that the file has. Raises DamagedLine where nothing can stand for a missing one."""
        self.table, self._names, self._using = table, names, using
        columns = [table.by_name[name] for name in names]
        self._read = [(column.name, _reader(column, using)) for column in columns]
        missing = [found for found in table.model._meta.concrete_fields if found.name not in names]
        self._missing = [partial(_stored, found, using, _default(table, found)) for found in missing]
        self._columns = [str(found.column) for found in (*(column.field for column in columns), *missing)]
        self._last: int | None = None

    def fill(self, rows: Iterator[Row]) -> Iterator[int]:
        """Write all of them; the number of each batch that is written. Raises DamagedLine."""
        batch: list[tuple[int, list[Any]]] = []
        size = 0
        for row in rows:
            batch.append((row.line, self._values(row)))
            size += row.size
            if len(batch) >= AT_ONCE or size >= BYTES_AT_ONCE:
                yield self._write(batch)
                batch, size = [], 0
        if batch:
            yield self._write(batch)

    def _values(self, row: Row) -> list[Any]:
        """What the database takes. Keys must ascend: then none is there twice, and a row's line can be told."""
        if row.values.keys() != set(self._names):
            raise DamagedLine(row.line, f"should have the columns of {self.table.name} that the first line names")
        values = []
        for name, read in self._read:
            try:
                values.append(read(row.values[name]))
            except (ValueError, OverflowError) as error:
                raise DamagedLine(row.line, f"{self.table.name}.{name} {error}") from None
        key = row.values[self.table.key]
        if self._last is not None and key <= self._last:
            raise DamagedLine(row.line, f"the {self.table.key} of {self.table.name} must be greater than {self._last}")
        self._last = key
        return values + [make() for make in self._missing]

    def _write(self, batch: list[tuple[int, list[Any]]]) -> int:
        try:
            self._insert([values for _, values in batch])
        except _REFUSALS:
            self._blame(batch)
        return len(batch)

    def _insert(self, rows: list[list[Any]]) -> None:
        with transaction.atomic(using=self._using):
            insert(self.table.model, self._columns, rows, self._using)

    def _blame(self, batch: list[tuple[int, list[Any]]]) -> None:
        """Find the line for which the database refused the batch: one by one up to the first that fails."""
        for line, values in batch:
            try:
                self._insert([values])
            except _REFUSALS as error:
                why = str(error).strip().split("\n")[0]
                raise DamagedLine(line, f"the database refuses it: {why}") from error


def _default(table: Table, field: Any) -> Callable[[], Any]:
    default = default_of(table, field)
    if default is None:
        raise DamagedLine(1, f"{table.name} lacks the column {field.name}: the file is too old for this site")
    make: Callable[[], Any] = default
    return make


def _stored(field: Any, using: str, make: Callable[[], Any]) -> Any:
    return field.get_db_prep_save(make(), connection=connections[using])


def _reader(column: Column, using: str) -> Callable[[Any], Any]:
    """From a value of the file to one that the database takes; ValueError with what it should be."""
    if column.is_permission:
        keys = {name: pk for pk, name in permission_names(using).items()}
        return partial(_known_permission, keys)
    field: Any = column.field
    connection = connections[using]
    longest = field.max_length if isinstance(field, CharField) else None
    from_json = column.form.from_json
    plain = column.form.what in ("text", "whole number", "true or false")

    def read(value: Any) -> Any:
        if value is None:
            if not field.null:
                raise ValueError("may not be empty")
            return None
        found = from_json(value)
        if longest is not None and len(found) > longest:
            raise ValueError(f"may have {longest} characters at most")
        return found if plain else field.get_db_prep_save(found, connection=connection)

    return read


def _known_permission(keys: dict[str, int], name: Any) -> int:
    if not isinstance(name, str) or name not in keys:
        raise ValueError(f"names the permission {name}, which this site does not know")
    return keys[name]


def _check_references(filled: list[Table], archive: Archive, using: str) -> None:
    """Every reference leads to a row. Histories may speak of rows that are gone: the database does not check those."""
    before = accumulate((archive.tables[table.name].rows for table in filled), initial=1)
    for table, lines in zip(filled, before, strict=False):
        for column in table.columns:
            field: Any = column.field
            if column.leads_to is None or column.is_permission or not field.db_constraint:
                continue
            rows = table.model._base_manager.using(using)
            target = column.leads_to._base_manager.filter(pk=OuterRef(field.attname))
            lost = rows.filter(**{f"{field.name}__isnull": False}).exclude(Exists(target)).order_by("pk").first()
            if lost is not None:
                line = lines + rows.filter(pk__lte=lost.pk).count()
                key = getattr(lost, field.attname)
                raise DamagedLine(line, f"{table.name}.{field.name} leads to {key}, which is not in the file")
