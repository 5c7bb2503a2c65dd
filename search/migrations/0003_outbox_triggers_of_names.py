"""More triggers that write the outbox: names of groups, spellings and succession of places, kind of seller.

One statement may change thousands of these rows (an import of the map), so the triggers run once a statement.
"""

from django.db import migrations

_OF_UNITS = """
WITH RECURSIVE below AS (
    SELECT {column} AS id FROM changed
    UNION SELECT u.id FROM geography_adminunit u JOIN below ON u.parent_id = below.id
), past AS (
    SELECT id FROM below UNION SELECT s.old_id FROM geography_succession s JOIN below ON s.new_id = below.id
), touched AS (
    -- Of a product that is known to its district only, today's communes are those of the communes below it.
    SELECT id FROM past UNION SELECT u.parent_id FROM geography_adminunit u JOIN past ON u.id = past.id
)
SELECT DISTINCT p.id FROM catalogue_product p JOIN touched ON p.unit_id = touched.id
"""
_EVENTS = ("INSERT", "UPDATE", "DELETE")
# table → (events, condition for an update, query over `changed` that selects the ids of the products)
STATEMENTS = {
    "catalogue_category": (
        ("UPDATE",),
        "(o.name, o.code, o.path) IS DISTINCT FROM (n.name, n.code, n.path)",
        "SELECT DISTINCT pc.product_id FROM changed c JOIN catalogue_category d ON d.path LIKE c.path || '%%'"
        " JOIN catalogue_productcategory pc ON pc.category_id = d.id",
    ),
    "geography_unitspelling": (
        _EVENTS,
        "(o.unit_id, o.text) IS DISTINCT FROM (n.unit_id, n.text)",
        _OF_UNITS.format(column="unit_id"),
    ),
    "geography_succession": (
        _EVENTS,
        "(o.old_id, o.new_id) IS DISTINCT FROM (n.old_id, n.new_id)",
        _OF_UNITS.format(column="old_id"),
    ),
    "partner_partner": (
        ("UPDATE",),
        "o.sales_point_id IS DISTINCT FROM n.sales_point_id",
        "SELECT DISTINCT s.product_id FROM changed c JOIN partner_stockrecord s ON s.partner_id = c.id",
    ),
}
_TABLES = {
    "INSERT": ("NEW TABLE AS new_rows", "SELECT * FROM new_rows"),
    "DELETE": ("OLD TABLE AS old_rows", "SELECT * FROM old_rows"),
    "UPDATE": (
        "OLD TABLE AS old_rows NEW TABLE AS new_rows",
        "SELECT o.* FROM old_rows o JOIN new_rows n USING (id) WHERE {condition}"
        " UNION ALL SELECT n.* FROM old_rows o JOIN new_rows n USING (id) WHERE {condition}",
    ),
}

FORWARD = []
BACKWARD = []
for table, (events, condition, select) in STATEMENTS.items():
    for event in events:
        referencing, changed = _TABLES[event]
        name = f"search_outbox_{table}_{event.lower()}"
        query = select.strip().removeprefix("WITH RECURSIVE ")
        query = f", {query}" if query != select.strip() else query
        FORWARD.append(
            f"""
CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search_outboxentry (product_id)
  WITH RECURSIVE changed AS ({changed.format(condition=condition)}){query.replace("%%", "%")};
  RETURN NULL;
END $$;
CREATE TRIGGER {name} AFTER {event} ON {table}
  REFERENCING {referencing} FOR EACH STATEMENT EXECUTE FUNCTION {name}();
"""
        )
        BACKWARD.append(f"DROP TRIGGER {name} ON {table}; DROP FUNCTION {name}();")


class Migration(migrations.Migration):
    dependencies = [("search", "0002_outbox_triggers")]

    operations = [migrations.RunSQL("".join(FORWARD), "".join(BACKWARD))]
