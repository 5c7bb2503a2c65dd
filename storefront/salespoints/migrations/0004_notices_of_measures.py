"""Sales points hear of suspensions too; a notice knows when what it told was taken back."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('salespoints', '0003_restored_certificates'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='recallnotice',
            name='recall_notice_about_one_thing',
        ),
        migrations.RemoveConstraint(
            model_name='recallnotice',
            name='revocation_notice_once',
        ),
        migrations.AddField(
            model_name='recallnotice',
            name='taken_back_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name='recallnotice',
            name='kind',
            field=models.CharField(choices=[('declared', 'recall declared'), ('ended', 'recall ended'), ('revoked', 'certificate revoked'), ('restored', 'certificate restored'), ('suspended', 'certificate suspended'), ('reinstated', 'suspension lifted')], max_length=10),
        ),
        migrations.AddConstraint(
            model_name='recallnotice',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('certificate__isnull', False), ('day__isnull', False), ('kind__in', ('revoked', 'restored', 'suspended', 'reinstated')), ('recall', None)), models.Q(('certificate', None), ('day', None), ('kind__in', ('declared', 'ended')), ('recall__isnull', False)), _connector='OR'), name='recall_notice_about_one_thing'),
        ),
    ]
