"""`manage.py bench`: how long the main pages take in process, and how many queries they make."""

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
from storefront.caching.bench import rates

WARM_UP = 5


class Command(BaseCommand):
    help = "Time the main pages in one process (no network) and count their queries."

    def add_arguments(self, parser):
        parser.add_argument("--rounds", type=int, default=50)

    def handle(self, *args, rounds: int, **options):
        product = Product.objects.filter(certificates__isnull=False, producer__isnull=False).first()
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
        self.stdout.write(f"{'page':<10}{'p50 ms':>9}{'p95 ms':>9}{'kB':>8}{'queries':>9}")
        settings.ALLOWED_HOSTS = ["*"]
        settings.PAGE_CACHE_MB = 0  # first what it takes to render
        settings.QUERY_LOG_FLUSH_SECONDS = 0  # these are no searches of people
        client = Client()
        for name, url in pages.items():
            for _ in range(WARM_UP):
                response = client.get(url)
            if response.status_code != 200:
                self.stderr.write(f"{name}: {url} answered {response.status_code}")
                continue
            with CaptureQueriesContext(connection) as queries:
                client.get(url)
            n_queries = len(queries)  # later requests empty the log
            times = []
            for _ in range(rounds):
                start = time.perf_counter()
                client.get(url)
                times.append((time.perf_counter() - start) * 1000)
            p95 = statistics.quantiles(times, n=20)[-1]
            size = len(response.content) / 1000
            self.stdout.write(f"{name:<10}{statistics.median(times):>9.1f}{p95:>9.1f}{size:>8.1f}{n_queries:>9}")
        self.stdout.write("\nanswers a second, one thread")
        for what, rate in rates({name: pages[name] for name in ("product", "stamp")}):
            self.stdout.write(f"{what:<24}{rate:>9.0f}")
