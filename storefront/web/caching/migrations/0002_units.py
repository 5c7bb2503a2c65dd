"""How many units are left is shown by few pages and changes all day: such changes are noted with their product."""

from django.db import migrations, models

FORWARD = """
CREATE FUNCTION caching_note_stock() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  units CONSTANT text[] := ARRAY['num_in_stock', 'num_allocated', 'date_updated'];
BEGIN
  -- Whole rows are compared, so that a new column counts as public; and whether any unit is left, for cards show it.
  IF EXISTS (
    SELECT FROM old_rows o FULL JOIN new_rows n USING (id)
    WHERE (to_jsonb(o) - units, coalesce(o.num_in_stock, 0) > coalesce(o.num_allocated, 0))
      IS DISTINCT FROM (to_jsonb(n) - units, coalesce(n.num_in_stock, 0) > coalesce(n.num_allocated, 0))
  ) THEN
    INSERT INTO caching_publicchange (mark) SELECT caching_mark();
  ELSE
    INSERT INTO caching_publicchange (mark, product_id)
      SELECT caching_mark(), product_id FROM (SELECT DISTINCT product_id FROM new_rows) changed;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER caching_note_stock AFTER UPDATE ON partner_stockrecord
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION caching_note_stock();

CREATE OR REPLACE FUNCTION caching_revision(at timestamptz) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
  -- Holds begin and end without a change of the stock record: what is sold out by them alone is read, not noted.
  RETURN (
    SELECT count(*) || '.' || coalesce(bit_xor(mark), 0) || '.' || coalesce(
      (SELECT bit_xor(hashtextextended(id::text, 0)) FROM (
        SELECT s.id FROM partner_stockhold h JOIN partner_stockrecord s ON s.id = h.stockrecord_id
        WHERE h.expires_at > at
        GROUP BY s.id
        HAVING s.num_in_stock > coalesce(s.num_allocated, 0)
          AND s.num_in_stock <= coalesce(s.num_allocated, 0) + sum(h.quantity)
      ) sold_out), 0)
    FROM caching_publicchange WHERE product_id IS NULL
  );
END $$;

CREATE FUNCTION caching_units(at timestamptz, products bigint[]) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT count(*) || '.' || coalesce(bit_xor(mark), 0) || '.' || coalesce(
      (SELECT bit_xor(hashtextextended(id || ':' || units, 0)) FROM (
        SELECT s.id, sum(h.quantity) AS units
        FROM partner_stockhold h JOIN partner_stockrecord s ON s.id = h.stockrecord_id
        WHERE h.expires_at > at AND (products IS NULL OR s.product_id = ANY(products))
        GROUP BY s.id
      ) held), 0)
    FROM caching_publicchange
    WHERE product_id IS NOT NULL AND (products IS NULL OR product_id = ANY(products))
  );
END $$;
"""
BACKWARD = """
DROP TRIGGER caching_note_stock ON partner_stockrecord;
DROP FUNCTION caching_note_stock();
DROP FUNCTION caching_units(timestamptz, bigint[]);
CREATE OR REPLACE FUNCTION caching_revision(at timestamptz) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT count(*) || '.' || coalesce(bit_xor(mark), 0) || '.' || coalesce(
      (SELECT extract(epoch FROM expires_at) FROM partner_stockhold WHERE expires_at <= at
       ORDER BY expires_at DESC LIMIT 1), 0)
    FROM caching_publicchange
  );
END $$;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('caching', '0001_initial'),
        ('partner', '0005_history_of_sellers'),
    ]

    operations = [
        migrations.AddField('publicchange', 'product_id', models.BigIntegerField(null=True, db_index=True)),
        migrations.RunSQL(FORWARD, BACKWARD),
    ]
