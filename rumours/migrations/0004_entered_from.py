"""Reports and quotes that were accepted before they knew their suggestion learn it from the decisions."""

from django.db import migrations


def fill(apps, schema_editor):
    """The last accepting decision of each suggestion names the row that it made."""
    decisions = apps.get_model("rumours", "Decision").objects.filter(action="accept", row_kind="suggestion")
    suggestions = set(apps.get_model("rumours", "Suggestion").objects.values_list("pk", flat=True))
    for name in ("report", "quote"):
        rows = apps.get_model("rumours", name.capitalize()).objects.filter(suggestion__isnull=True)
        for row_id, after in decisions.order_by("id").values_list("row_id", "after").iterator():
            made = (after or {}).get(name)
            if made and row_id in suggestions:
                rows.filter(pk=made).update(suggestion_id=row_id)


class Migration(migrations.Migration):
    dependencies = [("rumours", "0003_tagging_desk")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
