"""Notices of revocations that were taken back since say so."""

from django.db import migrations

TAKEN_BACK = """
    UPDATE salespoints_recallnotice SET taken_back_at = restored.created_at
    FROM salespoints_recallnotice restored
    WHERE salespoints_recallnotice.kind = 'revoked' AND restored.kind = 'restored'
        AND restored.certificate_id = salespoints_recallnotice.certificate_id
        AND restored.sales_point_id = salespoints_recallnotice.sales_point_id
        AND restored.day = salespoints_recallnotice.day
"""


class Migration(migrations.Migration):

    dependencies = [
        ('salespoints', '0004_notices_of_measures'),
    ]

    operations = [
        migrations.RunSQL(TAKEN_BACK, migrations.RunSQL.noop),
    ]
