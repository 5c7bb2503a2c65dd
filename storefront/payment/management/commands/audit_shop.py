"""`manage.py audit_shop`: prove that payments, parcels and stock agree; ends with 1 and names each difference."""

from django.core.management.base import BaseCommand, CommandError

from storefront.payment.audit import differences


class Command(BaseCommand):
    help = "Prove that payments = shares, what went back came in, and stock = on hand − allocations."

    def handle(self, *args: object, **options: object) -> None:
        found = list(differences())
        for line in found:
            self.stdout.write(line)
        if found:
            raise CommandError(f"{len(found)} differences")
        self.stdout.write("No difference.")
