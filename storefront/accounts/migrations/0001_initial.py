import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
import storefront.accounts.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
    ]

    operations = [
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                ('email', models.EmailField(max_length=254, verbose_name='e-mail')),
                ('first_name', models.CharField(blank=True, max_length=150, verbose_name='given name')),
                ('last_name', models.CharField(blank=True, max_length=150, verbose_name='family name')),
                ('is_staff', models.BooleanField(default=False, verbose_name='may enter the back office')),
                ('is_active', models.BooleanField(default=True, verbose_name='active')),
                ('date_joined', models.DateTimeField(default=django.utils.timezone.now, verbose_name='joined')),
                ('session_generation', models.PositiveIntegerField(default=0, editable=False)),
                ('groups', models.ManyToManyField(blank=True, help_text='The groups this user belongs to. A user will get all permissions granted to each of their groups.', related_name='user_set', related_query_name='user', to='auth.group', verbose_name='groups')),
                ('user_permissions', models.ManyToManyField(blank=True, help_text='Specific permissions for this user.', related_name='user_set', related_query_name='user', to='auth.permission', verbose_name='user permissions')),
            ],
            options={
                'verbose_name': 'account',
                'verbose_name_plural': 'accounts',
                'ordering': ['email'],
                'constraints': [models.UniqueConstraint(django.db.models.functions.text.Lower('email'), name='user_email_once')],
            },
            managers=[
                ('objects', storefront.accounts.models.UserManager()),
            ],
        ),
        migrations.CreateModel(
            name='SecondFactorReset',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.CharField(max_length=300, verbose_name='reason')),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('asked_at', models.DateTimeField(auto_now_add=True)),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('is_agreed', models.BooleanField(default=False)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='second_factor_resets', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'reset of a second step',
                'verbose_name_plural': 'resets of second steps',
                'ordering': ['-id'],
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='secondfactorreset_has_reason'), models.CheckConstraint(condition=models.Q(models.Q(('answered_at__isnull', True), ('answered_by__isnull', True), ('is_agreed', False)), models.Q(('answered_at__isnull', False), ('answered_by__isnull', False)), _connector='OR'), name='secondfactorreset_answer_whole'), models.CheckConstraint(condition=models.Q(('is_agreed', False), models.Q(('answered_by', models.F('asked_by')), _negated=True), _connector='OR'), name='secondfactorreset_two_people'), models.UniqueConstraint(condition=models.Q(('answered_at__isnull', True)), fields=('person',), name='secondfactorreset_one_open'), models.CheckConstraint(condition=models.Q(('asked_by', models.F('person')), _negated=True), name='secondfactorreset_asked_by_another'), models.CheckConstraint(condition=models.Q(('is_agreed', False), models.Q(('answered_by', models.F('person')), _negated=True), _connector='OR'), name='secondfactorreset_agreed_by_another')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='secondfactorreset',
            trigger=pgtrigger.compiler.Trigger(name='secondfactorreset_is_kept', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='30d095c9c15989d0355c3173f594080288df4dfb', operation='DELETE', pgid='pgtrigger_secondfactorreset_is_kept_ff459', table='accounts_secondfactorreset', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='secondfactorreset',
            trigger=pgtrigger.compiler.Trigger(name='secondfactorreset_answered_once', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."answered_at" IS NOT NULL)', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='41f5dc84f9a86e39f39a2020a39078e0ea8d1a06', operation='UPDATE', pgid='pgtrigger_secondfactorreset_answered_once_f16ba', table='accounts_secondfactorreset', when='BEFORE')),
        ),
    ]
