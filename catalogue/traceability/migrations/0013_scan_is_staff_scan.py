from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("traceability", "0012_recalls_end_by_two")]

    operations = [migrations.RenameField("scan", "is_counter", "is_staff_scan")]
