"""What earlier suspensions and the history's context need for the new rules: a reason, and one key for the person."""

from django.db import migrations

REASON = """
    UPDATE certification_certificate SET suspension_reason = 'Chưa ghi lý do'
    WHERE suspended_from IS NOT NULL AND suspension_reason = ''
"""
PERSON = """
    UPDATE pghistory_context
    SET metadata = (metadata - 'officer') || jsonb_build_object('user', metadata -> 'officer')
    WHERE jsonb_exists(metadata, 'officer')
"""


class Migration(migrations.Migration):

    dependencies = [
        ('certification', '0003_reason_of_a_suspension'),
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
        migrations.RunSQL(REASON, migrations.RunSQL.noop),
        migrations.RunSQL(PERSON, migrations.RunSQL.noop),
    ]
