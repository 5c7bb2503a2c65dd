"""The index knows whether a product is in stock, not how many units are left: an order that leaves some changes nothing.

A product waits for the index when it goes from some units left to none, or back. Both counts are watched: that without
the holds that have expired, which the index takes from the database, and that with them, for an expired hold gives its
units back when the worker deletes it.
"""

from django.db import migrations

_LEFT = """
  CROSS JOIN LATERAL (
    SELECT coalesce(s.num_in_stock, 0) - coalesce(s.num_allocated, 0) - coalesce(sum(h.quantity), 0) AS with_expired,
      coalesce(s.num_in_stock, 0) - coalesce(s.num_allocated, 0)
        - coalesce(sum(h.quantity) FILTER (WHERE h.expires_at > clock_timestamp()), 0) AS without
    FROM partner_stockhold h WHERE h.stockrecord_id = s.id
  ) units_left
"""

STOCK = f"""
CREATE OR REPLACE FUNCTION search_outbox_partner_stockrecord() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  units CONSTANT text[] := ARRAY['num_in_stock', 'num_allocated', 'date_updated'];
  change integer;
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(OLD) - units = to_jsonb(NEW) - units THEN
    change := coalesce(NEW.num_in_stock, 0) - coalesce(NEW.num_allocated, 0)
      - coalesce(OLD.num_in_stock, 0) + coalesce(OLD.num_allocated, 0);
    INSERT INTO search_outboxentry (product_id)
      SELECT s.product_id FROM partner_stockrecord s {_LEFT}
      WHERE s.id = NEW.id
        AND ((with_expired > 0) <> (with_expired - change > 0) OR (without > 0) <> (without - change > 0));
    RETURN NULL;
  END IF;
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO search_outboxentry (product_id) SELECT OLD.product_id;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO search_outboxentry (product_id) SELECT NEW.product_id;
  END IF;
  RETURN NULL;
END $$;
"""
FORMER_STOCK = """
CREATE OR REPLACE FUNCTION search_outbox_partner_stockrecord() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE r record;
BEGIN
  IF TG_OP <> 'INSERT' THEN
    r := OLD;
    INSERT INTO search_outboxentry (product_id) SELECT r.product_id;
  END IF;
  IF TG_OP <> 'DELETE' AND (TG_OP = 'INSERT' OR NEW IS DISTINCT FROM OLD) THEN
    r := NEW;
    INSERT INTO search_outboxentry (product_id) SELECT r.product_id;
  END IF;
  RETURN NULL;
END $$;
"""
_NEW, _OLD = 'SELECT stockrecord_id, quantity, expires_at FROM new_rows', (
    'SELECT stockrecord_id, -quantity, expires_at FROM old_rows'
)
CHANGES = {'insert': _NEW, 'delete': _OLD, 'update': f'{_NEW} UNION ALL {_OLD}'}
_FORMERLY = {
    'insert': 'SELECT stockrecord_id FROM new_rows',
    'delete': 'SELECT stockrecord_id FROM old_rows',
    'update': 'SELECT stockrecord_id FROM old_rows UNION SELECT stockrecord_id FROM new_rows',
}


def _function_of_holds(event, body):
    return f"""
CREATE OR REPLACE FUNCTION search_outbox_partner_stockhold_{event}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  {body}
  RETURN NULL;
END $$;
"""


def _by_change(rows):
    return f"""INSERT INTO search_outboxentry (product_id)
  SELECT DISTINCT s.product_id FROM partner_stockrecord s
  JOIN (
    SELECT stockrecord_id, sum(quantity) AS units,
      coalesce(sum(quantity) FILTER (WHERE expires_at > clock_timestamp()), 0) AS of_active
    FROM ({rows}) AS rows (stockrecord_id, quantity, expires_at) GROUP BY stockrecord_id
  ) more_held ON more_held.stockrecord_id = s.id {_LEFT}
  WHERE (with_expired > 0) <> (with_expired + units > 0) OR (without > 0) <> (without + of_active > 0);"""


FORWARD = STOCK + ''.join(_function_of_holds(event, _by_change(rows)) for event, rows in CHANGES.items())
BACKWARD = FORMER_STOCK + ''.join(
    _function_of_holds(
        event,
        'INSERT INTO search_outboxentry (product_id)\n'
        f'  SELECT DISTINCT s.product_id FROM partner_stockrecord s WHERE s.id IN ({rows});',
    )
    for event, rows in _FORMERLY.items()
)


class Migration(migrations.Migration):

    dependencies = [
        ('partner', '0005_history_of_sellers'),
        ('search', '0003_recalls'),
    ]

    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
