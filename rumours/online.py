"""Operations of migrations that change big tables while the site serves: nobody who reads waits for them.

The rule for every migration from 0009 on, held by tests/machines/test_migrations.py: the code of the release before
runs on the new schema. So nothing is dropped or renamed before the release after (two steps: first no code uses it,
then it goes), a new column is nullable or has a db_default, and on a table that exists already an index is built by
AddIndexOnline and no condition is added. `manage.py migrate` waits two seconds for a lock.
"""

from typing import Any

from django.apps.registry import Apps
from django.db.migrations.operations import AddIndex
from django.db.migrations.state import ProjectState

POSTGRESQL = "postgresql"


class AddIndexOnline(AddIndex):
    """AddIndex that on PostgreSQL is built beside reading and writing; its migration needs `atomic = False`.

    One that was broken off leaves an index that is not valid: it is dropped and built again.
    """

    atomic = False

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: ProjectState) -> None:
        if schema_editor.connection.vendor != POSTGRESQL:
            super().database_forwards(app_label, schema_editor, from_state, to_state)
            return
        model = self._model(app_label, to_state.apps)
        if not self.allow_migrate_model(schema_editor.connection.alias, model):
            return
        state = _state_of(schema_editor, self.index.name)
        if state == "broken":
            schema_editor.remove_index(model, self.index, concurrently=True)
        if state != "there":
            schema_editor.add_index(model, self.index, concurrently=True)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: ProjectState) -> None:
        if schema_editor.connection.vendor != POSTGRESQL:
            super().database_backwards(app_label, schema_editor, from_state, to_state)
            return
        model = self._model(app_label, from_state.apps)
        if self.allow_migrate_model(schema_editor.connection.alias, model):
            schema_editor.remove_index(model, self.index, concurrently=True)

    def _model(self, app_label: str, apps: Apps) -> Any:
        return apps.get_model(app_label, self.model_name)


def _state_of(schema_editor: Any, index: str) -> str:
    """there, broken or missing."""
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass(%s)", [f'"{index}"'])
        row = cursor.fetchone()
    return "missing" if row is None else "there" if row[0] else "broken"
