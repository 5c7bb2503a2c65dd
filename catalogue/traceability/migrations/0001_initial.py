import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.core.validators
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.math
import django.db.models.functions.text
import django.db.models.lookups
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.conf import settings
from django.db import migrations, models


# What a scan reads comes from a function: the server plans it once for each connection, not for each scan.
SCANNED_PACK = """
CREATE FUNCTION traceability_scanned_pack(serial text) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT to_jsonb(pack) FROM (
      SELECT s.id AS stamp_id, s.code, s.product_id, s.batch_id, s.position, s.is_page_code, s.state_override,
        s.state_override_at, m.first_at, coalesce(m.scans, 0) AS scans, coalesce(m.provinces, '{}') AS provinces,
        coalesce(m.score, 0) AS score, coalesce(
          (SELECT a.state FROM traceability_clonealert a WHERE a.stamp_id = s.id ORDER BY a.id DESC LIMIT 1), ''
        ) AS alert
      FROM traceability_stamp s LEFT JOIN traceability_scansummary m ON m.stamp_id = s.id
      WHERE s.code = serial
    ) pack
  );
END $$;
"""


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('catalogue', '0001_initial'),
        ('certification', '0001_initial'),
        ('geography', '0001_initial'),
        ('media', '0001_initial'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('producers', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ProductGtin',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('product', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='trade_item', to='catalogue.product')),
                ('gtin', models.CharField(max_length=14, unique=True)),
                ('is_illustrative', models.BooleanField(default=False)),
            ],
            options={
                'verbose_name': 'GTIN',
                'verbose_name_plural': 'GTINs',
                'constraints': [models.CheckConstraint(condition=models.Q(('gtin__regex', '^[0-9]{14}$')), name='gtin_shape'), models.CheckConstraint(condition=django.db.models.lookups.Exact(django.db.models.functions.math.Mod(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.Value(0), '+', django.db.models.expressions.CombinedExpression(django.db.models.functions.text.Ord(django.db.models.functions.text.Substr('gtin', 1, 1)), '*', models.Value(3))), '+', django.db.models.expressions.CombinedExpression(django.db.models.functions.text.Ord(django.db.models.functions.text.Substr('gtin', 2, 1)), '*', models.Value(1))), '+', django.db.models.expressions.CombinedExpression(django.db.models.functions.text.Ord(django.db.models.functions.text.Substr('gtin', 3, 1)), '*', models.Value(3))), '+', django.db.models.expressions.CombinedExpression(django.db.models.functions.text.Ord(django.db.models.functions.text.Substr('gtin', 4, 1)), '*', models.Value(1))), '+', django.db.models.expressions.CombinedExpression(django.db.models.functions.text.Ord(django.db.models.functions.text.Substr('gtin', 5, 1)), '*', models.Value(3))), '+', django.db.models.expressions.CombinedExpression(django.db.models.functions.text.Ord(django.db.models.functions.text.Substr('gtin', 6, 1)), '*', models.Value(1))), '+', django.db.models.expressions.CombinedExpression(django.db.models.functions.text.Ord(django.db.models.functions.text.Substr('gtin', 7, 1)), '*', models.Value(3))), '+', django.db.models.expressions.CombinedExpression(django.db.models.functions.text.Ord(django.db.models.functions.text.Substr('gtin', 8, 1)), '*', models.Value(1))), '+', django.db.models.expressions.CombinedExpression(django.db.models.functions.text.Ord(django.db.models.functions.text.Substr('gtin', 9, 1)), '*', models.Value(3))), '+', django.db.models.expressions.CombinedExpression(django.db.models.functions.text.Ord(django.db.models.functions.text.Substr('gtin', 10, 1)), '*', models.Value(1))), '+', django.db.models.expressions.CombinedExpression(django.db.models.functions.text.Ord(django.db.models.functions.text.Substr('gtin', 11, 1)), '*', models.Value(3))), '+', django.db.models.expressions.CombinedExpression(django.db.models.functions.text.Ord(django.db.models.functions.text.Substr('gtin', 12, 1)), '*', models.Value(1))), '+', django.db.models.expressions.CombinedExpression(django.db.models.functions.text.Ord(django.db.models.functions.text.Substr('gtin', 13, 1)), '*', models.Value(3))), '+', django.db.models.expressions.CombinedExpression(django.db.models.functions.text.Ord(django.db.models.functions.text.Substr('gtin', 14, 1)), '*', models.Value(1))), 10), 4), name='gtin_check_digit'), models.CheckConstraint(condition=models.Q(('is_illustrative', models.Q(('gtin__regex', '^002[0-9]')))), name='gtin_illustrative_range')],
            },
        ),
        migrations.CreateModel(
            name='Lot',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('product', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lots', to='catalogue.product')),
                ('code', models.CharField(max_length=20, validators=[django.core.validators.RegexValidator('^[0-9A-Za-z!\\"%&\'()*+,\\-./:;<=>?_]{1,20}$')], verbose_name='lot number')),
                ('quantity', models.DecimalField(blank=True, decimal_places=3, max_digits=14, null=True, verbose_name='quantity')),
                ('quantity_unit', models.CharField(choices=[('kg', 'kg'), ('l', 'litres'), ('piece', 'pieces'), ('pack', 'packs')], default='kg', max_length=5, verbose_name='unit')),
                ('produced_on', models.DateField(blank=True, null=True, verbose_name='made on')),
                ('packed_on', models.DateField(blank=True, null=True, verbose_name='packed on')),
                ('expires_on', models.DateField(blank=True, null=True, verbose_name='use by')),
                ('test_report', models.CharField(blank=True, max_length=200, verbose_name='test report')),
                ('is_illustrative', models.BooleanField(default=False, verbose_name='illustrative')),
                ('created_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name': 'lot',
                'verbose_name_plural': 'lots',
                'ordering': ['product', '-produced_on', '-id'],
                'constraints': [models.UniqueConstraint(fields=('product', 'code'), name='lot_code_once'), models.CheckConstraint(condition=models.Q(('code__regex', '^[0-9A-Za-z!\\"%&\'()*+,\\-./:;<=>?_]{1,20}$')), name='lot_code_shape'), models.CheckConstraint(condition=models.Q(('quantity__isnull', True), ('quantity__gt', 0), _connector='OR'), name='lot_quantity_positive'), models.CheckConstraint(condition=models.Q(('expires_on__isnull', True), ('produced_on__isnull', True), ('expires_on__gte', models.F('produced_on')), _connector='OR'), name='lot_expires_after_made')],
            },
        ),
        migrations.CreateModel(
            name='LotEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', to='traceability.lot')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('product', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='catalogue.product')),
                ('code', models.CharField(max_length=20, validators=[django.core.validators.RegexValidator('^[0-9A-Za-z!\\"%&\'()*+,\\-./:;<=>?_]{1,20}$')], verbose_name='lot number')),
                ('quantity', models.DecimalField(blank=True, decimal_places=3, max_digits=14, null=True, verbose_name='quantity')),
                ('quantity_unit', models.CharField(choices=[('kg', 'kg'), ('l', 'litres'), ('piece', 'pieces'), ('pack', 'packs')], default='kg', max_length=5, verbose_name='unit')),
                ('produced_on', models.DateField(blank=True, null=True, verbose_name='made on')),
                ('packed_on', models.DateField(blank=True, null=True, verbose_name='packed on')),
                ('expires_on', models.DateField(blank=True, null=True, verbose_name='use by')),
                ('test_report', models.CharField(blank=True, max_length=200, verbose_name='test report')),
                ('is_illustrative', models.BooleanField(default=False, verbose_name='illustrative')),
                ('created_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SigningKey',
            fields=[
                ('number', models.PositiveSmallIntegerField(primary_key=True, serialize=False)),
                ('public_key', models.CharField(max_length=64, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('retired_at', models.DateTimeField(blank=True, help_text='Signs no more; its stamps stay good.', null=True, verbose_name='retired')),
                ('withdrawn_at', models.DateTimeField(blank=True, help_text='May be in wrong hands: only known serials pass.', null=True, verbose_name='withdrawn')),
            ],
            options={
                'verbose_name': 'signing key',
                'verbose_name_plural': 'signing keys',
                'ordering': ['number'],
                'constraints': [models.CheckConstraint(condition=models.Q(('number__lte', 9)), name='signing_key_one_digit'), models.CheckConstraint(condition=models.Q(('public_key__regex', '^[0-9a-f]{64}$')), name='signing_key_shape'), models.UniqueConstraint(models.Value(1), condition=models.Q(('retired_at__isnull', True), ('withdrawn_at__isnull', True)), name='signing_key_one_current')],
            },
        ),
        migrations.CreateModel(
            name='SigningKeyEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='traceability.signingkey')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('number', models.PositiveSmallIntegerField(serialize=False)),
                ('public_key', models.CharField(max_length=64)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('retired_at', models.DateTimeField(blank=True, help_text='Signs no more; its stamps stay good.', null=True, verbose_name='retired')),
                ('withdrawn_at', models.DateTimeField(blank=True, help_text='May be in wrong hands: only known serials pass.', null=True, verbose_name='withdrawn')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='CaptureKey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('producer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='capture_keys', to='producers.producer')),
                ('label', models.CharField(max_length=80, verbose_name='label')),
                ('digest', models.CharField(editable=False, max_length=64, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'verbose_name': 'key for events',
                'verbose_name_plural': 'keys for events',
            },
        ),
        migrations.CreateModel(
            name='CaptureJob',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('key', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='jobs', to='traceability.capturekey')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('finished_at', models.DateTimeField(blank=True, null=True)),
                ('is_success', models.BooleanField(default=False)),
                ('event_count', models.PositiveIntegerField(default=0, help_text='Events newly kept; known ones do not count.')),
                ('errors', models.JSONField(blank=True, default=list)),
            ],
            options={
                'verbose_name': 'sending of events',
                'verbose_name_plural': 'sendings of events',
                'ordering': ['-created_at'],
            },
        ),
        migrations.CreateModel(
            name='CapturedEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('producer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='captured_events', to='producers.producer')),
                ('job', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='events', to='traceability.capturejob')),
                ('event_id', models.CharField(help_text='eventID, or the hash id where the sender gave none.', max_length=200)),
                ('event_hash', models.CharField(max_length=64)),
                ('is_error_declaration', models.BooleanField(default=False)),
                ('body', models.JSONField()),
                ('context', models.JSONField(default=list)),
                ('event_type', models.CharField(max_length=120)),
                ('action', models.CharField(blank=True, default='', max_length=7)),
                ('biz_step', models.CharField(blank=True, default='', max_length=200)),
                ('disposition', models.CharField(blank=True, default='', max_length=200)),
                ('read_point', models.CharField(blank=True, default='', max_length=300)),
                ('biz_location', models.CharField(blank=True, default='', max_length=300)),
                ('epcs', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=400), default=list, size=None)),
                ('event_time', models.DateTimeField()),
                ('recorded_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name': 'captured event',
                'verbose_name_plural': 'captured events',
                'ordering': ['event_time', 'id'],
                'indexes': [django.contrib.postgres.indexes.GinIndex(fields=['epcs'], name='captured_event_epcs'), models.Index(fields=['producer', 'event_time', 'id'], name='captured_event_time')],
                'constraints': [models.UniqueConstraint(fields=('producer', 'event_id', 'is_error_declaration'), name='captured_event_once')],
            },
        ),
        migrations.CreateModel(
            name='Place',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('producer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='places', to='producers.producer')),
                ('kind', models.CharField(choices=[('area', 'raw-material area'), ('farm', 'farm or garden'), ('processing', 'processing site'), ('packing', 'packing site'), ('warehouse', 'warehouse')], max_length=10, verbose_name='kind')),
                ('name', models.CharField(max_length=160, verbose_name='name')),
                ('code', models.CharField(editable=False, max_length=8, unique=True, validators=[django.core.validators.RegexValidator('^[0-9A-HJKMNP-TV-Z]{8}$')])),
                ('gln', models.CharField(blank=True, default='', max_length=13, verbose_name='GLN')),
                ('unit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='trace_places', to='geography.adminunit', verbose_name='commune')),
                ('latitude', models.DecimalField(blank=True, decimal_places=5, max_digits=8, null=True, validators=[django.core.validators.MinValueValidator(-90), django.core.validators.MaxValueValidator(90)], verbose_name='latitude')),
                ('longitude', models.DecimalField(blank=True, decimal_places=5, max_digits=8, null=True, validators=[django.core.validators.MinValueValidator(-180), django.core.validators.MaxValueValidator(180)], verbose_name='longitude')),
                ('area_ha', models.DecimalField(blank=True, decimal_places=2, max_digits=9, null=True, verbose_name='area (ha)')),
                ('polygon', models.JSONField(blank=True, null=True, verbose_name='outline (GeoJSON)')),
                ('is_illustrative', models.BooleanField(default=False, verbose_name='illustrative')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name': 'place of the trace',
                'verbose_name_plural': 'places of the trace',
                'ordering': ['producer', 'kind', 'name'],
                'constraints': [models.UniqueConstraint(fields=('producer', 'name'), name='place_name_once'), models.UniqueConstraint(condition=models.Q(('gln', ''), _negated=True), fields=('gln',), name='place_gln_once'), models.CheckConstraint(condition=models.Q(('gln', ''), ('gln__regex', '^[0-9]{13}$'), _connector='OR'), name='place_gln_shape'), models.CheckConstraint(condition=models.Q(('gln', ''), django.db.models.lookups.Exact(django.db.models.functions.math.Mod(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.Value(0), '+', django.db.models.expressions.CombinedExpression(django.db.models.functions.text.Ord(django.db.models.functions.text.Substr('gln', 1, 1)), '*', models.Value(1))), '+', django.db.models.expressions.CombinedExpression(django.db.models.functions.text.Ord(django.db.models.functions.text.Substr('gln', 2, 1)), '*', models.Value(3))), '+', django.db.models.expressions.CombinedExpression(django.db.models.functions.text.Ord(django.db.models.functions.text.Substr('gln', 3, 1)), '*', models.Value(1))), '+', django.db.models.expressions.CombinedExpression(django.db.models.functions.text.Ord(django.db.models.functions.text.Substr('gln', 4, 1)), '*', models.Value(3))), '+', django.db.models.expressions.CombinedExpression(django.db.models.functions.text.Ord(django.db.models.functions.text.Substr('gln', 5, 1)), '*', models.Value(1))), '+', django.db.models.expressions.CombinedExpression(django.db.models.functions.text.Ord(django.db.models.functions.text.Substr('gln', 6, 1)), '*', models.Value(3))), '+', django.db.models.expressions.CombinedExpression(django.db.models.functions.text.Ord(django.db.models.functions.text.Substr('gln', 7, 1)), '*', models.Value(1))), '+', django.db.models.expressions.CombinedExpression(django.db.models.functions.text.Ord(django.db.models.functions.text.Substr('gln', 8, 1)), '*', models.Value(3))), '+', django.db.models.expressions.CombinedExpression(django.db.models.functions.text.Ord(django.db.models.functions.text.Substr('gln', 9, 1)), '*', models.Value(1))), '+', django.db.models.expressions.CombinedExpression(django.db.models.functions.text.Ord(django.db.models.functions.text.Substr('gln', 10, 1)), '*', models.Value(3))), '+', django.db.models.expressions.CombinedExpression(django.db.models.functions.text.Ord(django.db.models.functions.text.Substr('gln', 11, 1)), '*', models.Value(1))), '+', django.db.models.expressions.CombinedExpression(django.db.models.functions.text.Ord(django.db.models.functions.text.Substr('gln', 12, 1)), '*', models.Value(3))), '+', django.db.models.expressions.CombinedExpression(django.db.models.functions.text.Ord(django.db.models.functions.text.Substr('gln', 13, 1)), '*', models.Value(1))), 10), 0), _connector='OR'), name='place_gln_check_digit'), models.CheckConstraint(condition=models.Q(('code__regex', '^[0-9A-HJKMNP-TV-Z]{8}$')), name='place_code_shape'), models.CheckConstraint(condition=models.Q(models.Q(('latitude__isnull', True), ('longitude__isnull', True)), models.Q(('latitude__isnull', False), ('latitude__range', (-90, 90)), ('longitude__isnull', False), ('longitude__range', (-180, 180))), _connector='OR'), name='place_point_whole')],
            },
        ),
        migrations.CreateModel(
            name='LotInput',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('lot', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='inputs', to='traceability.lot')),
                ('source_lot', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='outputs', to='traceability.lot')),
                ('place', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='lot_inputs', to='traceability.place')),
                ('material', models.CharField(blank=True, max_length=120, verbose_name='raw material')),
                ('quantity', models.DecimalField(blank=True, decimal_places=3, max_digits=14, null=True, verbose_name='quantity')),
                ('quantity_unit', models.CharField(choices=[('kg', 'kg'), ('l', 'litres'), ('piece', 'pieces'), ('pack', 'packs')], default='kg', max_length=5, verbose_name='unit')),
            ],
            options={
                'verbose_name': 'input of a lot',
                'verbose_name_plural': 'inputs of lots',
                'constraints': [models.CheckConstraint(condition=models.Q(('source_lot__isnull', False), models.Q(('material', ''), _negated=True), _connector='OR'), name='lot_input_names_something'), models.CheckConstraint(condition=models.Q(('source_lot__isnull', True), models.Q(('source_lot', models.F('lot')), _negated=True), _connector='OR'), name='lot_input_not_itself'), models.UniqueConstraint(condition=models.Q(('source_lot__isnull', False)), fields=('lot', 'source_lot'), name='lot_input_once'), models.CheckConstraint(condition=models.Q(('quantity__isnull', True), ('quantity__gt', 0), _connector='OR'), name='lot_input_positive')],
            },
        ),
        migrations.CreateModel(
            name='LotInputEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='traceability.lotinput')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('lot', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='traceability.lot')),
                ('source_lot', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='traceability.lot')),
                ('place', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='traceability.place')),
                ('material', models.CharField(blank=True, max_length=120, verbose_name='raw material')),
                ('quantity', models.DecimalField(blank=True, decimal_places=3, max_digits=14, null=True, verbose_name='quantity')),
                ('quantity_unit', models.CharField(choices=[('kg', 'kg'), ('l', 'litres'), ('piece', 'pieces'), ('pack', 'packs')], default='kg', max_length=5, verbose_name='unit')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Event',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('lot', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='traceability.lot')),
                ('kind', models.CharField(choices=[('cultivation', 'growing and care'), ('fertilising', 'fertilising'), ('spraying', 'spraying'), ('harvest', 'harvest'), ('sorting', 'sorting'), ('shelling', 'shelling'), ('fermenting', 'fermenting'), ('pre_processing', 'pre-processing'), ('drying', 'drying'), ('roasting', 'roasting'), ('grinding', 'grinding'), ('moulding', 'moulding'), ('extracting', 'extracting and filtering'), ('processing', 'processing'), ('testing', 'testing'), ('packing', 'packing'), ('storing', 'taken into store'), ('shipping', 'sent out'), ('receiving', 'goods received'), ('selling', 'sold')], max_length=16, verbose_name='what happened')),
                ('actor', models.CharField(blank=True, max_length=160, verbose_name='who did it')),
                ('place', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='events', to='traceability.place', verbose_name='place')),
                ('started_at', models.DateTimeField(verbose_name='from')),
                ('ended_at', models.DateTimeField(blank=True, null=True, verbose_name='to')),
                ('quantity', models.DecimalField(blank=True, decimal_places=3, max_digits=14, null=True, verbose_name='quantity')),
                ('quantity_unit', models.CharField(choices=[('kg', 'kg'), ('l', 'litres'), ('piece', 'pieces'), ('pack', 'packs')], default='kg', max_length=5, verbose_name='unit')),
                ('pre_harvest_interval_days', models.PositiveSmallIntegerField(blank=True, help_text='After spraying: days until harvest (PHI).', null=True, verbose_name='waiting period (days)')),
                ('note', models.TextField(blank=True, max_length=1000, verbose_name='note')),
                ('photo', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='media.evidence')),
                ('evidence', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='media.evidence', verbose_name='evidence')),
                ('corrects', models.OneToOneField(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrected_by', to='traceability.event')),
                ('is_void', models.BooleanField(default=False, editable=False)),
                ('capture', models.JSONField(blank=True, editable=False, help_text='The EPCIS event it came from, as received.', null=True)),
                ('event_id', models.CharField(blank=True, default='', editable=False, max_length=120)),
                ('is_illustrative', models.BooleanField(default=False)),
                ('recorded_at', models.DateTimeField(auto_now_add=True)),
                ('recorded_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'event',
                'verbose_name_plural': 'events',
                'ordering': ['started_at', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('ended_at__isnull', True), ('ended_at__gte', models.F('started_at')), _connector='OR'), name='event_ends_after_start'), models.CheckConstraint(condition=models.Q(('quantity__isnull', True), ('quantity__gte', 0), _connector='OR'), name='event_quantity_positive'), models.CheckConstraint(condition=models.Q(('is_void', False), ('corrects__isnull', False), _connector='OR'), name='event_void_corrects'), models.UniqueConstraint(condition=models.Q(('event_id', ''), _negated=True), fields=('event_id',), name='event_id_once')],
            },
        ),
        migrations.CreateModel(
            name='PortalDelivery',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('adapter', models.CharField(max_length=20)),
                ('product', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='portal_deliveries', to='catalogue.product')),
                ('digest', models.CharField(max_length=64)),
                ('document', models.JSONField()),
                ('state', models.CharField(choices=[('waiting', 'waiting'), ('delivered', 'delivered'), ('refused', 'refused')], default='waiting', max_length=9)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('next_attempt_at', models.DateTimeField(blank=True, null=True)),
                ('answer', models.TextField(blank=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('delivered_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'verbose_name': 'delivery to the portal',
                'verbose_name_plural': 'deliveries to the portal',
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(fields=('adapter', 'product', 'digest'), name='portal_delivery_once')],
            },
        ),
        migrations.CreateModel(
            name='StampBatch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('product', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='stamp_batches', to='catalogue.product')),
                ('lot', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='stamp_batches', to='traceability.lot')),
                ('prefix', models.CharField(editable=False, max_length=4, unique=True, validators=[django.core.validators.RegexValidator('^[0-9A-HJKMNP-TV-Z]{4}$')])),
                ('count', models.PositiveIntegerField(verbose_name='stamps')),
                ('state', models.CharField(choices=[('generated', 'generated'), ('printed', 'printed'), ('delivered', 'delivered'), ('applied', 'applied'), ('active', 'active'), ('sold', 'sold'), ('void', 'void')], default='generated', max_length=10, verbose_name='state')),
                ('key', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='batches', to='traceability.signingkey')),
                ('host', models.CharField(max_length=18)),
                ('gtin', models.CharField(blank=True, default='', max_length=14)),
                ('stars_at_print', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('certificate', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='stamp_batches', to='certification.certificate')),
                ('void_reason', models.CharField(blank=True, max_length=300, verbose_name='reason')),
                ('is_illustrative', models.BooleanField(default=False)),
                ('created_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name': 'batch of stamps',
                'verbose_name_plural': 'batches of stamps',
                'ordering': ['-id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('prefix__regex', '^[0-9A-HJKMNP-TV-Z]{4}$')), name='stamp_batch_prefix_shape'), models.CheckConstraint(condition=models.Q(('prefix', '0000'), _negated=True), name='stamp_batch_not_pages'), models.CheckConstraint(condition=models.Q(('count__range', (1, 5000000))), name='stamp_batch_count'), models.CheckConstraint(condition=models.Q(('state', 'sold'), _negated=True), name='stamp_batch_not_sold')],
            },
        ),
        migrations.CreateModel(
            name='PrintRun',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('batch', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='print_runs', to='traceability.stampbatch')),
                ('paper', models.CharField(choices=[('a4-65', 'A4, 65 a sheet (38.1 × 21.2 mm)'), ('a4-48', 'A4, 48 a sheet (45.7 × 21.2 mm)'), ('a4-40', 'A4, 40 a sheet (48.5 × 25.4 mm)'), ('a4-24', 'A4, 24 a sheet (70 × 37 mm)'), ('roll', 'roll, 50 × 30 mm')], max_length=6, verbose_name='paper')),
                ('first', models.PositiveIntegerField(verbose_name='from')),
                ('last', models.PositiveIntegerField(verbose_name='to')),
                ('state', models.CharField(choices=[('queued', 'waiting'), ('running', 'being made'), ('checking', 'being read back'), ('released', 'ready'), ('refused', 'refused: codes could not be read'), ('failed', 'failed')], default='queued', max_length=8, verbose_name='state')),
                ('done', models.PositiveIntegerField(default=0, help_text='Stamps drawn so far.')),
                ('sampled', models.PositiveIntegerField(default=0)),
                ('decoded', models.PositiveIntegerField(default=0)),
                ('file', models.CharField(blank=True, default='', max_length=200)),
                ('problem', models.CharField(blank=True, default='', max_length=300)),
                ('created_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('finished_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'verbose_name': 'print run',
                'verbose_name_plural': 'print runs',
                'ordering': ['-id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('first__gte', 1), ('last__gte', models.F('first'))), name='print_run_range'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'released'), _negated=True), models.Q(('decoded', models.F('sampled')), ('sampled__gte', 1)), _connector='OR'), name='print_run_released_only_if_read')],
            },
        ),
        migrations.CreateModel(
            name='Recall',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('scope', models.CharField(choices=[('lot', 'a lot'), ('batch', 'a batch of stamps'), ('range', 'a range of a batch'), ('certificate', 'a certificate')], max_length=11, verbose_name='scope')),
                ('lot', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='recalls', to='traceability.lot')),
                ('batch', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='recalls', to='traceability.stampbatch')),
                ('certificate', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='recalls', to='certification.certificate')),
                ('first', models.PositiveIntegerField(blank=True, null=True, verbose_name='from')),
                ('last', models.PositiveIntegerField(blank=True, null=True, verbose_name='to')),
                ('reason', models.TextField(max_length=600, verbose_name='reason, as consumers read it')),
                ('declared_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('declared_at', models.DateTimeField(auto_now_add=True)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'verbose_name': 'recall',
                'verbose_name_plural': 'recalls',
                'ordering': ['-id'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('batch__isnull', True), ('certificate__isnull', True), ('first__isnull', True), ('lot__isnull', False), ('scope', 'lot')), models.Q(('batch__isnull', False), ('certificate__isnull', True), ('first__isnull', True), ('lot__isnull', True), ('scope', 'batch')), models.Q(('batch__isnull', False), ('certificate__isnull', True), ('first__gte', 1), ('first__isnull', False), ('last__gte', models.F('first')), ('last__isnull', False), ('lot__isnull', True), ('scope', 'range')), models.Q(('batch__isnull', True), ('certificate__isnull', False), ('first__isnull', True), ('lot__isnull', True), ('scope', 'certificate')), _connector='OR'), name='recall_scope_whole'), models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True), ('scope', 'certificate')), fields=('certificate',), name='recall_certificate_once')],
            },
        ),
        migrations.CreateModel(
            name='RecallEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='traceability.recall')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('scope', models.CharField(choices=[('lot', 'a lot'), ('batch', 'a batch of stamps'), ('range', 'a range of a batch'), ('certificate', 'a certificate')], max_length=11, verbose_name='scope')),
                ('lot', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='traceability.lot')),
                ('batch', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='traceability.stampbatch')),
                ('certificate', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='certification.certificate')),
                ('first', models.PositiveIntegerField(blank=True, null=True, verbose_name='from')),
                ('last', models.PositiveIntegerField(blank=True, null=True, verbose_name='to')),
                ('reason', models.TextField(max_length=600, verbose_name='reason, as consumers read it')),
                ('declared_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('declared_at', models.DateTimeField(auto_now_add=True)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='RecallEnd',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.CharField(max_length=300, verbose_name='reason')),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('asked_at', models.DateTimeField(auto_now_add=True)),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('is_agreed', models.BooleanField(default=False)),
                ('recall', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ends', to='traceability.recall')),
            ],
            options={
                'verbose_name': 'end of a recall',
                'verbose_name_plural': 'ends of recalls',
                'ordering': ['-id'],
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='recallend_has_reason'), models.CheckConstraint(condition=models.Q(models.Q(('answered_at__isnull', True), ('answered_by__isnull', True), ('is_agreed', False)), models.Q(('answered_at__isnull', False), ('answered_by__isnull', False)), _connector='OR'), name='recallend_answer_whole'), models.CheckConstraint(condition=models.Q(('is_agreed', False), models.Q(('answered_by', models.F('asked_by')), _negated=True), _connector='OR'), name='recallend_two_people'), models.UniqueConstraint(condition=models.Q(('answered_at__isnull', True)), fields=('recall',), name='recallend_one_open')],
            },
        ),
        migrations.CreateModel(
            name='StampBatchEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='traceability.stampbatch')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('product', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='catalogue.product')),
                ('lot', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='traceability.lot')),
                ('prefix', models.CharField(editable=False, max_length=4, validators=[django.core.validators.RegexValidator('^[0-9A-HJKMNP-TV-Z]{4}$')])),
                ('count', models.PositiveIntegerField(verbose_name='stamps')),
                ('state', models.CharField(choices=[('generated', 'generated'), ('printed', 'printed'), ('delivered', 'delivered'), ('applied', 'applied'), ('active', 'active'), ('sold', 'sold'), ('void', 'void')], default='generated', max_length=10, verbose_name='state')),
                ('key', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='traceability.signingkey')),
                ('host', models.CharField(max_length=18)),
                ('gtin', models.CharField(blank=True, default='', max_length=14)),
                ('stars_at_print', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('certificate', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='certification.certificate')),
                ('void_reason', models.CharField(blank=True, max_length=300, verbose_name='reason')),
                ('is_illustrative', models.BooleanField(default=False)),
                ('created_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Stamp',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=12, unique=True, validators=[django.core.validators.RegexValidator('^[0-9A-HJKMNP-TV-Z]{12}$')])),
                ('product', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='stamps', to='catalogue.product')),
                ('batch', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='stamps', to='traceability.stampbatch')),
                ('position', models.PositiveIntegerField(blank=True, help_text='Place in the batch, from 1.', null=True)),
                ('is_page_code', models.BooleanField(default=False)),
                ('state_override', models.CharField(blank=True, db_default='', default='', max_length=10)),
                ('state_override_at', models.DateTimeField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name': 'stamp',
                'verbose_name_plural': 'stamps',
                'indexes': [models.Index(condition=models.Q(('state_override', 'void')), fields=['batch'], name='stamp_void')],
                'constraints': [models.CheckConstraint(condition=models.Q(('code__regex', '^[0-9A-HJKMNP-TV-Z]{12}$')), name='stamp_code_shape'), models.UniqueConstraint(condition=models.Q(('is_page_code', True)), fields=('product',), name='stamp_one_page_code'), models.CheckConstraint(condition=models.Q(models.Q(('batch__isnull', True), ('is_page_code', True), ('position__isnull', True)), models.Q(('batch__isnull', False), ('is_page_code', False), ('position__gte', 1), ('position__isnull', False)), _connector='OR'), name='stamp_page_or_batch'), models.UniqueConstraint(condition=models.Q(('batch__isnull', False)), fields=('batch', 'position'), name='stamp_position_once'), models.CheckConstraint(condition=models.Q(('state_override__in', ('', 'sold', 'void'))), name='stamp_state_override')],
            },
        ),
        migrations.CreateModel(
            name='SuspicionReport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.CharField(editable=False, max_length=10, unique=True)),
                ('code', models.CharField(blank=True, max_length=64, verbose_name='code on the stamp')),
                ('stamp', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='traceability.stamp')),
                ('text', models.TextField(max_length=2000, verbose_name='what is wrong')),
                ('where', models.CharField(blank=True, max_length=200, verbose_name='where it was seen')),
                ('contact', models.CharField(blank=True, max_length=120, verbose_name='how to reach you')),
                ('photo', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='media.evidence')),
                ('state', models.CharField(choices=[('new', 'new'), ('in_hand', 'in hand'), ('closed', 'closed')], default='new', max_length=7, verbose_name='state')),
                ('note', models.TextField(blank=True, verbose_name='note of the inspector')),
                ('inspector', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'verbose_name': 'report of a suspicious product',
                'verbose_name_plural': 'reports of suspicious products',
                'ordering': ['-id'],
            },
        ),
        migrations.CreateModel(
            name='Scan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('stamp', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='scans', to='traceability.stamp')),
                ('scanned_at', models.DateTimeField()),
                ('device', models.CharField(blank=True, default='', max_length=32)),
                ('province', models.CharField(blank=True, default='', help_text='Code of the province, if known.', max_length=8)),
                ('latitude', models.FloatField(blank=True, help_text='Rounded to 0.1 degrees, only with consent.', null=True)),
                ('longitude', models.FloatField(blank=True, null=True)),
                ('is_staff_scan', models.BooleanField(default=False, help_text='By a sales point.')),
            ],
            options={
                'verbose_name': 'scan',
                'verbose_name_plural': 'scans',
                'indexes': [models.Index(fields=['stamp', 'scanned_at'], name='scan_stamp_time')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('device', ''), _negated=True), fields=('stamp', 'device'), name='scan_once_a_device')],
            },
        ),
        migrations.CreateModel(
            name='ScanSummary',
            fields=[
                ('stamp', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='seen', serialize=False, to='traceability.stamp')),
                ('first_at', models.DateTimeField()),
                ('consumers_from', models.DateTimeField(blank=True, help_text='First scan by a consumer.', null=True)),
                ('consumers_until', models.DateTimeField(blank=True, help_text='Latest scan by a consumer.', null=True)),
                ('scans', models.PositiveIntegerField(default=0)),
                ('devices', models.PositiveIntegerField(default=0)),
                ('late', models.PositiveIntegerField(default=0, help_text='Of the devices, those long after the sale.')),
                ('provinces', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=8), default=list, size=None)),
                ('far_apart_km', models.FloatField(default=0)),
                ('score', models.FloatField(default=0)),
                ('cleared_at', models.DateTimeField(blank=True, help_text='An officer looked and found nothing wrong; only later scans count.', null=True)),
            ],
            options={
                'verbose_name': 'summary of scans',
                'verbose_name_plural': 'summaries of scans',
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('consumers_from__isnull', True), ('consumers_until__isnull', True)), models.Q(('consumers_from__isnull', False), ('consumers_from__lte', models.F('consumers_until'))), _connector='OR'), name='summary_times_in_order'), models.CheckConstraint(condition=models.Q(('late__lte', models.F('devices'))), name='summary_late_are_devices')],
            },
        ),
        migrations.CreateModel(
            name='CloneAlert',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('stamp', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='alerts', to='traceability.stamp')),
                ('score', models.FloatField()),
                ('reasons', models.JSONField(default=dict)),
                ('state', models.CharField(choices=[('new', 'new'), ('in_hand', 'in hand'), ('cleared', 'nothing wrong'), ('confirmed', 'copies found')], default='new', max_length=9, verbose_name='state')),
                ('note', models.TextField(blank=True, verbose_name='note')),
                ('officer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('opened_at', models.DateTimeField(auto_now_add=True)),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'verbose_name': 'alert of copies',
                'verbose_name_plural': 'alerts of copies',
                'ordering': ['-id'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ('new', 'in_hand'))), fields=('stamp',), name='clone_alert_one_open')],
            },
        ),
        migrations.CreateModel(
            name='StampEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='traceability.stamp')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('state_override', models.CharField(blank=True, db_default='', default='', max_length=10)),
                ('state_override_at', models.DateTimeField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='signingkey',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "traceability_signingkeyevent" ("created_at", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_key", "retired_at", "withdrawn_at") VALUES (NEW."created_at", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."number", NEW."public_key", NEW."retired_at", NEW."withdrawn_at"); RETURN NULL;', hash='76e61fcdb3cc51bf13bf5cc3756f5722352228ae', operation='INSERT', pgid='pgtrigger_insert_insert_f853b', table='traceability_signingkey', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='signingkey',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "traceability_signingkeyevent" ("created_at", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_key", "retired_at", "withdrawn_at") VALUES (NEW."created_at", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."number", NEW."public_key", NEW."retired_at", NEW."withdrawn_at"); RETURN NULL;', hash='3c10552b3d471306b764f0182a43096ac9549f29', operation='UPDATE', pgid='pgtrigger_update_update_74729', table='traceability_signingkey', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='capturedevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='891fe01597fae1d1520760b6d3feaf2dd36d35fb', operation='DELETE', pgid='pgtrigger_append_only_d3780', table='traceability_capturedevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='lot',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "traceability_lotevent" ("code", "created_at", "created_by_id", "expires_on", "id", "is_illustrative", "packed_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "produced_on", "product_id", "quantity", "quantity_unit", "test_report") VALUES (NEW."code", NEW."created_at", NEW."created_by_id", NEW."expires_on", NEW."id", NEW."is_illustrative", NEW."packed_on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."produced_on", NEW."product_id", NEW."quantity", NEW."quantity_unit", NEW."test_report"); RETURN NULL;', hash='56b555269bd65fa01cdab7a40a67019df9e46d2b', operation='INSERT', pgid='pgtrigger_insert_insert_652a3', table='traceability_lot', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='lot',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "traceability_lotevent" ("code", "created_at", "created_by_id", "expires_on", "id", "is_illustrative", "packed_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "produced_on", "product_id", "quantity", "quantity_unit", "test_report") VALUES (NEW."code", NEW."created_at", NEW."created_by_id", NEW."expires_on", NEW."id", NEW."is_illustrative", NEW."packed_on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."produced_on", NEW."product_id", NEW."quantity", NEW."quantity_unit", NEW."test_report"); RETURN NULL;', hash='fb4def71136d222f55c04190685939a80667cccd', operation='UPDATE', pgid='pgtrigger_update_update_bdb46', table='traceability_lot', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='lotinput',
            trigger=pgtrigger.compiler.Trigger(name='no_circle', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."source_lot_id" IS NOT NULL)', func="\n                    PERFORM pg_advisory_xact_lock(hashtext('traceability_lotinput'));\n                    IF EXISTS (\n                        WITH RECURSIVE source (id) AS (\n                            SELECT NEW.source_lot_id\n                            UNION\n                            SELECT input.source_lot_id\n                            FROM traceability_lotinput input JOIN source ON input.lot_id = source.id\n                            WHERE input.source_lot_id IS NOT NULL AND input.id IS DISTINCT FROM NEW.id\n                        )\n                        SELECT 1 FROM source WHERE id = NEW.lot_id\n                    ) THEN\n                        RAISE EXCEPTION 'lot % would go into itself', NEW.lot_id\n                            USING ERRCODE = 'check_violation', CONSTRAINT = 'lot_input_no_circle';\n                    END IF;\n                    RETURN NEW;\n                ", hash='06cfcd35827d3e937ce739652f36ddf8b34daef6', operation='INSERT OR UPDATE OF "lot_id", "source_lot_id"', pgid='pgtrigger_no_circle_3bf00', table='traceability_lotinput', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='lotinput',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "traceability_lotinputevent" ("id", "lot_id", "material", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "quantity", "quantity_unit", "source_lot_id") VALUES (NEW."id", NEW."lot_id", NEW."material", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place_id", NEW."quantity", NEW."quantity_unit", NEW."source_lot_id"); RETURN NULL;', hash='a037d4602721acc85a01db0404097e7d45cc8ede', operation='INSERT', pgid='pgtrigger_insert_insert_fc763', table='traceability_lotinput', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='lotinput',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "traceability_lotinputevent" ("id", "lot_id", "material", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "quantity", "quantity_unit", "source_lot_id") VALUES (NEW."id", NEW."lot_id", NEW."material", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place_id", NEW."quantity", NEW."quantity_unit", NEW."source_lot_id"); RETURN NULL;', hash='e2da02bb0112b811486f45b301bd906112b47032', operation='UPDATE', pgid='pgtrigger_update_update_df132', table='traceability_lotinput', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='lotinput',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "traceability_lotinputevent" ("id", "lot_id", "material", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "quantity", "quantity_unit", "source_lot_id") VALUES (OLD."id", OLD."lot_id", OLD."material", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place_id", OLD."quantity", OLD."quantity_unit", OLD."source_lot_id"); RETURN NULL;', hash='b8891f83b5b87fbc83f298c11ace82007f220a20', operation='DELETE', pgid='pgtrigger_delete_delete_0b197', table='traceability_lotinput', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='event',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='c5e111e20c182d8a0ac322569cb9deb3661bda57', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_b8350', table='traceability_event', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='recallend',
            trigger=pgtrigger.compiler.Trigger(name='recallend_is_kept', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='a75d5cfa89209f039533f86c55dde7fe49a2e00e', operation='DELETE', pgid='pgtrigger_recallend_is_kept_07fa7', table='traceability_recallend', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='recallend',
            trigger=pgtrigger.compiler.Trigger(name='recallend_answered_once', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."answered_at" IS NOT NULL)', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='7f60393b50019ccac856364dc143c03821b0260e', operation='UPDATE', pgid='pgtrigger_recallend_answered_once_ee94e', table='traceability_recallend', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='stampbatch',
            trigger=pgtrigger.compiler.Trigger(name='batch_steps', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."state" IS DISTINCT FROM (NEW."state"))', func="\n                    IF (OLD.state, NEW.state) NOT IN (('generated', 'printed'), ('generated', 'void'), ('printed', 'delivered'), ('printed', 'void'), ('delivered', 'applied'), ('delivered', 'void'), ('applied', 'active'), ('applied', 'void'), ('active', 'void')) THEN\n                        RAISE EXCEPTION 'a batch of stamps cannot go from % to %', OLD.state, NEW.state\n                            USING ERRCODE = 'check_violation', CONSTRAINT = 'stamp_batch_steps';\n                    END IF;\n                    IF NEW.state = 'printed' AND NOT EXISTS (\n                        SELECT 1 FROM traceability_stamp WHERE batch_id = NEW.id AND position = NEW.count\n                    ) THEN\n                        RAISE EXCEPTION 'batch % has not all its stamps yet', NEW.prefix\n                            USING ERRCODE = 'check_violation', CONSTRAINT = 'stamp_batch_whole';\n                    END IF;\n                    IF NEW.state IN ('applied', 'active') AND NEW.lot_id IS NULL THEN\n                        RAISE EXCEPTION 'batch % is on no lot', NEW.prefix\n                            USING ERRCODE = 'check_violation', CONSTRAINT = 'stamp_batch_on_lot';\n                    END IF;\n                    RETURN NEW;\n                ", hash='2021bc8e6db49b2a3851ec1af01aad8f2b4e43fd', operation='UPDATE OF "state"', pgid='pgtrigger_batch_steps_6f84b', table='traceability_stampbatch', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='stampbatch',
            trigger=pgtrigger.compiler.Trigger(name='batch_is_fixed', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."count" IS DISTINCT FROM (NEW."count") OR OLD."gtin" IS DISTINCT FROM (NEW."gtin") OR OLD."host" IS DISTINCT FROM (NEW."host") OR OLD."key_id" IS DISTINCT FROM (NEW."key_id") OR OLD."prefix" IS DISTINCT FROM (NEW."prefix") OR OLD."product_id" IS DISTINCT FROM (NEW."product_id"))', func="\n                    RAISE EXCEPTION 'what the stamps of batch % say cannot be changed', OLD.prefix\n                        USING ERRCODE = 'check_violation', CONSTRAINT = 'stamp_batch_fixed';\n                ", hash='936b18cc59b10d578ec57bc5dc4dd4711420577d', operation='UPDATE OF "product_id", "prefix", "count", "host", "gtin", "key_id"', pgid='pgtrigger_batch_is_fixed_b5bc8', table='traceability_stampbatch', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='stampbatch',
            trigger=pgtrigger.compiler.Trigger(name='batch_lot_fits', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."lot_id" IS NOT NULL)', func="\n                    IF NOT EXISTS (\n                        SELECT 1 FROM traceability_lot WHERE id = NEW.lot_id AND product_id = NEW.product_id\n                    ) THEN\n                        RAISE EXCEPTION 'lot % is of another product', NEW.lot_id\n                            USING ERRCODE = 'check_violation', CONSTRAINT = 'stamp_batch_lot_fits';\n                    END IF;\n                    RETURN NEW;\n                ", hash='208bbf493ee6192b3823d2458c81efa2dccdf5b5', operation='INSERT OR UPDATE OF "lot_id"', pgid='pgtrigger_batch_lot_fits_291a5', table='traceability_stampbatch', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='stampbatch',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "traceability_stampbatchevent" ("certificate_id", "count", "created_at", "created_by_id", "gtin", "host", "id", "is_illustrative", "key_id", "lot_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prefix", "product_id", "stars_at_print", "state", "void_reason") VALUES (NEW."certificate_id", NEW."count", NEW."created_at", NEW."created_by_id", NEW."gtin", NEW."host", NEW."id", NEW."is_illustrative", NEW."key_id", NEW."lot_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."prefix", NEW."product_id", NEW."stars_at_print", NEW."state", NEW."void_reason"); RETURN NULL;', hash='c5b249cdd09067b78f76a89178d2b356bf17cf71', operation='INSERT', pgid='pgtrigger_insert_insert_c3cdc', table='traceability_stampbatch', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='stampbatch',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "traceability_stampbatchevent" ("certificate_id", "count", "created_at", "created_by_id", "gtin", "host", "id", "is_illustrative", "key_id", "lot_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prefix", "product_id", "stars_at_print", "state", "void_reason") VALUES (NEW."certificate_id", NEW."count", NEW."created_at", NEW."created_by_id", NEW."gtin", NEW."host", NEW."id", NEW."is_illustrative", NEW."key_id", NEW."lot_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."prefix", NEW."product_id", NEW."stars_at_print", NEW."state", NEW."void_reason"); RETURN NULL;', hash='1e27b41b0f4c54b9ebe2f4b33551f2db81638029', operation='UPDATE', pgid='pgtrigger_update_update_6792c', table='traceability_stampbatch', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='stamp',
            trigger=pgtrigger.compiler.Trigger(name='stamp_steps', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."state_override" IS DISTINCT FROM (NEW."state_override"))', func="\n                    IF (OLD.state_override, NEW.state_override)\n                        NOT IN (('', 'sold'), ('', 'void'), ('sold', 'void')) THEN\n                        RAISE EXCEPTION 'a stamp cannot go from % to %', OLD.state_override, NEW.state_override\n                            USING ERRCODE = 'check_violation', CONSTRAINT = 'stamp_steps';\n                    END IF;\n                    IF NEW.state_override = 'sold' AND NOT EXISTS (\n                        SELECT 1 FROM traceability_stampbatch WHERE id = NEW.batch_id AND state = 'active'\n                    ) THEN\n                        RAISE EXCEPTION 'only an active stamp can be sold'\n                            USING ERRCODE = 'check_violation', CONSTRAINT = 'stamp_steps';\n                    END IF;\n                    RETURN NEW;\n                ", hash='c98497af1a9b097f4993b9e628c9548ce08756eb', operation='UPDATE OF "state_override"', pgid='pgtrigger_stamp_steps_54251', table='traceability_stamp', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='stamp',
            trigger=pgtrigger.compiler.Trigger(name='code_is_for_ever', sql=pgtrigger.compiler.UpsertTriggerSql(func='RAISE EXCEPTION \'pgtrigger: Cannot update of "code" rows from % table\', TG_TABLE_NAME;', hash='376d1c9d10721ea8d43bd41463aaccca0539fcc1', operation='UPDATE OF "code"', pgid='pgtrigger_code_is_for_ever_9105c', table='traceability_stamp', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='stamp',
            trigger=pgtrigger.compiler.Trigger(name='state_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."state_override" IS DISTINCT FROM (NEW."state_override") OR OLD."withdrawn_at" IS DISTINCT FROM (NEW."withdrawn_at"))', func='INSERT INTO "traceability_stampevent" ("pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state_override", "state_override_at", "withdrawn_at") VALUES (_pgh_attach_context(), NOW(), \'state\', NEW."id", NEW."state_override", NEW."state_override_at", NEW."withdrawn_at"); RETURN NULL;', hash='6d97fa550f48a19903c6aeb7708671d6188750c4', operation='UPDATE', pgid='pgtrigger_state_update_8a482', table='traceability_stamp', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='recall',
            trigger=pgtrigger.compiler.Trigger(name='recall_ends_by_two', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."ended_at" IS NOT NULL)', func="\n                    IF NOT EXISTS (SELECT FROM traceability_recallend WHERE recall_id = NEW.id AND is_agreed) THEN\n                        RAISE EXCEPTION 'recall % ends without the agreement of a second officer', NEW.id\n                            USING ERRCODE = 'check_violation';\n                    END IF;\n                    RETURN NEW;\n                ", hash='185ecb54f269ab6520e661fc18b6c7c348ccecc5', operation='INSERT OR UPDATE', pgid='pgtrigger_recall_ends_by_two_96683', table='traceability_recall', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='recall',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "traceability_recallevent" ("batch_id", "certificate_id", "declared_at", "declared_by_id", "ended_at", "first", "id", "last", "lot_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "scope") VALUES (NEW."batch_id", NEW."certificate_id", NEW."declared_at", NEW."declared_by_id", NEW."ended_at", NEW."first", NEW."id", NEW."last", NEW."lot_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."scope"); RETURN NULL;', hash='903dfda1e77ffe4b6f1aa0941619905a51345959', operation='INSERT', pgid='pgtrigger_insert_insert_9e75f', table='traceability_recall', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='recall',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "traceability_recallevent" ("batch_id", "certificate_id", "declared_at", "declared_by_id", "ended_at", "first", "id", "last", "lot_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "scope") VALUES (NEW."batch_id", NEW."certificate_id", NEW."declared_at", NEW."declared_by_id", NEW."ended_at", NEW."first", NEW."id", NEW."last", NEW."lot_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."scope"); RETURN NULL;', hash='f427cec454b8498d8e56254558f63b334bfdadde', operation='UPDATE', pgid='pgtrigger_update_update_2ffd9', table='traceability_recall', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='suspicionreport',
            trigger=pgtrigger.compiler.Trigger(name='photo_stays', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."photo_id" IS DISTINCT FROM (NEW."photo_id"))', func='RAISE EXCEPTION \'pgtrigger: Cannot update of "photo_id" rows from % table\', TG_TABLE_NAME;', hash='76992d748bd3a9ea97839f6710b685b230f0b378', operation='UPDATE OF "photo_id"', pgid='pgtrigger_photo_stays_ae4bf', table='traceability_suspicionreport', when='BEFORE')),
        ),
        migrations.RunSQL(SCANNED_PACK, 'DROP FUNCTION traceability_scanned_pack(text)'),
    ]
