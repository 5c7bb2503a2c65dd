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
        ('geography', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Producer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('former_slugs', django.contrib.postgres.fields.ArrayField(base_field=models.SlugField(max_length=255), blank=True, default=list, editable=False, size=None)),
                ('name', models.CharField(max_length=200, unique=True, verbose_name='name')),
                ('slug', models.SlugField(max_length=255, unique=True)),
                ('type', models.CharField(choices=[('cooperative', 'Cooperative'), ('company', 'Company'), ('household', 'Household business'), ('collective', 'Collective group'), ('unknown', 'Type not known')], default='unknown', max_length=12, verbose_name='type')),
                ('unit', models.ForeignKey(blank=True, help_text='The most precise unit the source names.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='producers', to='geography.adminunit', verbose_name='place')),
                ('address', models.CharField(blank=True, max_length=300, verbose_name='address')),
                ('founded', catalogue.dates.PartialDateField(blank=True, default='', max_length=10, verbose_name='founded')),
                ('website', models.URLField(blank=True, verbose_name='website')),
                ('story_facts', models.TextField(blank=True, help_text='Published facts, in our own words.', verbose_name='facts')),
                ('source_urls', django.contrib.postgres.fields.ArrayField(base_field=models.URLField(max_length=600), blank=True, default=list, size=None)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
            ],
            options={
                'verbose_name': 'producer',
                'verbose_name_plural': 'producers',
                'ordering': ['name'],
                'indexes': [django.contrib.postgres.indexes.GinIndex(fields=['former_slugs'], name='producer_former_slugs')],
                'constraints': [models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='producer_has_a_name'), models.CheckConstraint(condition=models.Q(('founded', ''), ('founded__regex', '^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$'), _connector='OR'), name='producer_founded_date')],
            },
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='producer_memberships', to=settings.AUTH_USER_MODEL)),
                ('producer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to='producers.producer')),
                ('since', models.DateField()),
                ('until', models.DateField(blank=True, null=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('user', 'producer', 'since'), name='membership_once'), models.CheckConstraint(condition=models.Q(('until', None), ('until__gte', models.F('since')), _connector='OR'), name='membership_ends_after_start')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='producer',
            trigger=pgtrigger.compiler.Trigger(name='keep_former_slug', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."slug" IS DISTINCT FROM (NEW."slug"))', func='NEW.former_slugs := array_append(array_remove(NEW.former_slugs, OLD.slug), OLD.slug); RETURN NEW;', hash='64b0c7eed1c0a7f316cc00bd29c4b4167fa04280', operation='UPDATE', pgid='pgtrigger_keep_former_slug_ce02f', table='producers_producer', when='BEFORE')),
        ),
    ]
