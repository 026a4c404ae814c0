"""Indexes of the orders that a list of all links can be asked in, made while the site goes on."""

from django.db import migrations, models

from rumours.online import AddIndexOnline


class Migration(migrations.Migration):

    atomic = False

    dependencies = [
        ('rumours', '0011_admin_indexes'),
    ]

    operations = [
        AddIndexOnline(
            model_name='transferlink',
            index=models.Index(condition=models.Q(('is_public', True)), fields=['-source_count', '-id'], name='link_most_sources'),
        ),
        AddIndexOnline(
            model_name='transferlink',
            index=models.Index(condition=models.Q(('is_public', True)), fields=['-created_at', '-id'], name='link_newest'),
        ),
    ]
