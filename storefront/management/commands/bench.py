"""`manage.py bench`: what the main pages cost in process: time, queries, and how many empty views that is.

The ratio judges, not the time: pages and the empty view are asked in turn, so a busy machine slows both alike.
"""

import platform
import statistics
import time

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from catalogue.products.models import Product
from catalogue.traceability.models import Stamp
from storefront.web.caching.bench import rates

WARM_UP = 5
EMPTY_VIEW = "/healthz"
BAR_EMPTY_VIEWS, BAR_QUERIES = 25, 12
JUDGED = ("home", "product", "producer", "stamp")
"""Pages that must not cost more than that, rendered anew."""


class Command(BaseCommand):
    help = "Time the main pages in one process (no network), beside an empty view, and count their queries."

    def add_arguments(self, parser):
        parser.add_argument("--rounds", type=int, default=50)

    def handle(self, *args, rounds: int, **options):
        product = Product.objects.filter(certificates__isnull=False, producer__isnull=False).order_by("pk").first()
        if product is None:
            self.stderr.write("The register is empty: run load_register first.")
            return
        stamp = Stamp.objects.get(product=product, is_page_code=True)
        pages = {
            "home": "/",
            "listing": "/san-pham/",
            "search": "/tim-kiem/?q=ca+phe+bot",
            "product": product.get_absolute_url(),
            "producer": product.producer.get_absolute_url(),
            "stamp": stamp.get_absolute_url(),
            "api": "/api/v1/products?q=ca+phe&page_size=20",
        }
        products = Product.objects.count()
        self.stdout.write(f"Python {platform.python_version()}, {platform.machine()}, {products} products")
        settings.ALLOWED_HOSTS = ["*"]
        settings.PAGE_CACHE_MB = 0  # first what it takes to render
        settings.QUERY_LOG_FLUSH_SECONDS = 0  # these are no searches of people
        self._report(pages, rounds)
        self.stdout.write("\nanswers a second, one thread")
        for what, rate in rates({name: pages[name] for name in ("product", "stamp")}):
            self.stdout.write(f"{what:<24}{rate:>9.0f}")

    def _report(self, pages: dict[str, str], rounds: int) -> None:
        client = Client()
        sizes, queries = {}, {}
        for name, url in pages.items():
            for _ in range(WARM_UP):
                response = client.get(url)
            if response.status_code != 200:
                self.stderr.write(f"{name}: {url} answered {response.status_code}")
            sizes[name] = len(response.content) / 1000
            with CaptureQueriesContext(connection) as captured:
                client.get(url)
            queries[name] = len(captured)  # later requests empty the log
        times, empty = _times(client, pages, rounds)
        self.stdout.write(f"rendered anew; an empty view takes {statistics.median(empty):.2f} ms")
        self.stdout.write(f"{'page':<10}{'p50 ms':>9}{'p95 ms':>9}{'kB':>8}{'queries':>9}{'empty views':>13}")
        for name, measured in times.items():
            median, p95 = statistics.median(measured), statistics.quantiles(measured, n=20)[-1]
            ratio = median / statistics.median(empty)
            line = f"{name:<10}{median:>9.1f}{p95:>9.1f}{sizes[name]:>8.1f}{queries[name]:>9}{ratio:>13.0f}"
            if name in JUDGED:
                is_met = ratio <= BAR_EMPTY_VIEWS and queries[name] <= BAR_QUERIES
                bar = f"bar ≤ {BAR_EMPTY_VIEWS} empty views, ≤ {BAR_QUERIES} queries"
                line += f"   {bar}: {'met' if is_met else 'missed'}"
            self.stdout.write(line)


def _times(client: Client, pages: dict[str, str], rounds: int) -> tuple[dict[str, list[float]], list[float]]:
    """Milliseconds of every page in every round, and of the empty view, asked before each page."""
    times: dict[str, list[float]] = {name: [] for name in pages}
    empty: list[float] = []
    for _ in range(rounds):
        for name, url in pages.items():
            empty.append(_milliseconds(client, EMPTY_VIEW))
            times[name].append(_milliseconds(client, url))
    return times, empty


def _milliseconds(client: Client, url: str) -> float:
    start = time.perf_counter()
    client.get(url)
    return (time.perf_counter() - start) * 1000
