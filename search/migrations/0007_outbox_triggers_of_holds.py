"""Triggers that write the outbox when units of stock are held or free again: what is left of a product has changed.

A hold that merely expires changes no row; the worker deletes it within half a minute, and the index follows.
"""

from django.db import migrations

_ROWS = {
    "INSERT": ("NEW TABLE AS new_rows", "SELECT stockrecord_id FROM new_rows"),
    "DELETE": ("OLD TABLE AS old_rows", "SELECT stockrecord_id FROM old_rows"),
    "UPDATE": (
        "OLD TABLE AS old_rows NEW TABLE AS new_rows",
        "SELECT stockrecord_id FROM old_rows UNION SELECT stockrecord_id FROM new_rows",
    ),
}

FORWARD = []
BACKWARD = []
for event, (referencing, rows) in _ROWS.items():
    name = f"search_outbox_partner_stockhold_{event.lower()}"
    FORWARD.append(
        f"""
CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search_outboxentry (product_id)
  SELECT DISTINCT s.product_id FROM partner_stockrecord s WHERE s.id IN ({rows});
  RETURN NULL;
END $$;
CREATE TRIGGER {name} AFTER {event} ON partner_stockhold
  REFERENCING {referencing} FOR EACH STATEMENT EXECUTE FUNCTION {name}();
"""
    )
    BACKWARD.append(f"DROP TRIGGER {name} ON partner_stockhold; DROP FUNCTION {name}();")


class Migration(migrations.Migration):
    dependencies = [("search", "0006_other_kinds"), ("partner", "0009_stock_holds")]

    operations = [migrations.RunSQL("".join(FORWARD), "".join(BACKWARD))]
