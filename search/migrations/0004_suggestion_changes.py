"""Table and triggers that tell which producers, areas and groups the suggestions must show anew."""

import django.db.models.functions.datetime
from django.db import migrations, models

_EVENTS = ("INSERT", "UPDATE", "DELETE")
# table → (kind, column that names the thing, columns that suggestions show)
SHOWN = {
    "producers_producer": ("producer", "id", ("name", "slug", "unit_id")),
    "geography_adminunit": ("area", "id", ("name", "slug", "system", "tier", "parent_id")),
    "geography_unitspelling": ("area", "unit_id", ("unit_id", "text")),
    "catalogue_category": ("group", "id", ("name", "code", "path")),
}
_CHANGED = {
    "INSERT": ("NEW TABLE AS new_rows", "SELECT {key} AS key FROM new_rows"),
    "DELETE": ("OLD TABLE AS old_rows", "SELECT {key} AS key FROM old_rows"),
    "UPDATE": (
        "OLD TABLE AS old_rows NEW TABLE AS new_rows",
        "SELECT unnest(ARRAY[o.{key}, n.{key}]) AS key FROM old_rows o JOIN new_rows n USING (id)"
        " WHERE ({old}) IS DISTINCT FROM ({new})",
    ),
}

FORWARD = []
BACKWARD = []
for table, (kind, key, columns) in SHOWN.items():
    for event in _EVENTS:
        referencing, changed = _CHANGED[event]
        name = f"search_suggestions_{table}_{event.lower()}"
        old, new = (", ".join(f"{row}.{column}" for column in columns) for row in "on")
        FORWARD.append(
            f"""
CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search_suggestionchange (kind, key)
  SELECT DISTINCT '{kind}', key FROM ({changed.format(key=key, old=old, new=new)}) changed;
  RETURN NULL;
END $$;
CREATE TRIGGER {name} AFTER {event} ON {table}
  REFERENCING {referencing} FOR EACH STATEMENT EXECUTE FUNCTION {name}();
"""
        )
        BACKWARD.append(f"DROP TRIGGER {name} ON {table}; DROP FUNCTION {name}();")


class Migration(migrations.Migration):
    dependencies = [("search", "0003_outbox_triggers_of_names")]

    operations = [
        migrations.CreateModel(
            name="SuggestionChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=8)),
                ("key", models.BigIntegerField()),
                (
                    "created_at",
                    models.DateTimeField(auto_now_add=True, db_default=django.db.models.functions.datetime.Now()),
                ),
            ],
            options={"verbose_name": "change of suggestions", "verbose_name_plural": "changes of suggestions"},
        ),
        migrations.RunSQL("".join(FORWARD), "".join(BACKWARD)),
    ]
