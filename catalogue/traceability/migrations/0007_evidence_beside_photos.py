"""Room for evidence beside the pictures of the library; the next migration moves it."""

import django.db.models.deletion
import pgtrigger.migrations
from django.db import migrations, models


def _evidence():
    return models.ForeignKey(
        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='media.evidence'
    )


def _library_photo():
    """Without its index, whose name the new field needs."""
    return models.ForeignKey(
        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='media.photo',
        db_index=False,
    )


class Migration(migrations.Migration):

    dependencies = [
        ('media', '0002_evidence'),
        ('traceability', '0006_copies_by_consumers'),
    ]

    operations = [
        # Events cannot be changed; this trigger comes back with 0009.
        pgtrigger.migrations.RemoveTrigger(model_name='event', name='append_only'),
        migrations.RenameField('event', 'photo', 'library_photo'),
        migrations.RenameField('event', 'evidence', 'evidence_file'),
        migrations.RenameField('suspicionreport', 'photo', 'library_photo'),
        migrations.AlterField('event', 'library_photo', _library_photo()),
        migrations.AlterField('suspicionreport', 'library_photo', _library_photo()),
        migrations.AddField('event', 'photo', _evidence()),
        migrations.AddField('event', 'evidence', models.ForeignKey(
            blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='media.evidence',
            verbose_name='evidence',
        )),
        migrations.AddField('suspicionreport', 'photo', _evidence()),
    ]
