"""Tables of the indexes that follow the outbox beside the embedded one, and of what each must still look at."""

import django.db.models.functions.datetime
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('search', '0004_suggestion_changes'),
    ]

    operations = [
        migrations.CreateModel(
            name='IndexFollower',
            fields=[
                ('name', models.CharField(max_length=100, primary_key=True, serialize=False)),
                ('engine', models.CharField(max_length=20)),
                ('is_complete', models.BooleanField(default=False)),
            ],
            options={
                'verbose_name': 'following index',
                'verbose_name_plural': 'following indexes',
            },
        ),
        migrations.CreateModel(
            name='FollowerChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('follower', models.CharField(max_length=100)),
                ('product_id', models.BigIntegerField()),
                ('created_at', models.DateTimeField(auto_now_add=True, db_default=django.db.models.functions.datetime.Now())),
            ],
            options={
                'verbose_name': 'change for a following index',
                'verbose_name_plural': 'changes for following indexes',
                'indexes': [models.Index(fields=['follower', 'id'], name='search_follower_change')],
            },
        ),
    ]
