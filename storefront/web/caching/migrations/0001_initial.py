"""The log of public changes, the function that writes it (`triggers.install` puts it on the tables), and the one that
tells the revision: the server plans it once for each connection, not for each page."""

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
CREATE FUNCTION caching_revision(at timestamptz) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
  -- A hold of stock ends by the clock, not by a change: the latest end that has passed is part of the revision.
  RETURN (
    SELECT count(*) || '.' || coalesce(bit_xor(mark), 0) || '.' || coalesce(
      (SELECT extract(epoch FROM expires_at) FROM partner_stockhold WHERE expires_at <= at
       ORDER BY expires_at DESC LIMIT 1), 0)
    FROM caching_publicchange
  );
END $$;
"""
BACKWARD = """
DROP FUNCTION caching_revision(timestamptz);
DROP FUNCTION caching_note_change() CASCADE;
DROP FUNCTION caching_mark();
"""


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('partner', '0002_stock_holds'),
    ]

    operations = [
        migrations.CreateModel(
            name='PublicChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('mark', models.BigIntegerField()),
            ],
        ),
        migrations.RunSQL(FORWARD, BACKWARD),
    ]
