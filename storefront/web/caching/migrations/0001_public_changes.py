"""The log of public changes and the function that writes it; `triggers.install` puts it on the tables."""

from django.db import migrations, models

FORWARD = """
CREATE FUNCTION caching_mark() RETURNS bigint LANGUAGE sql VOLATILE AS $$
  SELECT hashtextextended(gen_random_uuid()::text, 0)
$$;
CREATE FUNCTION caching_note_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO caching_publicchange (mark) SELECT caching_mark();
  RETURN NULL;
END $$;
"""
BACKWARD = "DROP FUNCTION caching_note_change() CASCADE; DROP FUNCTION caching_mark();"


class Migration(migrations.Migration):
    initial = True
    dependencies = []

    operations = [
        migrations.CreateModel(
            name="PublicChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("mark", models.BigIntegerField()),
            ],
        ),
        migrations.RunSQL(FORWARD, BACKWARD),
    ]
