"""Indexes that are made while the site goes on writing: concurrently on PostgreSQL, as always on SQLite."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations


class AddIndexMeanwhile(AddIndexConcurrently):
    """As `AddIndexConcurrently`, for any database. Its migration is to be non-atomic."""

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        if schema_editor.connection.vendor == "postgresql":
            super().database_forwards(app_label, schema_editor, from_state, to_state)
        else:
            migrations.AddIndex.database_forwards(self, app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        if schema_editor.connection.vendor == "postgresql":
            super().database_backwards(app_label, schema_editor, from_state, to_state)
        else:
            migrations.AddIndex.database_backwards(self, app_label, schema_editor, from_state, to_state)
