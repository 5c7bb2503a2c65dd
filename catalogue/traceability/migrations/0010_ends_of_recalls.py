"""The end of a recall is a request of its own, asked for and answered once and kept."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('traceability', '0009_evidence_apart'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='RecallEnd',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.CharField(max_length=300, verbose_name='reason')),
                ('asked_at', models.DateTimeField(auto_now_add=True)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('is_agreed', models.BooleanField(default=False)),
            ],
            options={
                'verbose_name': 'end of a recall',
                'verbose_name_plural': 'ends of recalls',
                'ordering': ['-id'],
                'abstract': False,
            },
        ),
        migrations.RemoveConstraint(
            model_name='recall',
            name='recall_end_was_asked',
        ),
        migrations.RemoveConstraint(
            model_name='recall',
            name='recall_end_two_officers',
        ),
        migrations.AddField(
            model_name='recallend',
            name='answered_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='recallend',
            name='asked_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='recallend',
            name='recall',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ends', to='traceability.recall'),
        ),
        migrations.AddConstraint(
            model_name='recallend',
            constraint=models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='recallend_has_reason'),
        ),
        migrations.AddConstraint(
            model_name='recallend',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('answered_at__isnull', True), ('answered_by__isnull', True), ('is_agreed', False)), models.Q(('answered_at__isnull', False), ('answered_by__isnull', False)), _connector='OR'), name='recallend_answer_whole'),
        ),
        migrations.AddConstraint(
            model_name='recallend',
            constraint=models.CheckConstraint(condition=models.Q(('is_agreed', False), models.Q(('answered_by', models.F('asked_by')), _negated=True), _connector='OR'), name='recallend_two_people'),
        ),
        migrations.AddConstraint(
            model_name='recallend',
            constraint=models.UniqueConstraint(condition=models.Q(('answered_at__isnull', True)), fields=('recall',), name='recallend_one_open'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='recallend',
            trigger=pgtrigger.compiler.Trigger(name='recallend_is_kept', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='a75d5cfa89209f039533f86c55dde7fe49a2e00e', operation='DELETE', pgid='pgtrigger_recallend_is_kept_07fa7', table='traceability_recallend', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='recallend',
            trigger=pgtrigger.compiler.Trigger(name='recallend_answered_once', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."answered_at" IS NOT NULL)', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='7f60393b50019ccac856364dc143c03821b0260e', operation='UPDATE', pgid='pgtrigger_recallend_answered_once_ee94e', table='traceability_recallend', when='BEFORE')),
        ),
    ]
