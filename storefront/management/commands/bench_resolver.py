"""`manage.py bench_resolver`: how long the GS1 resolver and its parser take in process."""

import statistics
import time

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from catalogue.traceability.gs1.uri import parse
from catalogue.traceability.models import ProductGtin

WARM_UP = 10


class Command(BaseCommand):
    help = "Time redirects, link sets and refusals of the GS1 resolver in one process (no network)."

    def add_arguments(self, parser):
        parser.add_argument("--rounds", type=int, default=200)

    def handle(self, *args, rounds: int, **options):
        item = ProductGtin.objects.filter(product__is_public=True).first()
        if item is None:
            self.stderr.write("No product has a GTIN: run load_demo first.")
            return
        gtin = f"/01/{item.gtin}"
        paths = {
            "redirect, GTIN": gtin,
            "redirect, pack": f"{gtin}/21/0123456789AB?s=1{'7' * 155}",
            "link set, GTIN": f"{gtin}?linkType=linkset",
            "link set, pack": f"{gtin}/10/L1/21/0123456789AB?linkType=linkset",
            "unknown GTIN": "/01/09520123456788",
            "wrong URI": f"{gtin}/17/260430",
        }
        settings.ALLOWED_HOSTS = ["*"]
        client = Client()
        self.stdout.write(f"{'answer':<18}{'p50 ms':>9}{'p95 ms':>9}{'queries':>9}   bar: p50 of a redirect ≤ 5 ms")
        for name, path in paths.items():
            for _ in range(WARM_UP):
                client.get(path)
            with CaptureQueriesContext(connection) as queries:
                client.get(path)
            count = len(queries)
            times = [_milliseconds(client.get, path) for _ in range(rounds)]
            p95 = statistics.quantiles(times, n=20)[-1]
            self.stdout.write(f"{name:<18}{statistics.median(times):>9.2f}{p95:>9.2f}{count:>9}")
        uri = f"https://a.example{paths['link set, pack']}&17=260430"
        parsed = statistics.median(_milliseconds(parse, uri) for _ in range(rounds * 5))
        self.stdout.write(f"{'one URI parsed':<18}{parsed:>9.3f}")


def _milliseconds(function, argument: str) -> float:
    start = time.perf_counter()
    function(argument)
    return (time.perf_counter() - start) * 1000
