from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("traceability", "0009_evidence_apart")]

    operations = [migrations.RenameField("scan", "is_counter", "is_staff_scan")]
