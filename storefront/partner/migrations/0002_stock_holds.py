"""Holds apart from the stock they hold: they need orders, and orders need sellers."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('order', '0001_initial'),
        ('partner', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='StockHold',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('stockrecord', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='holds', to='partner.stockrecord')),
                ('line', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='hold', to='order.line')),
                ('quantity', models.PositiveIntegerField()),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('expires_at', models.DateTimeField(db_index=True)),
            ],
            options={
                'verbose_name': 'hold of stock',
                'verbose_name_plural': 'holds of stock',
                'constraints': [models.CheckConstraint(condition=models.Q(('quantity__gt', 0)), name='stock_hold_of_some_units')],
            },
        ),
    ]
