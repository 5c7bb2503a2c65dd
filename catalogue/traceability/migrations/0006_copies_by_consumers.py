"""Times of consumers' scans, apart from those of sales points; what is there is taken from the scans."""

from django.db import migrations, models

FROM_SCANS = """
UPDATE traceability_scansummary summary
SET consumers_from = found.first, consumers_until = found.last, late = least(summary.devices, found.late)
FROM (
    SELECT stamp_id, first, max(scanned_at) AS last,
        count(*) FILTER (WHERE scanned_at > coalesce(sold_at, first) + interval '45 days') AS late
    FROM (
        SELECT scan.stamp_id, scan.scanned_at, min(scan.scanned_at) OVER (PARTITION BY scan.stamp_id) AS first,
            CASE WHEN stamp.own_state = 'sold' THEN stamp.own_state_at END AS sold_at
        FROM traceability_scan scan
        JOIN traceability_stamp stamp ON stamp.id = scan.stamp_id
        JOIN traceability_scansummary seen ON seen.stamp_id = scan.stamp_id AND scan.scanned_at >= seen.first_at
        WHERE NOT scan.is_counter
    ) scans
    GROUP BY stamp_id, first
) found
WHERE summary.stamp_id = found.stamp_id
"""


class Migration(migrations.Migration):

    dependencies = [
        ('traceability', '0005_nothing_is_not_enough'),
    ]

    operations = [
        migrations.AddField(
            model_name='scansummary',
            name='consumers_from',
            field=models.DateTimeField(blank=True, help_text='First scan by a consumer.', null=True),
        ),
        migrations.AddField(
            model_name='scansummary',
            name='consumers_until',
            field=models.DateTimeField(blank=True, help_text='Latest scan by a consumer.', null=True),
        ),
        migrations.AddField(
            model_name='scansummary',
            name='late',
            field=models.PositiveIntegerField(default=0, help_text='Of the devices, those long after the sale.'),
        ),
        migrations.RunSQL(FROM_SCANS, migrations.RunSQL.noop),
        migrations.RemoveField(
            model_name='scansummary',
            name='last_at',
        ),
        migrations.AddConstraint(
            model_name='scansummary',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('consumers_from__isnull', True), ('consumers_until__isnull', True)), models.Q(('consumers_from__isnull', False), ('consumers_from__lte', models.F('consumers_until'))), _connector='OR'), name='summary_times_in_order'),
        ),
        migrations.AddConstraint(
            model_name='scansummary',
            constraint=models.CheckConstraint(condition=models.Q(('late__lte', models.F('devices'))), name='summary_late_are_devices'),
        ),
    ]
