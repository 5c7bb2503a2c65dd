"""Hostile EPCIS documents at a running demo, all at once, while others use the site.

`python -m deploy.drills.epcis http://localhost:8000 [process id of the web server]`. Makes a key for a producer with
a GTIN in the database of the demo, and takes away again what was kept.
"""

import contextlib
import gzip
import json
import os
import statistics
import sys
import threading
import time
from collections.abc import Iterator

import django
import psutil
import requests

HEALTH_SECONDS = 1.0
PAGE_SECONDS = 5.0
REFUSAL_SECONDS = 5.0
DOCUMENT_SECONDS = 30.0
"""The largest document, beside all that is refused: `make bench-epcis` measures it alone."""
MAX_MEMORY_MB = 400
ROUNDS = 3
MARK = f"D{int(time.time()) % 10**8:X}"
"""In the numbers of all lots and events of this run."""

Row = tuple[str, str, bool]
"""What was looked at, the figure, whether it held."""


def run(url: str, pid: int) -> list[Row]:
    """Send every hostile document ROUNDS times and the largest allowed one once; `pid` 0: memory is not looked at."""
    with _key() as (plain, gtin):
        return _Drill(url.rstrip("/"), pid, plain, gtin).rows()


class _Drill:
    def __init__(self, url: str, pid: int, plain: str, gtin: str):
        self.url, self.pid, self.gtin = url, pid, gtin
        self.headers = {"Authorization": f"Bearer {plain}", "Content-Type": "application/json"}
        self.waits: dict[str, list[float]] = {"health": [], "page": []}
        self.failed: list[str] = []
        self.memory_mb = 0.0
        self.over = threading.Event()

    def rows(self) -> list[Row]:
        visitors = [threading.Thread(target=self._visit, args=visit) for visit in (
            ("health", "/healthz", 0.1), ("page", "/tim-kiem/?q=ca+phe&drill=", 0.3),
        )]  # fmt: skip
        if self.pid:
            visitors.append(threading.Thread(target=self._watch_memory))
        answers: dict[str, list[tuple[int, bool, float]]] = {}
        senders = [
            threading.Thread(target=self._send, args=(name, body, headers, answers, ROUNDS if status >= 400 else 1))
            for name, (body, headers, status) in self._documents().items()
        ]
        for thread in visitors + senders:
            thread.start()
        for thread in senders:
            thread.join()
        self.over.set()
        for thread in visitors:
            thread.join()
        return [*self._judged(answers), *self._use()]

    def _documents(self) -> dict[str, tuple[bytes, dict[str, str], int]]:
        deep = b'{"@context": ' + b"[" * 100_000
        return {
            "8,000 new lots in one event": (self._document(1, 8000), {}, 413),
            "8,000 new lots in 1,001 events": (self._document(1001, 8), {}, 413),
            "12,000 objects": (self._document(12, 1000), {}, 413),
            "100,000 brackets": (deep, {}, 400),
            "a number of 5,000 digits": (self._document(1, 1).replace(b"80", b"8" * 5000), {}, 400),
            "a body of 3 MB": (b" " * 3_000_000, {}, 413),
            "200 MB in 200 kB of gzip": (gzip.compress(b" " * 200_000_000, 1), {"Content-Encoding": "gzip"}, 415),
            "the largest document": (self._document(1000, 10), {}, 202),
        }

    def _document(self, events: int, lots: int) -> bytes:
        now = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        listed = [
            {
                "type": "ObjectEvent",
                "eventID": f"urn:x:{MARK}:{events}:{number}",
                "eventTime": now,
                "eventTimeZoneOffset": "+00:00",
                "action": "OBSERVE",
                "bizStep": "packing",
                "quantityList": [
                    {"epcClass": f"https://id.gs1.org/01/{self.gtin}/10/{MARK}-{number * lots + n}", "quantity": 80}
                    for n in range(lots)
                ],
            }
            for number in range(events)
        ]
        document = {
            "@context": ["https://ref.gs1.org/standards/epcis/epcis-context.jsonld"],
            "type": "EPCISDocument",
            "schemaVersion": "2.0",
            "creationDate": now,
            "epcisBody": {"eventList": listed},
        }
        return json.dumps(document).encode()

    def _send(self, name: str, body: bytes, headers: dict, answers: dict, rounds: int) -> None:
        """Send it; a site that has no place for it now is asked again, as the standard wants it."""
        for _ in range(rounds):
            status = 503
            while status == 503:
                start = time.monotonic()
                try:
                    answer = requests.post(
                        f"{self.url}/epcis/v2/capture", data=body, headers={**self.headers, **headers}, timeout=120
                    )
                    status, kind = answer.status_code, answer.headers.get("Content-Type", "")
                except requests.RequestException as error:  # cut off while it was sent, without words
                    status, kind = 0, type(error).__name__
                seconds = time.monotonic() - start
                if status == 503:
                    time.sleep(1)
            is_told = status < 400 or kind.startswith("application/problem+json")
            answers.setdefault(name, []).append((status, is_told, seconds))

    def _visit(self, name: str, path: str, pause: float) -> None:
        number = 0
        while not self.over.is_set():
            number += 1
            address = f"{self.url}{path}{number if path.endswith('=') else ''}"
            start = time.monotonic()
            try:
                status = requests.get(address, timeout=60).status_code
            except requests.RequestException as error:
                status = type(error).__name__
            self.waits[name].append(time.monotonic() - start)
            if status != 200:
                self.failed.append(f"{path}: {status}")
            self.over.wait(pause)

    def _watch_memory(self) -> None:
        with contextlib.suppress(psutil.NoSuchProcess):
            while not self.over.is_set():
                family = [psutil.Process(self.pid), *psutil.Process(self.pid).children(recursive=True)]
                self.memory_mb = max(self.memory_mb, *(one.memory_info().rss / 1e6 for one in family))
                self.over.wait(0.2)

    def _judged(self, answers: dict[str, list[tuple[int, bool, float]]]) -> Iterator[Row]:
        for name, (body, _headers, wanted) in self._documents().items():
            all_answers = answers.get(name, [])
            slowest = max((seconds for _, _, seconds in all_answers), default=0.0)
            statuses = sorted({status for status, _, _ in all_answers})
            limit = REFUSAL_SECONDS if wanted >= 400 else DOCUMENT_SECONDS
            has_held = statuses == [wanted] and all(told for _, told, _ in all_answers) and slowest <= limit
            figure = f"{', '.join(map(str, statuses))} in at most {slowest:.1f} s ({len(body) / 1e6:.1f} MB)"
            yield f"EPCIS: {name}", figure, has_held

    def _use(self) -> Iterator[Row]:
        for name, label, limit in (("health", "/healthz", HEALTH_SECONDS), ("page", "a page of hits", PAGE_SECONDS)):
            waits = self.waits[name] or [float("inf")]
            figure = f"at most {max(waits):.2f} s, half within {statistics.median(waits):.2f} s, {len(waits)} times"
            yield f"EPCIS: {label} meanwhile", figure, max(waits) <= limit
        yield "EPCIS: visitors turned away", ", ".join(sorted(set(self.failed))) or "none", not self.failed
        if self.pid:
            yield "EPCIS: memory of the web server", f"{self.memory_mb:.0f} MB", self.memory_mb < MAX_MEMORY_MB


@contextlib.contextmanager
def _key() -> Iterator[tuple[str, str]]:
    """Plain text of a new key, and a GTIN of its producer; afterwards all that came through it is gone."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "storefront.settings.demo")
    django.setup()
    import pgtrigger

    from catalogue.traceability.exchange.epcis.keys import create_key
    from catalogue.traceability.models import CapturedEvent, Event, Lot, ProductGtin

    item = ProductGtin.objects.filter(product__producer__isnull=False).select_related("product__producer").first()
    if item is None:
        raise RuntimeError("no product of the demo has a GTIN")
    key, plain = create_key(producer=item.product.producer, label="drill")
    try:
        yield plain, item.gtin
    finally:
        with pgtrigger.ignore("traceability.Event:append_only", "traceability.CapturedEvent:append_only"):
            lots = Lot.objects.filter(product=item.product_id, code__startswith=f"{MARK}-")
            Lot.history.rel.related_model.objects.filter(pgh_obj__in=lots).delete()
            Event.objects.filter(lot__in=lots).delete()
            CapturedEvent.objects.filter(job__key=key).delete()
            lots.delete()
            key.delete()


if __name__ == "__main__":
    rows = run(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 0)
    for label, figure, has_held in rows:
        print(f"{'held  ' if has_held else 'BROKEN'}  {label}: {figure}")
    sys.exit(not all(has_held for _, _, has_held in rows))
