"""The archive holds every table of the site, and its page tells of all of them."""

from django.apps import apps

from rumours.editorial.archive import description
from rumours.editorial.archive.describing import PAGE
from rumours.editorial.archive.tables import tables

# They follow from other tables, or count what one host's caches hold.
MADE_ANEW = {"Version", "PlayerWord", "ClubWord", "PersonWord", "SourceWord", "CompetitionWord"}


def test_every_model_of_the_site_with_all_its_columns_is_in_the_archive() -> None:
    held = {table.model: [column.field for column in table.columns] for table in tables()}
    ours = list(apps.get_app_config("rumours").get_models(include_auto_created=True))
    missing = {model.__name__ for model in ours if held.get(model) != list(model._meta.concrete_fields)}
    assert missing == MADE_ANEW


def test_every_other_table_is_left_out_on_purpose() -> None:
    """A new application of others must be thought about: does what it keeps belong to the site?"""
    held = {table.model for table in tables()}
    others = [model for model in apps.get_models(include_auto_created=True) if model._meta.app_label != "rumours"]
    left = {model._meta.label for model in others if model not in held}
    assert left == {
        "admin.LogEntry", "auth.Permission", "contenttypes.ContentType", "sessions.Session",
        "django_tasks_database.DBTaskResult", "axes.AccessAttempt", "axes.AccessAttemptExpiration", "axes.AccessLog",
        "axes.AccessFailureLog", "otp_totp.TOTPDevice", "otp_static.StaticDevice", "otp_static.StaticToken",
    }  # fmt: skip


def test_tables_stand_after_those_that_their_rows_must_lead_to() -> None:
    place = {table.model: number for number, table in enumerate(tables())}
    backwards = [
        f"{table.name}.{column.name}"
        for table in tables()
        for column in table.columns
        if column.leads_to in place and not column.field.null and place[column.leads_to] > place[table.model]
    ]
    assert backwards == []


def test_the_page_on_the_format_is_as_the_models_are() -> None:
    """Else: `manage.py export_site --format` prints it anew."""
    assert PAGE.read_text() == description()
