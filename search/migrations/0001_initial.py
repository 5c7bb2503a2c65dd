"""What waits for the index, and the triggers that write it: in the transaction of the change, whoever makes it.

Row triggers where few rows change at once. Where one statement may change thousands (an import of the map), the trigger
runs once a statement over `changed`, the rows before and after it. A hold of stock that merely expires changes no row:
the worker deletes it within half a minute, and the index follows.
"""

import django.db.models.functions.datetime
from django.db import migrations, models

_EVENTS = ('INSERT', 'UPDATE', 'DELETE')
_REFERENCING = {
    'INSERT': 'NEW TABLE AS new_rows',
    'DELETE': 'OLD TABLE AS old_rows',
    'UPDATE': 'OLD TABLE AS old_rows NEW TABLE AS new_rows',
}
_UNCHANGED = {'INSERT': 'SELECT * FROM new_rows', 'DELETE': 'SELECT * FROM old_rows'}
_CHANGE, _PRODUCT = 'search_suggestionchange (kind, key)', 'search_outboxentry (product_id)'

# table → expression over NEW/OLD rows (r) that selects the ids of the products to index anew
PRODUCT_OF_ROW = {
    'catalogue_product': 'SELECT r.id',
    'catalogue_productcategory': 'SELECT r.product_id',
    'certification_certificate': 'SELECT r.product_id',
    'certification_reportedstep': 'SELECT r.product_id',
    'partner_stockrecord': 'SELECT r.product_id',
    'cms_storypage': 'SELECT r.product_id WHERE r.product_id IS NOT NULL',
    'producers_producer': 'SELECT p.id FROM catalogue_product p WHERE p.producer_id = r.id',
    'geography_adminunit': (
        'WITH RECURSIVE below AS (SELECT r.id UNION SELECT u.id FROM geography_adminunit u'
        ' JOIN below ON u.parent_id = below.id),'
        ' touched AS (SELECT id FROM below UNION SELECT s.old_id FROM geography_succession s'
        ' JOIN below ON s.new_id = below.id)'
        ' SELECT p.id FROM catalogue_product p JOIN touched ON p.unit_id = touched.id'
    ),
    'wagtailcore_page': (
        'SELECT s.product_id FROM cms_storypage s WHERE s.page_ptr_id = r.id AND s.product_id IS NOT NULL'
    ),
}

_OF_UNITS = """, below AS (
    SELECT {column} AS id FROM changed
    UNION SELECT u.id FROM geography_adminunit u JOIN below ON u.parent_id = below.id
), past AS (
    SELECT id FROM below UNION SELECT s.old_id FROM geography_succession s JOIN below ON s.new_id = below.id
), touched AS (
    -- Of a product that is known to its district only, today's communes are those of the communes below it.
    SELECT id FROM past UNION SELECT u.parent_id FROM geography_adminunit u JOIN past ON u.id = past.id
)
SELECT DISTINCT p.id FROM catalogue_product p JOIN touched ON p.unit_id = touched.id"""
# Names of groups, spellings and succession of places, kind of seller:
# table → (events, condition for an update, query over `changed` that selects the ids of the products)
PRODUCTS_OF_STATEMENT = {
    'catalogue_category': (
        ('UPDATE',),
        '(o.name, o.code, o.path) IS DISTINCT FROM (n.name, n.code, n.path)',
        "SELECT DISTINCT pc.product_id FROM changed c JOIN catalogue_category d ON d.path LIKE c.path || '%'"
        ' JOIN catalogue_productcategory pc ON pc.category_id = d.id',
    ),
    'geography_unitspelling': (
        _EVENTS,
        '(o.unit_id, o.text) IS DISTINCT FROM (n.unit_id, n.text)',
        _OF_UNITS.format(column='unit_id'),
    ),
    'geography_succession': (
        _EVENTS,
        '(o.old_id, o.new_id) IS DISTINCT FROM (n.old_id, n.new_id)',
        _OF_UNITS.format(column='old_id'),
    ),
    'partner_partner': (
        ('UPDATE',),
        'o.sales_point_id IS DISTINCT FROM n.sales_point_id',
        'SELECT DISTINCT s.product_id FROM changed c JOIN partner_stockrecord s ON s.partner_id = c.id',
    ),
}

# Producers, areas and groups the suggestions must show anew: table → (kind, column that names the thing, columns shown)
SUGGESTED = {
    'producers_producer': ('producer', 'id', ('name', 'slug', 'unit_id')),
    'geography_adminunit': ('area', 'id', ('name', 'slug', 'system', 'tier', 'parent_id')),
    'geography_unitspelling': ('area', 'unit_id', ('unit_id', 'text')),
    'catalogue_category': ('group', 'id', ('name', 'code', 'path')),
}

_BELOW = (
    ', below AS (SELECT p.id FROM changed c JOIN wagtailcore_page above ON above.id = c.page_id'
    " JOIN wagtailcore_page p ON p.path LIKE above.path || '%')"
)
# News and fairs, who may read a page, sales points:
# name → (table, events, what is selected beside `changed`, where goes which query)
OTHER_KINDS = {
    'newspage': (
        'cms_newspage', _EVENTS, '', {_CHANGE: ("SELECT DISTINCT 'news', page_ptr_id FROM changed",)},
    ),
    'fairpage': (
        'cms_fairpage', _EVENTS, '', {_CHANGE: ("SELECT DISTINCT 'fair', page_ptr_id FROM changed",)},
    ),
    'page': (
        'wagtailcore_page', ('UPDATE',), '',
        {
            _CHANGE: (
                "SELECT DISTINCT 'news', p.page_ptr_id FROM changed c JOIN cms_newspage p ON p.page_ptr_id = c.id",
                "SELECT DISTINCT 'fair', p.page_ptr_id FROM changed c JOIN cms_fairpage p ON p.page_ptr_id = c.id",
            )
        },
    ),
    'restriction': (
        'wagtailcore_pageviewrestriction', _EVENTS, _BELOW,
        {
            _CHANGE: (
                "SELECT DISTINCT 'news', p.page_ptr_id FROM below b JOIN cms_newspage p ON p.page_ptr_id = b.id",
                "SELECT DISTINCT 'fair', p.page_ptr_id FROM below b JOIN cms_fairpage p ON p.page_ptr_id = b.id",
            ),
            _PRODUCT: (
                'SELECT p.product_id FROM below b JOIN cms_storypage p ON p.page_ptr_id = b.id WHERE product_id > 0',
            ),
        },
    ),
    'producer': (
        'producers_producer', ('UPDATE',), '',
        {
            _CHANGE: (
                "SELECT 'producer', id FROM changed GROUP BY id HAVING count(DISTINCT (type, address, story_facts)) > 1",
            )
        },
    ),
    'salespoint': (
        'salespoints_salespoint', ('UPDATE',), '',
        {
            _PRODUCT: (
                'SELECT DISTINCT s.product_id FROM changed c JOIN partner_partner p ON p.sales_point_id = c.id'
                ' JOIN partner_stockrecord s ON s.partner_id = p.id',
            )
        },
    ),
}


def _triggers():
    """For each trigger: its name, its table, the SQL that makes it with its function."""
    for table, select in PRODUCT_OF_ROW.items():
        yield _of_rows(f'search_outbox_{table}', table, select)
    for table, (events, condition, select) in PRODUCTS_OF_STATEMENT.items():
        for event in events:
            changed = _UNCHANGED.get(event) or (
                f'SELECT o.* FROM old_rows o JOIN new_rows n USING (id) WHERE {condition}'
                f' UNION ALL SELECT n.* FROM old_rows o JOIN new_rows n USING (id) WHERE {condition}'
            )
            body = f'INSERT INTO {_PRODUCT}\n  WITH RECURSIVE changed AS ({changed}){select};'
            yield _of_statement(f'search_outbox_{table}_{event.lower()}', event, table, body)
    for table, (kind, key, columns) in SUGGESTED.items():
        old, new = (', '.join(f'{row}.{column}' for column in columns) for row in 'on')
        changes = {
            'INSERT': f'SELECT {key} AS key FROM new_rows',
            'DELETE': f'SELECT {key} AS key FROM old_rows',
            'UPDATE': f'SELECT unnest(ARRAY[o.{key}, n.{key}]) AS key FROM old_rows o JOIN new_rows n USING (id)'
            f' WHERE ({old}) IS DISTINCT FROM ({new})',
        }
        for event, changed in changes.items():
            body = f"INSERT INTO {_CHANGE}\n  SELECT DISTINCT '{kind}', key FROM ({changed}) changed;"
            yield _of_statement(f'search_suggestions_{table}_{event.lower()}', event, table, body)
    for name, (table, events, beside, targets) in OTHER_KINDS.items():
        for event in events:
            rows = _UNCHANGED.get(event) or 'SELECT * FROM old_rows UNION ALL SELECT * FROM new_rows'
            body = '\n  '.join(
                f'WITH changed AS ({rows}){beside} INSERT INTO {target} {select};'
                for target, selects in targets.items()
                for select in selects
            )
            yield _of_statement(f'search_kinds_{name}_{event.lower()}', event, table, body)
    held = {
        'INSERT': 'SELECT stockrecord_id FROM new_rows',
        'DELETE': 'SELECT stockrecord_id FROM old_rows',
        'UPDATE': 'SELECT stockrecord_id FROM old_rows UNION SELECT stockrecord_id FROM new_rows',
    }
    for event, rows in held.items():
        body = (
            f'INSERT INTO {_PRODUCT}\n'
            f'  SELECT DISTINCT s.product_id FROM partner_stockrecord s WHERE s.id IN ({rows});'
        )
        yield _of_statement(f'search_outbox_partner_stockhold_{event.lower()}', event, 'partner_stockhold', body)


def _of_rows(name, table, select):
    return name, table, f"""
CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE r record;
BEGIN
  IF TG_OP <> 'INSERT' THEN
    r := OLD;
    INSERT INTO {_PRODUCT} {select};
  END IF;
  IF TG_OP <> 'DELETE' AND (TG_OP = 'INSERT' OR NEW IS DISTINCT FROM OLD) THEN
    r := NEW;
    INSERT INTO {_PRODUCT} {select};
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER {name} AFTER INSERT OR UPDATE OR DELETE ON {table}
  FOR EACH ROW EXECUTE FUNCTION {name}();
"""


def _of_statement(name, event, table, body):
    return name, table, f"""
CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  {body}
  RETURN NULL;
END $$;
CREATE TRIGGER {name} AFTER {event} ON {table}
  REFERENCING {_REFERENCING[event]} FOR EACH STATEMENT EXECUTE FUNCTION {name}();
"""


FORWARD = ''.join(sql for _, _, sql in _triggers())
BACKWARD = ''.join(f'DROP TRIGGER {name} ON {table}; DROP FUNCTION {name}();' for name, table, _ in _triggers())


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('catalogue', '0001_initial'),
        ('certification', '0001_initial'),
        ('cms', '0001_initial'),
        ('geography', '0001_initial'),
        ('partner', '0002_stock_holds'),
        ('producers', '0001_initial'),
        ('salespoints', '0001_initial'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='OutboxEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, db_default=django.db.models.functions.datetime.Now())),
                ('product_id', models.BigIntegerField()),
            ],
            options={
                'verbose_name': 'outbox entry',
                'verbose_name_plural': 'outbox entries',
            },
        ),
        migrations.CreateModel(
            name='WorkerHeartbeat',
            fields=[
                ('name', models.CharField(max_length=80, primary_key=True, serialize=False)),
                ('beat_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='SuggestionChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, db_default=django.db.models.functions.datetime.Now())),
                ('kind', models.CharField(max_length=8)),
                ('key', models.BigIntegerField()),
            ],
            options={
                'verbose_name': 'change of suggestions',
                'verbose_name_plural': 'changes of suggestions',
            },
        ),
        migrations.CreateModel(
            name='IndexReplica',
            fields=[
                ('name', models.CharField(max_length=100, primary_key=True, serialize=False)),
                ('engine', models.CharField(max_length=20)),
                ('is_complete', models.BooleanField(default=False)),
            ],
            options={
                'verbose_name': 'index replica',
                'verbose_name_plural': 'index replicas',
            },
        ),
        migrations.CreateModel(
            name='ReplicaChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, db_default=django.db.models.functions.datetime.Now())),
                ('replica', models.CharField(max_length=100)),
                ('product_id', models.BigIntegerField()),
            ],
            options={
                'verbose_name': 'change for a replica',
                'verbose_name_plural': 'changes for replicas',
                'indexes': [models.Index(fields=['replica', 'id'], name='search_replica_change')],
            },
        ),
        migrations.RunSQL(FORWARD, BACKWARD),
    ]
