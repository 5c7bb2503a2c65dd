"""`manage.py stamp_batch`: make a batch of stamps, or go on with batches that a kill left half made."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from catalogue.products.models import Product
from catalogue.traceability.errors import TraceRefused
from catalogue.traceability.models import StampBatch, StampState
from catalogue.traceability.stamps.batches import create_batch, fill_batch
from catalogue.traceability.stamps.keys import KeyProblem


class Command(BaseCommand):
    help = "Make a batch of stamps (PRODUCT slug and COUNT), or --resume all that are not whole."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("product", nargs="?", help="slug of the product")
        parser.add_argument("count", nargs="?", type=int)
        parser.add_argument("--lot", help="lot number, where the stamps are for one lot")
        parser.add_argument("--resume", action="store_true", help="finish what was interrupted")

    def handle(
        self, *args: Any, product: str | None, count: int | None, lot: str | None, resume: bool, **options: Any
    ) -> None:
        if resume:
            for batch in StampBatch.objects.filter(state=StampState.GENERATED):
                self._fill(batch)
            return
        if not product or not count:
            raise CommandError("Name a product (its slug) and how many stamps, or say --resume.")
        item = Product.objects.filter(slug=product).first()
        if item is None:
            raise CommandError(f"There is no product {product!r}.")
        of_lot = item.lots.filter(code=lot).first() if lot else None
        if lot and of_lot is None:
            raise CommandError(f"{item} has no lot {lot!r}.")
        try:
            self._fill(create_batch(product=item, count=count, lot=of_lot))
        except (TraceRefused, KeyProblem) as refusal:
            raise CommandError(str(refusal)) from refusal

    def _fill(self, batch: StampBatch) -> None:
        start = time.perf_counter()
        made = fill_batch(batch=batch)
        if made:
            self.stdout.write(f"Batch {batch.prefix}: {made} stamps made in {time.perf_counter() - start:.1f} s")
