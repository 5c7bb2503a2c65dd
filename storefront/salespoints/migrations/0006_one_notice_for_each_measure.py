"""A sales point is told once of each revocation and suspension in force, however many there are on one day."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('salespoints', '0005_notices_taken_back'),
    ]

    operations = [
        migrations.AddConstraint(
            model_name='recallnotice',
            constraint=models.UniqueConstraint(condition=models.Q(('kind__in', ('revoked', 'suspended')), ('taken_back_at', None)), fields=('sales_point', 'certificate', 'kind'), name='measure_notice_once'),
        ),
    ]
