"""Database triggers that write the outbox: in the transaction of the change, whoever makes it."""

from django.db import migrations

# table → expression over NEW/OLD rows (r) that selects the ids of the products to index anew
PRODUCT_OF_ROW = {
    "catalogue_product": "SELECT r.id",
    "catalogue_productcategory": "SELECT r.product_id",
    "certification_certificate": "SELECT r.product_id",
    "certification_reportedstep": "SELECT r.product_id",
    "partner_stockrecord": "SELECT r.product_id",
    "cms_storypage": "SELECT r.product_id WHERE r.product_id IS NOT NULL",
    "producers_producer": "SELECT p.id FROM catalogue_product p WHERE p.producer_id = r.id",
    "geography_adminunit": (
        "WITH RECURSIVE below AS (SELECT r.id UNION SELECT u.id FROM geography_adminunit u"
        " JOIN below ON u.parent_id = below.id),"
        " touched AS (SELECT id FROM below UNION SELECT s.old_id FROM geography_succession s"
        " JOIN below ON s.new_id = below.id)"
        " SELECT p.id FROM catalogue_product p JOIN touched ON p.unit_id = touched.id"
    ),
    "wagtailcore_page": "SELECT s.product_id FROM cms_storypage s WHERE s.page_ptr_id = r.id"
    " AND s.product_id IS NOT NULL",
}

FORWARD = []
BACKWARD = []
for table, select in PRODUCT_OF_ROW.items():
    function = f"search_outbox_{table}"
    FORWARD.append(
        f"""
CREATE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE r record;
BEGIN
  IF TG_OP <> 'INSERT' THEN
    r := OLD;
    INSERT INTO search_outboxentry (product_id) {select};
  END IF;
  IF TG_OP <> 'DELETE' AND (TG_OP = 'INSERT' OR NEW IS DISTINCT FROM OLD) THEN
    r := NEW;
    INSERT INTO search_outboxentry (product_id) {select};
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER {function} AFTER INSERT OR UPDATE OR DELETE ON {table}
  FOR EACH ROW EXECUTE FUNCTION {function}();
"""
    )
    BACKWARD.append(f"DROP TRIGGER {function} ON {table}; DROP FUNCTION {function}();")


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0001_initial"),
        ("catalogue", "0033_register"),
        ("certification", "0001_initial"),
        ("partner", "0008_sellers_and_history"),
        ("producers", "0001_initial"),
        ("geography", "0001_initial"),
        ("cms", "0001_initial"),
        ("wagtailcore", "0094_alter_page_locale"),
    ]

    operations = [migrations.RunSQL("".join(FORWARD), "".join(BACKWARD))]
