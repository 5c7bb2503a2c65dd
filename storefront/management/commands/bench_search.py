"""`manage.py bench_search`: the figures of docs/search.md, measured here and now."""

import dataclasses
import os
import platform
import statistics
import tempfile
import time
import timeit
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand
from django.test import Client
from django.test.utils import override_settings

from search.bench.made_up import BATCH, Maker
from search.bench.peers import Peers, throw_away_database
from search.content_index import upkeep as kinds
from search.contract import SearchQuery, SearchResult
from search.engines.shared import fill
from search.engines.tantivy import TantivyEngine
from search.intent import read
from search.suggestions.entries import other_entries, product_entries
from search.suggestions.index import suggestion_index
from search.suggestions.queries import suggest
from storefront.runtime.elasticsearch import Cluster, why_not

TEXTS = (
    "cà phê bột", "ca phe cu mgar 4 sao", "mắc ca", "macca krong nang", "sầu riêng sấy", "sau rieng krong pac",
    "mật ong", "hat dieu", "caphe", "krongpac", "ca2 phe6", "bơ", "bo 034", "tinh bột nghệ", "htx ea kar",
    "đông trùng hạ thảo", "nước mắm", "banh trang phu yen", "macadmia", "buon ma thuot", "yen sao", "gạo st25",
    "coffee", "trà mãng cầu", "muối", "tiêu đen",
)  # fmt: skip
TYPED = ("ca", "ca ph", "phê bột", "krong pac", "mac c", "macadmia", "mật o", "sau rieng s", "trà m", "buôn ma")
ROUNDS = 5


PLAIN_STATIC = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}


def speed_of_machine() -> float:
    """Microseconds that plain Python takes to add up 100 numbers: 0.5 on a fast machine, 1 on a slow one."""
    return min(timeit.repeat("sum(range(100))", number=20_000, repeat=5)) / 20_000 * 1e6


def as_new(documents: list) -> Iterator[list]:
    """The same documents, of which no engine has worked out anything yet, in batches as a rebuild has them."""
    for start in range(0, len(documents), BATCH):
        yield [dataclasses.replace(document) for document in documents[start : start + BATCH]]


class Command(BaseCommand):
    help = "Time indexing, searching and suggesting on made-up documents, beside two peers."

    def add_arguments(self, parser):
        parser.add_argument("--small", type=int, default=20_000, help="documents of the first index")
        parser.add_argument("--large", type=int, default=500_000, help="documents of the second index; 0: none")
        parser.add_argument("--seed", type=int, default=1)

    def handle(self, *args, small: int, large: int, seed: int, **options):
        self.say(f"{platform.processor() or platform.machine()}, {os.cpu_count()} cores, Python "
                 f"{platform.python_version()}, load {os.getloadavg()[0]:.1f}")  # fmt: skip
        self.say(f"{'adding up 100 numbers':<52} {speed_of_machine():.2f} µs   to compare machines by")
        self.maker = Maker(seed)
        with tempfile.TemporaryDirectory(prefix="saobuon-bench-") as folder:
            documents = [document for batch in self.maker.batches(small) for document in batch]
            self.embedded(Path(folder) / "small", small, documents)
            with override_settings(SEARCH_INDEX_DIR=Path(folder) / "small"):
                self.build_what_lies_beside(documents)
                self.page()
                self.suggestions(len(documents))
            self.elasticsearch(Path(folder) / "elasticsearch", documents)
            self.peers(documents)
            if large:
                self.embedded(Path(folder) / "large", large, None)

    def say(self, text: str) -> None:
        self.stdout.write(text)
        self.stdout.flush()

    def report(self, name: str, times: list[float], bar: str = "") -> None:
        cuts = statistics.quantiles(times, n=20)
        self.say(f"{name:<52} p50 {statistics.median(times):8.2f} ms   p95 {cuts[-1]:8.2f} ms   {bar}")

    # -- what is measured ---------------------------------------------------------------------------

    def embedded(self, folder: Path, count: int, documents: list | None) -> None:
        """Index `count` documents; making them is not counted."""
        engine = TantivyEngine(str(folder))
        spent, started = 0.0, time.perf_counter()

        def batches():
            nonlocal spent
            made = self.maker.batches(count) if documents is None else as_new(documents)
            while True:
                before = time.perf_counter()
                batch = next(made, None)
                spent += time.perf_counter() - before
                if batch is None:
                    return
                yield batch

        with engine.lock():
            fill(engine.build(), batches())
        seconds = time.perf_counter() - started - spent
        self.say(f"{f'embedded: index {count:,}':<52} {count / seconds:,.0f} documents/s   bar ≥ 10,000")
        size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
        bar = "bar p95 ≤ 3 ms" if count <= 20_000 else "bar p95 ≤ 30 ms"
        self.report(f"embedded: search {count:,}, all facets, {size / 1e6:.0f} MB", self.searches(engine), bar)

    def search(self, engine, query: SearchQuery) -> SearchResult:
        """The answer of an engine; reading the text counts too, as it does for a visitor."""
        started = time.perf_counter()
        result = engine.search(query, read(query))
        return dataclasses.replace(result, took_ms=(time.perf_counter() - started) * 1000)

    def searches(self, engine) -> list[float]:
        """Engine time of every text, plain and under filters."""
        times = []
        for text in TEXTS:
            self.search(engine, SearchQuery(text=text))
        for _ in range(ROUNDS):
            for text in TEXTS:
                for query in (SearchQuery(text=text), SearchQuery(text=text, stars=(3, 4), group="I")):
                    result = self.search(engine, query)
                    if not result.is_available:
                        raise RuntimeError("the engine gave no answer")
                    times.append(result.took_ms)
            times.append(self.search(engine, SearchQuery()).took_ms)
        return times

    @staticmethod
    def build_what_lies_beside(documents: list) -> None:
        """Suggestions, and the register's stories, producers, news and fairs: without them a page is half a page."""
        with suggestion_index().lock():
            fill(suggestion_index().build(), [product_entries(documents), *other_entries()])
        kinds.rebuild()

    def page(self) -> None:
        """The whole search page in process, over the small index."""
        times, shown = [], 0
        storages = {**settings.STORAGES, "staticfiles": PLAIN_STATIC}
        measuring = {"PAGE_CACHE_MB": 0, "QUERY_LOG_FLUSH_SECONDS": 0}  # these are no searches of people
        with override_settings(ALLOWED_HOSTS=["*"], STORAGES=storages, **measuring):
            client = Client()
            for _ in range(2 * ROUNDS):
                for text in TEXTS:
                    started = time.perf_counter()
                    response = client.get("/tim-kiem/", {"q": text})
                    times.append((time.perf_counter() - started) * 1000)
                    shown += b"product-card" in response.content
            if shown < 0.9 * len(times):
                raise RuntimeError("the search page shows no products")
        self.report("search page in process", times[len(TEXTS) :], "bar p50 ≤ 12 ms")

    def suggestions(self, count: int) -> None:
        times = []
        for _ in range(2 * ROUNDS):
            for text in TYPED:
                started = time.perf_counter()
                suggestions = suggest(text, limit=8, language="vi")
                times.append((time.perf_counter() - started) * 1000)
                if not suggestions:
                    raise RuntimeError(f"nothing is suggested for {text!r}")
        self.report(f"suggestions over {count:,} products", times[len(TYPED) :], "bar ≤ 5 ms")

    def elasticsearch(self, folder: Path, documents: list) -> None:
        if problem := why_not():
            self.say(f"Elasticsearch is not measured: {problem}")
            return
        from search.engines.elasticsearch import ElasticsearchEngine

        with Cluster(settings.VAR_DIR, folder) as cluster:
            engine = ElasticsearchEngine(cluster.urls[0], alias="saobuon-bench")
            for state, bar in (("just started", ""), ("warm", "bar ≥ 2,000")):
                started = time.perf_counter()
                with engine.lock():
                    fill(engine.build(), as_new(documents))
                rate = len(documents) / (time.perf_counter() - started)
                what = f"Elasticsearch, one node, {state}: index {len(documents):,}"
                self.say(f"{what:<52} {rate:,.0f} documents/s   {bar}")
            self.report("Elasticsearch, one node: search, all facets", self.searches(engine))

    def peers(self, documents: list) -> None:
        """The same texts on the two peers, without facets: they count hits and fetch a page."""
        with throw_away_database():
            peers = Peers(documents)
            for name, ask in (
                ("Django full text on PostgreSQL", peers.postgres),
                ("Wagtail database search", peers.wagtail),
            ):
                times, empty = [], 0
                for turn in range(ROUNDS):
                    for text in TEXTS:
                        ids, took = ask(text)
                        times.append(took)
                        empty += not ids and turn == 0
                self.report(f"{name} (no facets)", times, f"nothing found for {empty} of {len(TEXTS)} texts")
