import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import storefront.public.complaints.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('catalogue', '0001_initial'),
        ('pghistory', '0007_auto_20250421_0444'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Complaint',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.CharField(default=storefront.public.complaints.models.new_reference, editable=False, max_length=20, unique=True, verbose_name='reference number')),
                ('kind', models.CharField(choices=[('product', 'A product: quality, label, information'), ('order', 'An order: delivery, payment, return'), ('certificate', 'A certificate or its stars'), ('content', 'Something wrong on this site'), ('other', 'Something else')], max_length=12, verbose_name='about')),
                ('product', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='catalogue.product', verbose_name='product')),
                ('subject', models.CharField(blank=True, max_length=200, verbose_name='which one')),
                ('text', models.TextField(max_length=4000, verbose_name='text')),
                ('name', models.CharField(blank=True, max_length=120, verbose_name='name')),
                ('phone', models.CharField(blank=True, max_length=20, verbose_name='phone number')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mail')),
                ('language', models.CharField(default='vi', editable=False, max_length=5)),
                ('state', models.CharField(choices=[('new', 'received, not yet read'), ('in_hand', 'being looked into'), ('closed', 'answered and closed')], default='new', max_length=8, verbose_name='state')),
                ('answer', models.TextField(blank=True, help_text='Whoever has the reference number reads it. Write no personal data.', max_length=4000, verbose_name='answer')),
                ('handled_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='handled by')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='received at')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='last change')),
            ],
            options={
                'verbose_name': 'complaint',
                'verbose_name_plural': 'complaints',
                'ordering': ['-created_at', '-id'],
                'default_permissions': ('view', 'change', 'delete'),
                'indexes': [models.Index(fields=['state', '-created_at'], name='complaint_queue')],
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['product', 'order', 'certificate', 'content', 'other'])), name='complaint_kind'), models.CheckConstraint(condition=models.Q(('state__in', ['new', 'in_hand', 'closed'])), name='complaint_state'), models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='complaint_has_a_text'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'closed'), _negated=True), models.Q(('answer', ''), _negated=True), _connector='OR'), name='complaint_closed_has_answer', violation_error_message='A closed complaint needs an answer.')],
            },
        ),
        migrations.CreateModel(
            name='ComplaintEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='complaints.complaint')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('state', models.CharField(choices=[('new', 'received, not yet read'), ('in_hand', 'being looked into'), ('closed', 'answered and closed')], default='new', max_length=8, verbose_name='state')),
                ('answer', models.TextField(blank=True, help_text='Whoever has the reference number reads it. Write no personal data.', max_length=4000, verbose_name='answer')),
                ('handled_by', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='handled by')),
            ],
            options={
                'abstract': False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='complaint',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "complaints_complaintevent" ("answer", "handled_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state") VALUES (NEW."answer", NEW."handled_by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."state"); RETURN NULL;', hash='71be1ddb86d908fe6c9cb1780a44e9174feb2f9e', operation='INSERT', pgid='pgtrigger_insert_insert_85fac', table='complaints_complaint', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='complaint',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."answer" IS DISTINCT FROM (NEW."answer") OR OLD."handled_by_id" IS DISTINCT FROM (NEW."handled_by_id") OR OLD."state" IS DISTINCT FROM (NEW."state"))', func='INSERT INTO "complaints_complaintevent" ("answer", "handled_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state") VALUES (NEW."answer", NEW."handled_by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."state"); RETURN NULL;', hash='fb409d684f026f5bc52c243831123e26cb483d49', operation='UPDATE', pgid='pgtrigger_update_update_36c30', table='complaints_complaint', when='AFTER')),
        ),
    ]
