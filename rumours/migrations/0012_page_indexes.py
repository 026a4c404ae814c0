"""Indexes of the public pages: orders of the list of all links; what somebody said, carried or published."""

from django.db import migrations, models

from rumours.online import AddIndexOnline


class Migration(migrations.Migration):

    atomic = False

    dependencies = [
        ('rumours', '0011_admin_indexes'),
    ]

    operations = [
        AddIndexOnline(
            model_name='article',
            index=models.Index(fields=['publisher', 'status', '-released_at', '-id'], name='article_published_by'),
        ),
        AddIndexOnline(
            model_name='quote',
            index=models.Index(fields=['speaker', '-dated_at', '-id'], name='quote_of_speaker'),
        ),
        AddIndexOnline(
            model_name='quote',
            index=models.Index(fields=['via', '-dated_at', '-id'], name='quote_of_via'),
        ),
        AddIndexOnline(
            model_name='transferlink',
            index=models.Index(condition=models.Q(('is_public', True)), fields=['-source_count', '-id'], name='link_most_sources'),
        ),
        AddIndexOnline(
            model_name='transferlink',
            index=models.Index(condition=models.Q(('is_public', True)), fields=['-created_at', '-id'], name='link_newest'),
        ),
    ]
