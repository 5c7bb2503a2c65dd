"""The revision is told by a function: the server plans it once for each connection, not for each page."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION caching_revision(at timestamptz) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
  -- A hold of stock ends by the clock, not by a change: the latest end that has passed is part of the revision.
  RETURN (
    SELECT count(*) || '.' || coalesce(bit_xor(mark), 0) || '.' || coalesce(
      (SELECT extract(epoch FROM expires_at) FROM partner_stockhold WHERE expires_at <= at
       ORDER BY expires_at DESC LIMIT 1), 0)
    FROM caching_publicchange
  );
END $$;
"""
BACKWARD = "DROP FUNCTION caching_revision(timestamptz)"


class Migration(migrations.Migration):
    dependencies = [("caching", "0001_public_changes"), ("partner", "0009_stock_holds")]

    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
