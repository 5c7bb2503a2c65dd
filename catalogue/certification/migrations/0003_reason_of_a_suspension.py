"""A suspension has its reason, as a revocation has; restorations follow the common rule of two people."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('catalogue', '0034_product_photos'),
        ('certification', '0002_restorations'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='certificate',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='certificate',
            name='update_update',
        ),
        migrations.RemoveConstraint(
            model_name='restoration',
            name='restoration_two_officers',
        ),
        migrations.AddField(
            model_name='certificate',
            name='suspension_reason',
            field=models.TextField(blank=True, verbose_name='reason for suspension'),
        ),
        migrations.AddField(
            model_name='certificateevent',
            name='suspension_reason',
            field=models.TextField(blank=True, verbose_name='reason for suspension'),
        ),
        migrations.AlterField(
            model_name='certificate',
            name='expires_on',
            field=models.DateField(blank=True, help_text='Leave empty for the usual term.', null=True, verbose_name='last day, where the decision sets one'),
        ),
        migrations.AlterField(
            model_name='certificateevent',
            name='expires_on',
            field=models.DateField(blank=True, help_text='Leave empty for the usual term.', null=True, verbose_name='last day, where the decision sets one'),
        ),
        migrations.AlterField(
            model_name='restoration',
            name='reason',
            field=models.CharField(max_length=300, verbose_name='reason'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='certificate',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "certification_certificateevent" ("council_level", "created_at", "decision_no", "expires_on", "id", "issued", "issuing_body", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "product_id", "replaced_on", "revocation_reason", "revoked_on", "score", "source_urls", "stars", "suspended_from", "suspended_until", "suspension_reason", "updated_at") VALUES (NEW."council_level", NEW."created_at", NEW."decision_no", NEW."expires_on", NEW."id", NEW."issued", NEW."issuing_body", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."product_id", NEW."replaced_on", NEW."revocation_reason", NEW."revoked_on", NEW."score", NEW."source_urls", NEW."stars", NEW."suspended_from", NEW."suspended_until", NEW."suspension_reason", NEW."updated_at"); RETURN NULL;', hash='8eb7f6790504b8420ad9465954118499aefd1dd9', operation='INSERT', pgid='pgtrigger_insert_insert_4d087', table='certification_certificate', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='certificate',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "certification_certificateevent" ("council_level", "created_at", "decision_no", "expires_on", "id", "issued", "issuing_body", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "product_id", "replaced_on", "revocation_reason", "revoked_on", "score", "source_urls", "stars", "suspended_from", "suspended_until", "suspension_reason", "updated_at") VALUES (NEW."council_level", NEW."created_at", NEW."decision_no", NEW."expires_on", NEW."id", NEW."issued", NEW."issuing_body", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."product_id", NEW."replaced_on", NEW."revocation_reason", NEW."revoked_on", NEW."score", NEW."source_urls", NEW."stars", NEW."suspended_from", NEW."suspended_until", NEW."suspension_reason", NEW."updated_at"); RETURN NULL;', hash='c6552b543c2f4d2863055e14a5e1a1faecca962e', operation='UPDATE', pgid='pgtrigger_update_update_31ff8', table='certification_certificate', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='restoration',
            constraint=models.CheckConstraint(condition=models.Q(('is_agreed', False), models.Q(('answered_by', models.F('asked_by')), _negated=True), _connector='OR'), name='restoration_two_people'),
        ),
    ]
