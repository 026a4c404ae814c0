"""Migrations run while the release before them serves: what they may hold, and whom they wait for."""

import threading
import time
from collections.abc import Iterator

import pytest
from django.db import migrations, models
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations.base import Operation
from django.db.models import NOT_PROVIDED

from rumours.online import AddIndexOnline
from tests.machines.stage import Stage

LAST_BEFORE_THE_RULE = "0008_feeds"  # no site ran before it
# What only Python sees, or what is new and therefore empty.
HARMLESS = (migrations.CreateModel, migrations.AlterModelOptions, migrations.AlterModelManagers, migrations.RunPython,
            AddIndexOnline)  # fmt: skip
ON_NEW_TABLES = (migrations.AddIndex, migrations.AddConstraint, migrations.AddField, migrations.AlterUniqueTogether)


def refused(migration: migrations.Migration) -> list[str]:
    """The operations of a migration that the old code would not survive, or its readers would wait for."""
    new = {op.name_lower for op in migration.operations if isinstance(op, migrations.CreateModel)}
    found = [op.describe() for op in migration.operations if not _is_allowed(op, new)]
    if migration.atomic and any(isinstance(op, AddIndexOnline) for op in migration.operations):
        found.append("atomic, with an operation that is online")
    return found


def _is_allowed(operation: Operation, new: set[str]) -> bool:
    """Whatever is not named here is refused: to drop, to rename, to change a type, to run SQL of one's own."""
    table = getattr(operation, "model_name_lower", None)
    if isinstance(operation, HARMLESS) or (table in new and isinstance(operation, ON_NEW_TABLES)):
        return True
    if isinstance(operation, migrations.AddField):
        return _old_code_may_leave_it_out(operation.field)
    if isinstance(operation, migrations.SeparateDatabaseAndState):
        return all(_is_allowed(each, new) for each in operation.database_operations)
    return False


def _old_code_may_leave_it_out(field: models.Field) -> bool:
    return bool(field.null or field.many_to_many or field.db_default is not NOT_PROVIDED) and not field.unique


def ours() -> list[migrations.Migration]:
    nodes = MigrationLoader(None, ignore_no_migrations=True).disk_migrations
    later = [made for (app, name), made in nodes.items() if app == "rumours" and name > LAST_BEFORE_THE_RULE]
    return sorted(later, key=lambda made: made.name)


def test_no_migration_breaks_the_release_before_it_or_makes_readers_wait() -> None:
    assert {made.name: found for made in ours() if (found := refused(made))} == {}


def made_up(operation: Operation, *, atomic: bool) -> migrations.Migration:
    """A migration with a single operation."""
    kind = type("Migration", (migrations.Migration,), {"operations": [operation], "atomic": atomic})
    made: migrations.Migration = kind("0099_made_up", "rumours")
    return made


INDEX = models.Index(fields=["name"], name="club_name")
CONDITION = models.CheckConstraint(condition=models.Q(name__gt=""), name="club_named")


@pytest.mark.parametrize(
    ("operation", "allowed"),
    [
        (migrations.RemoveField("club", "name"), False),
        (migrations.DeleteModel("Club"), False),
        (migrations.RenameField("club", "name", "title"), False),
        (migrations.RenameModel("Club", "Side"), False),
        (migrations.AlterField("club", "name", models.IntegerField()), False),
        (migrations.AddField("club", "motto", models.TextField()), False),
        (migrations.AddField("club", "motto", models.TextField(default="")), False),
        (migrations.AddField("club", "motto", models.TextField(db_default="")), True),
        (migrations.AddField("club", "motto", models.TextField(null=True)), True),
        (migrations.AddField("club", "motto", models.TextField(null=True, unique=True)), False),
        (migrations.AddIndex("club", INDEX), False),
        (AddIndexOnline("club", INDEX), True),
        (migrations.AddConstraint("club", CONDITION), False),
        (migrations.RunSQL("DROP TABLE rumours_club"), False),
        (migrations.CreateModel("Anthem", [("id", models.AutoField(primary_key=True))]), True),
    ],
    ids=lambda value: value.describe() if isinstance(value, Operation) else str(value),
)
def test_the_rule_tells_them_apart(operation: Operation, allowed: bool) -> None:
    assert (refused(made_up(operation, atomic=False)) == []) is allowed


def test_an_index_in_a_transaction_is_refused() -> None:
    made = made_up(AddIndexOnline("club", INDEX), atomic=True)
    assert refused(made) == ["atomic, with an operation that is online"]


@pytest.fixture
def held(stage: Stage) -> Iterator[None]:
    """Somebody reads the feeds in a transaction that he does not end."""
    with stage.primary.connect("moving") as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM rumours_feed")
        yield
        reader.execute("ROLLBACK")


@pytest.mark.machines
def test_readers_wait_two_seconds_at_most_for_a_migration_that_waits(stage: Stage, held: None) -> None:
    """A table is to be dropped, which only a developer going back does, since it needs the strongest lock there is."""
    waits: list[float] = []
    enough = threading.Event()

    def read() -> None:
        with stage.primary.connect("moving") as other:
            while not enough.is_set():
                started = time.monotonic()
                other.execute("SELECT count(*) FROM rumours_feed")
                waits.append(time.monotonic() - started)
                enough.wait(0.05)

    reading = threading.Thread(target=read)
    reading.start()
    try:
        with pytest.raises(AssertionError, match="The tables were never free"):
            stage.manage("migrate", "rumours", "0007", "--tries", "2", DATABASE_URL=stage.primary.url("moving"))
    finally:
        enough.set()
        reading.join()
    assert (max(waits) > 1, max(waits) < 3) == (True, True)
    assert stage.primary.ask("SELECT count(*) FROM rumours_feed", "moving") == [(0,)]
