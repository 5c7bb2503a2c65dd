"""A recall stops the sale of its product, which cards and the filter "in stock" show: it waits for the index too."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION search_outbox_traceability_recall() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE r record;
BEGIN
  IF TG_OP = 'DELETE' THEN
    r := OLD;
  ELSE
    r := NEW;
  END IF;
  INSERT INTO search_outboxentry (product_id)
    WITH recalled AS (
      SELECT product_id AS id FROM traceability_lot WHERE id = r.lot_id
      UNION SELECT product_id FROM traceability_stampbatch WHERE id = r.batch_id
    )
    SELECT id FROM recalled
    UNION SELECT p.id FROM catalogue_product p JOIN recalled ON p.parent_id = recalled.id;
  RETURN NULL;
END $$;
CREATE TRIGGER search_outbox_traceability_recall AFTER INSERT OR UPDATE OR DELETE ON traceability_recall
  FOR EACH ROW EXECUTE FUNCTION search_outbox_traceability_recall();
"""
BACKWARD = """
DROP TRIGGER search_outbox_traceability_recall ON traceability_recall;
DROP FUNCTION search_outbox_traceability_recall();
"""


class Migration(migrations.Migration):

    dependencies = [
        ('search', '0002_photos'),
        ('traceability', '0001_initial'),
    ]

    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
