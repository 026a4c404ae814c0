"""Indexes of the public lists for what few rows have: a fee or an age at the edge, a person's name, the women's game."""

from django.db import migrations, models

from rumours.online import AddIndexOnline


class Migration(migrations.Migration):

    atomic = False

    dependencies = [
        ('rumours', '0012_page_indexes'),
    ]

    operations = [
        AddIndexOnline(
            model_name='article',
            index=models.Index(fields=['section', 'status', '-released_at', '-id'], name='article_of_section'),
        ),
        AddIndexOnline(
            model_name='mention',
            index=models.Index(condition=models.Q(('person__isnull', False)), fields=['person', '-article'], name='mention_of_person'),
        ),
        AddIndexOnline(
            model_name='transferlink',
            index=models.Index(condition=models.Q(('is_public', True)), fields=['fee_eur'], name='link_fee'),
        ),
        AddIndexOnline(
            model_name='transferlink',
            index=models.Index(condition=models.Q(('is_public', True)), fields=['age_then'], name='link_age'),
        ),
    ]
