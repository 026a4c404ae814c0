"""Indexes of the desk's lists, made while the site goes on; the articles with suggestions that wait are marked first."""

from django.db import migrations, models

from rumours.online import AddIndexOnline


def mark(apps, schema_editor):
    waiting = apps.get_model("rumours", "Suggestion").objects.filter(decision__isnull=True)
    articles = apps.get_model("rumours", "Article").objects
    articles.filter(pk__in=waiting.values("article"), has_undecided=False).update(has_undecided=True)


class Migration(migrations.Migration):

    atomic = False

    dependencies = [
        ('rumours', '0011_admin_names'),
    ]

    operations = [
        migrations.RunPython(mark, migrations.RunPython.noop, elidable=True),
        AddIndexOnline(
            model_name='article',
            index=models.Index(fields=['language', '-received_at', '-id'], name='article_language'),
        ),
        AddIndexOnline(
            model_name='article',
            index=models.Index(fields=['section', '-received_at', '-id'], name='article_section'),
        ),
        AddIndexOnline(
            model_name='article',
            index=models.Index(condition=models.Q(('has_undecided', True)), fields=['status', '-received_at', '-id'], name='article_undecided'),
        ),
        AddIndexOnline(
            model_name='article',
            index=models.Index(condition=models.Q(('headline_ours', True)), fields=['-received_at', '-id'], name='article_headline_ours'),
        ),
        AddIndexOnline(
            model_name='article',
            index=models.Index(condition=models.Q(('published_at__isnull', True)), fields=['-received_at', '-id'], name='article_undated'),
        ),
        AddIndexOnline(
            model_name='article',
            index=models.Index(condition=models.Q(('publisher__isnull', True)), fields=['-received_at', '-id'], name='article_unpublished_by'),
        ),
        AddIndexOnline(
            model_name='article',
            index=models.Index(condition=models.Q(('near_copy_of__isnull', False)), fields=['-received_at', '-id'], name='article_near_copies'),
        ),
        AddIndexOnline(
            model_name='report',
            index=models.Index(fields=['role', '-id'], name='report_role'),
        ),
        AddIndexOnline(
            model_name='report',
            index=models.Index(condition=models.Q(('withdrawn_at__isnull', False)), fields=['-id'], name='report_withdrawn'),
        ),
        AddIndexOnline(
            model_name='report',
            index=models.Index(condition=models.Q(('window_assumed', True)), fields=['-id'], name='report_window_assumed'),
        ),
        AddIndexOnline(
            model_name='transferlink',
            index=models.Index(fields=['outcome', '-moved_at', '-id'], name='link_outcome'),
        ),
        AddIndexOnline(
            model_name='transferlink',
            index=models.Index(fields=['stage_group', '-moved_at', '-id'], name='link_stage_group'),
        ),
        AddIndexOnline(
            model_name='transferlink',
            index=models.Index(fields=['kind', '-moved_at', '-id'], name='link_kind'),
        ),
        AddIndexOnline(
            model_name='transferlink',
            index=models.Index(fields=['doubt', '-moved_at', '-id'], name='link_doubt'),
        ),
        AddIndexOnline(
            model_name='transferlink',
            index=models.Index(condition=models.Q(('window_assumed', True)), fields=['-moved_at', '-id'], name='link_window_assumed'),
        ),
        AddIndexOnline(
            model_name='transferlink',
            index=models.Index(condition=models.Q(('to_club__isnull', True)), fields=['-moved_at', '-id'], name='link_no_suitor'),
        ),
        AddIndexOnline(
            model_name='transferlink',
            index=models.Index(condition=models.Q(('free_agent', False), ('from_club__isnull', True)), fields=['-moved_at', '-id'], name='link_from_unknown'),
        ),
        AddIndexOnline(
            model_name='transferlink',
            index=models.Index(condition=models.Q(('is_public', False)), fields=['-moved_at', '-id'], name='link_hidden'),
        ),
        AddIndexOnline(
            model_name='decision',
            index=models.Index(fields=['action', '-id'], name='decision_action'),
        ),
        AddIndexOnline(
            model_name='player',
            index=models.Index(condition=models.Q(('is_stub', True)), fields=['-id'], name='player_stub'),
        ),
        AddIndexOnline(
            model_name='quote',
            index=models.Index(fields=['role', '-dated_at', '-id'], name='quote_role'),
        ),
        AddIndexOnline(
            model_name='quote',
            index=models.Index(fields=['stance', '-dated_at', '-id'], name='quote_stance'),
        ),
        AddIndexOnline(
            model_name='quote',
            index=models.Index(fields=['language', '-dated_at', '-id'], name='quote_language'),
        ),
        AddIndexOnline(
            model_name='quote',
            index=models.Index(condition=models.Q(('withdrawn_at__isnull', False)), fields=['-dated_at', '-id'], name='quote_withdrawn'),
        ),
        AddIndexOnline(
            model_name='quote',
            index=models.Index(condition=models.Q(('speaker__isnull', True)), fields=['-dated_at', '-id'], name='quote_unnamed'),
        ),
        AddIndexOnline(
            model_name='report',
            index=models.Index(fields=['doubt', '-id'], name='report_doubt'),
        ),
        AddIndexOnline(
            model_name='report',
            index=models.Index(condition=models.Q(('ended_at__isnull', False), ('withdrawn_at__isnull', False), _connector='OR'), fields=['-id'], name='report_fallen'),
        ),
    ]
