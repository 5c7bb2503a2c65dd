"""`manage.py bench_scan`: scans a second against an empty view of the same server in the same run.

Both go through the whole application, one thread, no network. Every scan is of another pack or by another device,
with its signature checked; a new one fetches the picture too, and is recorded by the thread that does so in the web
server. The two take turns, so
that a busy machine slows both alike. The lot and the batch it makes are deleted again.
"""

import statistics
import time

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.core.wsgi import get_wsgi_application

from catalogue.products.models import Product
from catalogue.traceability.lots.services import create_lot
from catalogue.traceability.models import Scan, ScanSummary, Stamp, StampBatch
from catalogue.traceability.scans.services import recorder
from catalogue.traceability.stamps.batches import (
    activate_batch,
    apply_to_lot,
    make_batch,
    mark_delivered,
    mark_printed,
)
from catalogue.traceability.stamps.keys import KeyProblem, ensure_current_key, signer_for
from storefront.public.scan.marks import Mark, mark_address
from storefront.web.caching.bench import get

PACKS = 400
PHONES = 5
TURN_SECONDS = 0.5
TARGET = 0.6
BROWSER = {
    "HTTP_ACCEPT": "text/html",
    "HTTP_USER_AGENT": "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/131.0 Mobile Safari/537.36",
    "HTTP_ACCEPT_LANGUAGE": "vi-VN,vi;q=0.9",
    "HTTP_ACCEPT_ENCODING": "identity",
}


class Command(BaseCommand):
    help = "Scans a second against an empty view (target: at least 60 %)."

    def add_arguments(self, parser):
        parser.add_argument("--turns", type=int, default=10)

    def handle(self, *args, turns: int, **options):
        product = Product.objects.filter(certificates__isnull=False, is_public=True).first()
        if product is None:
            raise CommandError("The register is empty: run load_register first.")
        try:
            ensure_current_key()
        except KeyProblem as problem:
            raise CommandError(str(problem)) from problem
        lot = create_lot(product=product, code=f"BENCH-{time.time():.0f}", is_illustrative=True)
        batch = make_batch(product=product, lot=lot, count=PACKS, is_illustrative=True)
        try:
            for step in (mark_printed, mark_delivered, apply_to_lot, activate_batch):
                batch = step(batch=batch)
            self._measure(batch, turns)
        finally:
            recorder.flush()
            stamps = Stamp.objects.filter(batch=batch)
            Scan.objects.filter(stamp__in=stamps).delete()
            ScanSummary.objects.filter(stamp__in=stamps).delete()
            stamps.delete()
            batch.delete()
            lot.delete()

    def _measure(self, batch: StampBatch, turns: int) -> None:
        settings.PAGE_CACHE_MB = settings.PAGE_CACHE_MB or 16
        application = get_wsgi_application()
        signer = signer_for(batch)
        stamps = list(batch.stamps.order_by("position"))
        addresses = [signer.url(host=batch.host, serial=stamp.code).partition(batch.host)[2] for stamp in stamps]
        pictures = [mark_address(code=stamp.code, mark=Mark(stamp.pk, counts=True)) for stamp in stamps]
        empty, known, crowd, seen = [], [], [], []
        _get(application, "/healthz", 0)
        _get(application, addresses[0], 0)
        start = time.perf_counter()
        for phone in range(PHONES):
            for address, picture in zip(addresses, pictures, strict=True):
                _get(application, address, phone)
                _get(application, picture, phone)
        new = PACKS * PHONES / (time.perf_counter() - start)
        recorder.flush()
        for address in addresses:  # what the scans before have changed is judged anew once
            _get(application, address, 0)
        number = 0
        for _turn in range(turns):
            empty.append(_rate(lambda _n: _get(application, "/healthz", 0), 0)[0])
            rate, number = _rate(lambda n: _get(application, addresses[n % PACKS], n // PACKS % PHONES), number)
            known.append(rate)
            crowd.append(_rate(lambda _n: _get(application, addresses[0], 0), 0)[0])
            seen.append(_rate(lambda _n: _get(application, pictures[0], 0), 0)[0])
        recorder.flush()
        one = statistics.median(empty)
        self.stdout.write(f"empty view               {one:>6.0f} a second")
        shares = {f"scans of {PACKS} packs": statistics.median(known), "scans of one pack": statistics.median(crowd)}
        for name, rate in {**shares, "pictures": statistics.median(seen), "each by a new device": new}.items():
            self.stdout.write(f"{name:<24} {rate:>6.0f} a second, {rate / one:.0%} of the empty view")
        recorded = Scan.objects.filter(stamp__batch=batch).count()
        self.stdout.write(f"{recorded} scans recorded, one for each of {PHONES} devices and {PACKS} packs")
        if min(shares.values()) < TARGET * one:
            raise CommandError(f"slower than the target of {TARGET:.0%}")


def _rate(call, number: int) -> tuple[float, int]:
    start, first = time.perf_counter(), number
    while time.perf_counter() - start < TURN_SECONDS:
        call(number)
        number += 1
    return (number - first) / (time.perf_counter() - start), number


def _get(application, address: str, phone: int) -> None:
    network = f"198.51.{phone}.7"
    get(application, address, **BROWSER, REMOTE_ADDR=network, HTTP_X_FORWARDED_FOR=network)
