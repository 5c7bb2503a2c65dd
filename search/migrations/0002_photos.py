"""Whether a product has photos is in the index: a photo that comes or goes puts its product into the outbox."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION search_outbox_catalogue_productphoto() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO search_outboxentry (product_id) SELECT OLD.product_id;
  END IF;
  IF TG_OP <> 'DELETE' AND (TG_OP = 'INSERT' OR NEW IS DISTINCT FROM OLD) THEN
    INSERT INTO search_outboxentry (product_id) SELECT NEW.product_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER search_outbox_catalogue_productphoto AFTER INSERT OR UPDATE OR DELETE ON catalogue_productphoto
  FOR EACH ROW EXECUTE FUNCTION search_outbox_catalogue_productphoto();
"""
BACKWARD = """
DROP TRIGGER search_outbox_catalogue_productphoto ON catalogue_productphoto;
DROP FUNCTION search_outbox_catalogue_productphoto();
"""


class Migration(migrations.Migration):

    dependencies = [
        ('catalogue', '0001_initial'),
        ('search', '0001_initial'),
    ]

    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
