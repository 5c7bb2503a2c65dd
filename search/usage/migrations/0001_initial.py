import django.contrib.postgres.fields
import django.db.models.expressions
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='QueryCount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField(verbose_name='day')),
                ('text', models.CharField(max_length=100, verbose_name='text')),
                ('key', models.CharField(max_length=200)),
                ('searches', models.PositiveIntegerField(verbose_name='searches')),
                ('nothing', models.PositiveIntegerField(default=0)),
                ('near', models.PositiveIntegerField(default=0)),
            ],
            options={
                'verbose_name': 'searched text',
                'verbose_name_plural': 'searched texts',
                'constraints': [models.UniqueConstraint(fields=('day', 'text'), name='query_count_once'), models.CheckConstraint(condition=models.Q(('searches__gte', django.db.models.expressions.CombinedExpression(models.F('nothing'), '+', models.F('near')))), name='query_count_parts')],
            },
        ),
        migrations.CreateModel(
            name='PublicQuery',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.CharField(max_length=100, unique=True)),
                ('rank', models.PositiveSmallIntegerField()),
                ('product_ids', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)),
            ],
            options={
                'verbose_name': 'public search text',
                'verbose_name_plural': 'public search texts',
                'ordering': ['rank'],
            },
        ),
    ]
