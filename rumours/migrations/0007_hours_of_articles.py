"""Articles that wait for their hour are given an appointment."""

from datetime import timedelta
from itertools import islice

from django.db import migrations
from django.utils import timezone


def note(apps, schema_editor):
    """Articles that wait for their hour, and those whose hour came lately, when nobody may have looked."""
    articles = apps.get_model("rumours", "Article").objects
    lately = timezone.now() - timedelta(days=30)
    waiting = articles.filter(status="published", released_at__gt=lately).values_list("pk", "released_at")
    appointments = apps.get_model("rumours", "Appointment")
    rows = (appointments(article_id=pk, at=at) for pk, at in waiting.iterator())
    while batch := list(islice(rows, 1000)):
        appointments.objects.bulk_create(batch)


class Migration(migrations.Migration):
    dependencies = [("rumours", "0006_hours")]

    operations = [migrations.RunPython(note, migrations.RunPython.noop)]
