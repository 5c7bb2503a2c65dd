"""A recall ends only once its end has been agreed to; the columns of the request go."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('traceability', '0011_copy_ends_of_recalls'),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='recall',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='recall',
            name='update_update',
        ),
        migrations.RemoveField(
            model_name='recall',
            name='end_asked_at',
        ),
        migrations.RemoveField(
            model_name='recall',
            name='end_asked_by',
        ),
        migrations.RemoveField(
            model_name='recall',
            name='end_reason',
        ),
        migrations.RemoveField(
            model_name='recall',
            name='ended_by',
        ),
        migrations.RemoveField(
            model_name='recallevent',
            name='end_asked_at',
        ),
        migrations.RemoveField(
            model_name='recallevent',
            name='end_asked_by',
        ),
        migrations.RemoveField(
            model_name='recallevent',
            name='end_reason',
        ),
        migrations.RemoveField(
            model_name='recallevent',
            name='ended_by',
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='recall',
            trigger=pgtrigger.compiler.Trigger(name='recall_ends_by_two', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."ended_at" IS NOT NULL)', func="\n                    IF NOT EXISTS (SELECT FROM traceability_recallend WHERE recall_id = NEW.id AND is_agreed) THEN\n                        RAISE EXCEPTION 'recall % ends without the agreement of a second officer', NEW.id\n                            USING ERRCODE = 'check_violation';\n                    END IF;\n                    RETURN NEW;\n                ", hash='185ecb54f269ab6520e661fc18b6c7c348ccecc5', operation='INSERT OR UPDATE', pgid='pgtrigger_recall_ends_by_two_96683', table='traceability_recall', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='recall',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "traceability_recallevent" ("batch_id", "certificate_id", "declared_at", "declared_by_id", "ended_at", "first", "id", "last", "lot_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "scope") VALUES (NEW."batch_id", NEW."certificate_id", NEW."declared_at", NEW."declared_by_id", NEW."ended_at", NEW."first", NEW."id", NEW."last", NEW."lot_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."scope"); RETURN NULL;', hash='903dfda1e77ffe4b6f1aa0941619905a51345959', operation='INSERT', pgid='pgtrigger_insert_insert_9e75f', table='traceability_recall', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='recall',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "traceability_recallevent" ("batch_id", "certificate_id", "declared_at", "declared_by_id", "ended_at", "first", "id", "last", "lot_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "scope") VALUES (NEW."batch_id", NEW."certificate_id", NEW."declared_at", NEW."declared_by_id", NEW."ended_at", NEW."first", NEW."id", NEW."last", NEW."lot_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."scope"); RETURN NULL;', hash='f427cec454b8498d8e56254558f63b334bfdadde', operation='UPDATE', pgid='pgtrigger_update_update_2ffd9', table='traceability_recall', when='AFTER')),
        ),
    ]
