"""Nothing of evidence is left in the library; events are append only again, a report keeps its photo."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('traceability', '0008_move_evidence'),
    ]

    operations = [
        migrations.RemoveField('event', 'library_photo'),
        migrations.RemoveField('event', 'evidence_file'),
        migrations.RemoveField('event', 'evidence_digest'),
        migrations.RemoveField('suspicionreport', 'library_photo'),
        pgtrigger.migrations.AddTrigger(
            model_name='event',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='c5e111e20c182d8a0ac322569cb9deb3661bda57', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_b8350', table='traceability_event', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='suspicionreport',
            trigger=pgtrigger.compiler.Trigger(name='photo_stays', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."photo_id" IS DISTINCT FROM (NEW."photo_id"))', func='RAISE EXCEPTION \'pgtrigger: Cannot update of "photo_id" rows from % table\', TG_TABLE_NAME;', hash='76992d748bd3a9ea97839f6710b685b230f0b378', operation='UPDATE OF "photo_id"', pgid='pgtrigger_photo_stays_ae4bf', table='traceability_suspicionreport', when='BEFORE')),
        ),
    ]
