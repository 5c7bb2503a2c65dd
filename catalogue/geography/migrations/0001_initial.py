import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='AdminUnit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('former_slugs', django.contrib.postgres.fields.ArrayField(base_field=models.SlugField(max_length=255), blank=True, default=list, editable=False, size=None)),
                ('system', models.CharField(choices=[('pre2025', 'before 1 July 2025'), ('post2025', 'since 1 July 2025')], max_length=8)),
                ('code', models.CharField(max_length=8)),
                ('name', models.CharField(help_text="Official spelling, with its kind: Huyện Cư M'gar", max_length=80)),
                ('kind', models.CharField(choices=[('province', 'province'), ('city', 'city of the province'), ('town', 'town'), ('district', 'rural district'), ('ward', 'ward'), ('township', 'township'), ('commune', 'commune')], max_length=10)),
                ('tier', models.CharField(choices=[('province', 'province'), ('district', 'district'), ('commune', 'commune')], max_length=8)),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='geography.adminunit')),
                ('slug', models.SlugField(max_length=255, unique=True)),
                ('alternative_code', models.CharField(blank=True, default='', max_length=8)),
            ],
            options={
                'verbose_name': 'administrative unit',
                'verbose_name_plural': 'administrative units',
                'ordering': ['system', 'tier', 'code'],
                'indexes': [django.contrib.postgres.indexes.GinIndex(fields=['former_slugs'], name='unit_former_slugs')],
                'constraints': [models.UniqueConstraint(fields=('system', 'code'), name='unit_system_code')],
            },
        ),
        migrations.CreateModel(
            name='Succession',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('old', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='succession_out', to='geography.adminunit')),
                ('new', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='succession_in', to='geography.adminunit')),
                ('is_split', models.BooleanField(default=False)),
                ('is_default', models.BooleanField(default=True, help_text='The successor to take when only the old unit is known')),
            ],
            options={
                'ordering': ['old', '-is_default', 'new'],
                'constraints': [models.UniqueConstraint(fields=('old', 'new'), name='succession_once'), models.UniqueConstraint(condition=models.Q(('is_default', True)), fields=('old',), name='succession_one_default')],
            },
        ),
        migrations.CreateModel(
            name='UnitSpelling',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='spellings', to='geography.adminunit')),
                ('text', models.CharField(max_length=80)),
            ],
            options={
                'indexes': [models.Index(fields=['text'], name='spelling_text')],
                'constraints': [models.UniqueConstraint(fields=('unit', 'text'), name='spelling_once')],
            },
        ),
        migrations.AddField(
            model_name='adminunit',
            name='successors',
            field=models.ManyToManyField(related_name='predecessors', through='geography.Succession', to='geography.adminunit'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='adminunit',
            trigger=pgtrigger.compiler.Trigger(name='keep_former_slug', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."slug" IS DISTINCT FROM (NEW."slug"))', func='NEW.former_slugs := array_append(array_remove(NEW.former_slugs, OLD.slug), OLD.slug); RETURN NEW;', hash='475f9a93c5aac121c6c3177bd302e03142a7be7c', operation='UPDATE', pgid='pgtrigger_keep_former_slug_cd6d1', table='geography_adminunit', when='BEFORE')),
        ),
    ]
