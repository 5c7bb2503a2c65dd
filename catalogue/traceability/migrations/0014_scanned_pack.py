"""What a scan reads comes from a function: the server plans it once for each connection, not for each scan."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION traceability_scanned_pack(serial text) RETURNS TABLE (
  stamp_id bigint, code varchar, product_id bigint, batch_id bigint, "position" integer, is_page_code boolean,
  own_state varchar, own_state_at timestamptz,
  first_at timestamptz, scans integer, provinces varchar[], score double precision, alert varchar
) LANGUAGE plpgsql STABLE ROWS 1 AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT s.id, s.code, s.product_id::bigint, s.batch_id, s.position::integer, s.is_page_code,
    s.own_state, s.own_state_at,
    m.first_at, coalesce(m.scans, 0), coalesce(m.provinces, '{}'), coalesce(m.score, 0),
    coalesce((SELECT a.state FROM traceability_clonealert a WHERE a.stamp_id = s.id ORDER BY a.id DESC LIMIT 1), '')
  FROM traceability_stamp s LEFT JOIN traceability_scansummary m ON m.stamp_id = s.id
  WHERE s.code = serial;
END $$;
"""
BACKWARD = "DROP FUNCTION traceability_scanned_pack(text)"


class Migration(migrations.Migration):
    dependencies = [("traceability", "0013_scan_is_staff_scan")]

    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
