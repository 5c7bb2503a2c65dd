"""`manage.py bench_stamps`: how long a million serials take, written as a producer's would be, then taken away."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection, transaction

from catalogue.products.models import Product
from catalogue.traceability.models import Stamp
from catalogue.traceability.stamps import keys
from catalogue.traceability.stamps.batches import create_batch, fill_batch
from catalogue.traceability.stamps.queries import generated_count

TARGET_SECONDS = 60


class Command(BaseCommand):
    help = "Time the making of a batch of stamps; nothing of it stays in the database."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--count", type=int, default=1_000_000)

    def handle(self, *args: Any, count: int, **options: Any) -> None:
        product = Product.objects.first()
        if product is None:
            raise CommandError("The register is empty: run load_register first.")
        with transaction.atomic():
            keys.ensure_current_key()
            batch = create_batch(product=product, count=count)
            with connection.cursor() as cursor:  # foreign keys are checked with each chunk, as at its commit
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            start = time.perf_counter()
            fill_batch(batch=batch)
            seconds = time.perf_counter() - start
            made, distinct = (
                generated_count(batch),
                Stamp.objects.filter(batch=batch).values("code").distinct().count(),
            )
            transaction.set_rollback(True)
        self.stdout.write(f"{made} serials ({distinct} different) in {seconds:.1f} s, {made / seconds:,.0f} a second")
        self.stdout.write(f"target for 1,000,000: at most {TARGET_SECONDS} s")
