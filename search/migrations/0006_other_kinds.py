"""Triggers for what search shows beside products: news and fairs, who may read a page, sales points."""

from django.db import migrations

_ROWS = {
    "INSERT": ("NEW TABLE AS new_rows", "SELECT * FROM new_rows"),
    "DELETE": ("OLD TABLE AS old_rows", "SELECT * FROM old_rows"),
    "UPDATE": (
        "OLD TABLE AS old_rows NEW TABLE AS new_rows",
        "SELECT * FROM old_rows UNION ALL SELECT * FROM new_rows",
    ),
}
_EVENTS = ("INSERT", "UPDATE", "DELETE")
_CHANGE, _PRODUCT = "search_suggestionchange (kind, key)", "search_outboxentry (product_id)"
_BELOW = (
    ", below AS (SELECT p.id FROM changed c JOIN wagtailcore_page above ON above.id = c.page_id"
    " JOIN wagtailcore_page p ON p.path LIKE above.path || '%')"
)
# name → (table, events, what is selected beside `changed`: the rows before and after, where goes which query)
TRIGGERS = {
    "newspage": (
        "cms_newspage",
        _EVENTS,
        "",
        {_CHANGE: ("SELECT DISTINCT 'news', page_ptr_id FROM changed",)},
    ),
    "fairpage": (
        "cms_fairpage",
        _EVENTS,
        "",
        {_CHANGE: ("SELECT DISTINCT 'fair', page_ptr_id FROM changed",)},
    ),
    "page": (
        "wagtailcore_page",
        ("UPDATE",),
        "",
        {
            _CHANGE: (
                "SELECT DISTINCT 'news', p.page_ptr_id FROM changed c JOIN cms_newspage p ON p.page_ptr_id = c.id",
                "SELECT DISTINCT 'fair', p.page_ptr_id FROM changed c JOIN cms_fairpage p ON p.page_ptr_id = c.id",
            )
        },
    ),
    "restriction": (
        "wagtailcore_pageviewrestriction",
        _EVENTS,
        _BELOW,
        {
            _CHANGE: (
                "SELECT DISTINCT 'news', p.page_ptr_id FROM below b JOIN cms_newspage p ON p.page_ptr_id = b.id",
                "SELECT DISTINCT 'fair', p.page_ptr_id FROM below b JOIN cms_fairpage p ON p.page_ptr_id = b.id",
            ),
            _PRODUCT: (
                "SELECT p.product_id FROM below b JOIN cms_storypage p ON p.page_ptr_id = b.id WHERE product_id > 0",
            ),
        },
    ),
    "producer": (
        "producers_producer",
        ("UPDATE",),
        "",
        {
            _CHANGE: (
                "SELECT 'producer', id FROM changed GROUP BY id HAVING count(DISTINCT (type, address, story_facts)) > 1",
            )
        },
    ),
    "salespoint": (
        "salespoints_salespoint",
        ("UPDATE",),
        "",
        {
            _PRODUCT: (
                (
                    "SELECT DISTINCT s.product_id FROM changed c JOIN partner_partner p ON p.sales_point_id = c.id"
                    " JOIN partner_stockrecord s ON s.partner_id = p.id"
                ),
            )
        },
    ),
}

FORWARD = []
BACKWARD = []
for trigger, (table, events, beside, targets) in TRIGGERS.items():
    for event in events:
        referencing, rows = _ROWS[event]
        name = f"search_kinds_{trigger}_{event.lower()}"
        body = "\n  ".join(
            f"WITH changed AS ({rows}){beside} INSERT INTO {target} {select};"
            for target, selects in targets.items()
            for select in selects
        )
        FORWARD.append(
            f"""
CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  {body}
  RETURN NULL;
END $$;
CREATE TRIGGER {name} AFTER {event} ON {table}
  REFERENCING {referencing} FOR EACH STATEMENT EXECUTE FUNCTION {name}();
"""
        )
        BACKWARD.append(f"DROP TRIGGER {name} ON {table}; DROP FUNCTION {name}();")


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0005_followers"),
        ("cms", "0001_initial"),
        ("salespoints", "0001_initial"),
        ("wagtailcore", "0094_alter_page_locale"),
        ("producers", "0001_initial"),
        ("partner", "0008_sellers_and_history"),
    ]

    operations = [migrations.RunSQL("".join(FORWARD), "".join(BACKWARD))]
