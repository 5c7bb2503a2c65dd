import catalogue.certification.models
import catalogue.dates
import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import django.db.models.functions.comparison
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.contrib.postgres.operations import BtreeGistExtension
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('catalogue', '0001_initial'),
        ('pghistory', '0007_auto_20250421_0444'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        BtreeGistExtension(),
        migrations.CreateModel(
            name='Certificate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('product', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='certificates', to='catalogue.product')),
                ('stars', models.PositiveSmallIntegerField(verbose_name='stars')),
                ('score', models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True, verbose_name='score')),
                ('council_level', models.CharField(blank=True, choices=[('district', 'district'), ('province', 'province'), ('national', 'national')], max_length=8, verbose_name='level')),
                ('issuing_body', models.CharField(blank=True, help_text='As it was on the day of issue.', max_length=160, verbose_name='issuing body')),
                ('decision_no', models.CharField(blank=True, max_length=60, verbose_name='decision number')),
                ('issued', catalogue.dates.PartialDateField(blank=True, default='', help_text='As precise as known: 2023, 2023-11 or 2023-11-05. Blank: unknown.', max_length=10, verbose_name='issued')),
                ('expires_on', models.DateField(blank=True, help_text='Leave empty for the usual term.', null=True, verbose_name='last day, where the decision sets one')),
                ('suspended_from', models.DateField(blank=True, null=True, verbose_name='suspended from')),
                ('suspended_until', models.DateField(blank=True, help_text='Empty: until further notice.', null=True, verbose_name='last day of suspension')),
                ('suspension_reason', models.TextField(blank=True, verbose_name='reason for suspension')),
                ('revoked_on', models.DateField(blank=True, null=True, verbose_name='revoked on')),
                ('revocation_reason', models.TextField(blank=True, verbose_name='reason for revocation')),
                ('replaced_on', models.DateField(blank=True, help_text='First day of the certificate that replaced it.', null=True, verbose_name='replaced on')),
                ('source_urls', django.contrib.postgres.fields.ArrayField(base_field=models.URLField(max_length=600), blank=True, default=list, size=None)),
                ('note', models.TextField(blank=True, verbose_name='note')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('valid_period', models.GeneratedField(db_persist=True, expression=catalogue.certification.models.ValidPeriodSQL('issued', 'expires_on', 'revoked_on', 'replaced_on'), output_field=django.contrib.postgres.fields.ranges.DateRangeField())),
            ],
            options={
                'verbose_name': 'certificate',
                'verbose_name_plural': 'certificates',
                'ordering': ['product', '-issued', '-id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('stars__gte', 3), ('stars__lte', 5)), name='certificate_stars_3_to_5'), models.CheckConstraint(condition=models.Q(('score', None), models.Q(('score__gte', 0), ('score__lte', 100)), _connector='OR'), name='certificate_score_0_to_100'), models.CheckConstraint(condition=models.Q(('issued', ''), ('issued__regex', '^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$'), _connector='OR'), name='certificate_issued_date'), models.CheckConstraint(condition=models.Q(('expires_on', None), ('issued__lte', django.db.models.functions.comparison.Cast('expires_on', models.CharField())), _connector='OR'), name='certificate_expires_after_issue'), models.CheckConstraint(condition=models.Q(('suspended_until', None), models.Q(('suspended_from__isnull', False), ('suspended_until__gte', models.F('suspended_from'))), _connector='OR'), name='certificate_suspension_order'), models.CheckConstraint(condition=models.Q(('suspended_from', None), models.Q(('suspension_reason', ''), _negated=True), _connector='OR'), name='certificate_suspension_has_reason'), models.CheckConstraint(condition=models.Q(('revoked_on', None), models.Q(('revocation_reason', ''), _negated=True), _connector='OR'), name='certificate_revocation_has_reason'), django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('product', '='), ('valid_period', '&&')], name='certificate_one_valid_a_day'), models.UniqueConstraint(fields=('product', 'issued', 'stars'), name='certificate_once')],
            },
        ),
        migrations.CreateModel(
            name='CertificateEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='certification.certificate')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('product', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='catalogue.product')),
                ('stars', models.PositiveSmallIntegerField(verbose_name='stars')),
                ('score', models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True, verbose_name='score')),
                ('council_level', models.CharField(blank=True, choices=[('district', 'district'), ('province', 'province'), ('national', 'national')], max_length=8, verbose_name='level')),
                ('issuing_body', models.CharField(blank=True, help_text='As it was on the day of issue.', max_length=160, verbose_name='issuing body')),
                ('decision_no', models.CharField(blank=True, max_length=60, verbose_name='decision number')),
                ('issued', catalogue.dates.PartialDateField(blank=True, default='', help_text='As precise as known: 2023, 2023-11 or 2023-11-05. Blank: unknown.', max_length=10, verbose_name='issued')),
                ('expires_on', models.DateField(blank=True, help_text='Leave empty for the usual term.', null=True, verbose_name='last day, where the decision sets one')),
                ('suspended_from', models.DateField(blank=True, null=True, verbose_name='suspended from')),
                ('suspended_until', models.DateField(blank=True, help_text='Empty: until further notice.', null=True, verbose_name='last day of suspension')),
                ('suspension_reason', models.TextField(blank=True, verbose_name='reason for suspension')),
                ('revoked_on', models.DateField(blank=True, null=True, verbose_name='revoked on')),
                ('revocation_reason', models.TextField(blank=True, verbose_name='reason for revocation')),
                ('replaced_on', models.DateField(blank=True, help_text='First day of the certificate that replaced it.', null=True, verbose_name='replaced on')),
                ('source_urls', django.contrib.postgres.fields.ArrayField(base_field=models.URLField(max_length=600), blank=True, default=list, size=None)),
                ('note', models.TextField(blank=True, verbose_name='note')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('valid_period', models.GeneratedField(db_persist=True, expression=catalogue.certification.models.ValidPeriodSQL('issued', 'expires_on', 'revoked_on', 'replaced_on'), output_field=django.contrib.postgres.fields.ranges.DateRangeField())),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Restoration',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.CharField(max_length=300, verbose_name='reason')),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('asked_at', models.DateTimeField(auto_now_add=True)),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('is_agreed', models.BooleanField(default=False)),
                ('certificate', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='restorations', to='certification.certificate')),
            ],
            options={
                'verbose_name': 'restoration of a certificate',
                'verbose_name_plural': 'restorations of certificates',
                'ordering': ['-id'],
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='restoration_has_reason'), models.CheckConstraint(condition=models.Q(models.Q(('answered_at__isnull', True), ('answered_by__isnull', True), ('is_agreed', False)), models.Q(('answered_at__isnull', False), ('answered_by__isnull', False)), _connector='OR'), name='restoration_answer_whole'), models.CheckConstraint(condition=models.Q(('is_agreed', False), models.Q(('answered_by', models.F('asked_by')), _negated=True), _connector='OR'), name='restoration_two_people'), models.UniqueConstraint(condition=models.Q(('answered_at__isnull', True)), fields=('certificate',), name='restoration_one_open')],
            },
        ),
        migrations.CreateModel(
            name='ReportedStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('product', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reported_steps', to='catalogue.product')),
                ('event', models.CharField(choices=[('listed', 'named as an OCOP product'), ('evaluated', 'took part in an evaluation'), ('proposed', 'proposed for a higher rank'), ('reported', 'reported by the press'), ('council_ranked', 'ranked by a council'), ('recognised', 'recognised')], max_length=16)),
                ('date', catalogue.dates.PartialDateField(blank=True, default='', max_length=10, verbose_name='date')),
                ('council_level', models.CharField(blank=True, choices=[('district', 'district'), ('province', 'province'), ('national', 'national')], max_length=8)),
                ('stars', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('is_potential_five', models.BooleanField(default=False, verbose_name='potential five stars')),
                ('score', models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True)),
                ('is_register_row', models.BooleanField(default=False)),
                ('source_urls', django.contrib.postgres.fields.ArrayField(base_field=models.URLField(max_length=600), blank=True, default=list, size=None)),
                ('note', models.TextField(blank=True)),
            ],
            options={
                'ordering': ['product', 'date', 'id'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('is_register_row', False)), fields=('product', 'event', 'date', 'council_level'), name='reported_step_once'), models.UniqueConstraint(condition=models.Q(('is_register_row', True)), fields=('product',), name='reported_register_row_once'), models.CheckConstraint(condition=models.Q(('stars', None), models.Q(('stars__gte', 1), ('stars__lte', 5)), _connector='OR'), name='reported_stars_1_to_5'), models.CheckConstraint(condition=models.Q(('date', ''), ('date__regex', '^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$'), _connector='OR'), name='reported_step_date')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='certificate',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "certification_certificateevent" ("council_level", "created_at", "decision_no", "expires_on", "id", "issued", "issuing_body", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "product_id", "replaced_on", "revocation_reason", "revoked_on", "score", "source_urls", "stars", "suspended_from", "suspended_until", "suspension_reason", "updated_at") VALUES (NEW."council_level", NEW."created_at", NEW."decision_no", NEW."expires_on", NEW."id", NEW."issued", NEW."issuing_body", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."product_id", NEW."replaced_on", NEW."revocation_reason", NEW."revoked_on", NEW."score", NEW."source_urls", NEW."stars", NEW."suspended_from", NEW."suspended_until", NEW."suspension_reason", NEW."updated_at"); RETURN NULL;', hash='8eb7f6790504b8420ad9465954118499aefd1dd9', operation='INSERT', pgid='pgtrigger_insert_insert_4d087', table='certification_certificate', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='certificate',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "certification_certificateevent" ("council_level", "created_at", "decision_no", "expires_on", "id", "issued", "issuing_body", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "product_id", "replaced_on", "revocation_reason", "revoked_on", "score", "source_urls", "stars", "suspended_from", "suspended_until", "suspension_reason", "updated_at") VALUES (NEW."council_level", NEW."created_at", NEW."decision_no", NEW."expires_on", NEW."id", NEW."issued", NEW."issuing_body", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."product_id", NEW."replaced_on", NEW."revocation_reason", NEW."revoked_on", NEW."score", NEW."source_urls", NEW."stars", NEW."suspended_from", NEW."suspended_until", NEW."suspension_reason", NEW."updated_at"); RETURN NULL;', hash='c6552b543c2f4d2863055e14a5e1a1faecca962e', operation='UPDATE', pgid='pgtrigger_update_update_31ff8', table='certification_certificate', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='restoration',
            trigger=pgtrigger.compiler.Trigger(name='restoration_is_kept', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='281334a14790399aed2a50c017ea0521e5bcd6ca', operation='DELETE', pgid='pgtrigger_restoration_is_kept_42b64', table='certification_restoration', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='restoration',
            trigger=pgtrigger.compiler.Trigger(name='restoration_answered_once', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."answered_at" IS NOT NULL)', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='edd44538ba3f19e868591a13c7c7a3e269896efd', operation='UPDATE', pgid='pgtrigger_restoration_answered_once_dfaac', table='certification_restoration', when='BEFORE')),
        ),
    ]
