"""What a scan reads comes from a function: the server plans it once for each connection, not for each scan."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION traceability_scanned_pack(serial text) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT to_jsonb(pack) FROM (
      SELECT s.id AS stamp_id, s.code, s.product_id, s.batch_id, s.position, s.is_page_code, s.own_state,
        s.own_state_at, m.first_at, coalesce(m.scans, 0) AS scans, coalesce(m.provinces, '{}') AS provinces,
        coalesce(m.score, 0) AS score, coalesce(
          (SELECT a.state FROM traceability_clonealert a WHERE a.stamp_id = s.id ORDER BY a.id DESC LIMIT 1), ''
        ) AS alert
      FROM traceability_stamp s LEFT JOIN traceability_scansummary m ON m.stamp_id = s.id
      WHERE s.code = serial
    ) pack
  );
END $$;
"""
BACKWARD = "DROP FUNCTION traceability_scanned_pack(text)"


class Migration(migrations.Migration):
    dependencies = [("traceability", "0013_scan_is_staff_scan")]

    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
