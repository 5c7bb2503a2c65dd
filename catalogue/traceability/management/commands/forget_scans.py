"""`manage.py forget_scans`: apply the retention policy of scans now (the worker does it once a day)."""

from typing import Any

from django.core.management.base import BaseCommand

from catalogue.traceability.scans.services import forget_old_scans


class Command(BaseCommand):
    help = "Take device tokens and points from old scans and delete the oldest (SCAN_DEVICE_DAYS, SCAN_KEEP_DAYS)."

    def handle(self, *args: Any, **options: Any) -> None:
        forgotten = forget_old_scans()
        self.stdout.write(f"{forgotten.anonymised} anonymised, {forgotten.deleted} deleted")
