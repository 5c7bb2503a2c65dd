"""The database refuses a suspension without a reason."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('certification', '0004_reasons_of_old_suspensions'),
    ]

    operations = [
        migrations.AddConstraint(
            model_name='certificate',
            constraint=models.CheckConstraint(condition=models.Q(('suspended_from', None), models.Q(('suspension_reason', ''), _negated=True), _connector='OR'), name='certificate_suspension_has_reason'),
        ),
    ]
