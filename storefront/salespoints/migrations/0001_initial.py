import catalogue.dates
import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('certification', '0001_initial'),
        ('geography', '0001_initial'),
        ('traceability', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='SalesPoint',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('former_slugs', django.contrib.postgres.fields.ArrayField(base_field=models.SlugField(max_length=255), blank=True, default=list, editable=False, size=None)),
                ('name', models.CharField(max_length=160, unique=True, verbose_name='name')),
                ('slug', models.SlugField(max_length=255, unique=True)),
                ('address', models.CharField(max_length=300, verbose_name='address')),
                ('unit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='sales_points', to='geography.adminunit')),
                ('opened', catalogue.dates.PartialDateField(blank=True, default='', max_length=10, verbose_name='opened')),
                ('operator', models.CharField(blank=True, max_length=200, verbose_name='operator')),
                ('note', models.TextField(blank=True, verbose_name='note')),
                ('source_urls', django.contrib.postgres.fields.ArrayField(base_field=models.URLField(max_length=600), blank=True, default=list, size=None)),
            ],
            options={
                'verbose_name': 'sales point',
                'verbose_name_plural': 'sales points',
                'ordering': ['name'],
                'indexes': [django.contrib.postgres.indexes.GinIndex(fields=['former_slugs'], name='sales_point_former_slugs')],
                'constraints': [models.CheckConstraint(condition=models.Q(('opened', ''), ('opened__regex', '^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$'), _connector='OR'), name='sales_point_opened_date')],
            },
        ),
        migrations.CreateModel(
            name='SalesPointMembership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sales_point_memberships', to=settings.AUTH_USER_MODEL)),
                ('sales_point', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to='salespoints.salespoint')),
                ('since', models.DateField()),
                ('until', models.DateField(blank=True, null=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('user', 'sales_point', 'since'), name='sales_membership_once'), models.CheckConstraint(condition=models.Q(('until', None), ('until__gte', models.F('since')), _connector='OR'), name='sales_membership_ends_after_start')],
            },
        ),
        migrations.CreateModel(
            name='RecallNotice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sales_point', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='recall_notices', to='salespoints.salespoint')),
                ('kind', models.CharField(choices=[('declared', 'recall declared'), ('ended', 'recall ended'), ('revoked', 'certificate revoked'), ('restored', 'certificate restored'), ('suspended', 'certificate suspended'), ('reinstated', 'suspension lifted')], max_length=10)),
                ('recall', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='notices', to='traceability.recall')),
                ('certificate', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='certification.certificate')),
                ('day', models.DateField(blank=True, null=True)),
                ('taken_back_at', models.DateTimeField(blank=True, null=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('mailed_at', models.DateTimeField(blank=True, null=True)),
                ('mailed_to', models.PositiveSmallIntegerField(default=0)),
                ('confirmed_at', models.DateTimeField(blank=True, null=True)),
                ('confirmed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'recall notice',
                'verbose_name_plural': 'recall notices',
                'ordering': ['-id'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('certificate__isnull', False), ('day__isnull', False), ('kind__in', ('revoked', 'restored', 'suspended', 'reinstated')), ('recall', None)), models.Q(('certificate', None), ('day', None), ('kind__in', ('declared', 'ended')), ('recall__isnull', False)), _connector='OR'), name='recall_notice_about_one_thing'), models.UniqueConstraint(condition=models.Q(('recall__isnull', False)), fields=('sales_point', 'recall', 'kind'), name='recall_notice_once'), models.UniqueConstraint(condition=models.Q(('kind__in', ('revoked', 'suspended')), ('taken_back_at', None)), fields=('sales_point', 'certificate', 'kind'), name='measure_notice_once')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='salespoint',
            trigger=pgtrigger.compiler.Trigger(name='keep_former_slug', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."slug" IS DISTINCT FROM (NEW."slug"))', func='NEW.former_slugs := array_append(array_remove(NEW.former_slugs, OLD.slug), OLD.slug); RETURN NEW;', hash='7988ee7067dc5605134f31c1d54e1bded6243862', operation='UPDATE', pgid='pgtrigger_keep_former_slug_13d8f', table='salespoints_salespoint', when='BEFORE')),
        ),
    ]
