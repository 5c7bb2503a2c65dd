"""`manage.py bench_epcis`: how long the largest EPCIS document takes, and whether half of it takes half as long.

Every object is a lot that is heard of for the first time, so each one makes a lot, its history, an entry in its
timeline and a name that queries find. From the bytes to what a commit would check; nothing of it is kept.
"""

import json
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection, transaction
from django.utils import timezone

from catalogue.producers.models import Producer
from catalogue.traceability.exchange.epcis import vocabulary
from catalogue.traceability.exchange.epcis.capture import capture
from catalogue.traceability.exchange.epcis.keys import create_key
from catalogue.traceability.exchange.epcis.limits import MAX_BYTES, MAX_EVENTS, MAX_OBJECTS
from catalogue.traceability.exchange.epcis.parsing import parse
from catalogue.traceability.models import Event, Lot, ProductGtin

TARGET_SECONDS = 10
TARGET_RATIO = 2.6
"""Twice the document, at most so many times as long: a busy machine is not even."""


class Command(BaseCommand):
    help = "Time the taking in of 1,000 events about 10,000 new lots, beside half as many."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--events", type=int, default=MAX_EVENTS)
        parser.add_argument("--objects", type=int, default=MAX_OBJECTS)

    def handle(self, *args: Any, events: int, objects: int, **options: Any) -> None:
        item = ProductGtin.objects.filter(product__producer__isnull=False).select_related("product__producer").first()
        if item is None or item.product.producer is None:
            raise CommandError("No product has a GTIN: run load_demo first.")
        producer = item.product.producer
        self._measure(item, producer, events // 10, objects // 10)  # whatever is done once only
        half = self._measure(item, producer, events // 2, objects // 2)
        whole = self._measure(item, producer, events, objects)
        self.stdout.write(f"twice as much took {whole / half:.2f} times as long (target: at most {TARGET_RATIO})")
        self.stdout.write(f"target for {MAX_EVENTS:,} events and {MAX_OBJECTS:,} objects: at most {TARGET_SECONDS} s")
        if whole > TARGET_SECONDS or whole / half > TARGET_RATIO:
            raise CommandError("slower than the target")

    def _measure(self, item: ProductGtin, producer: Producer, events: int, objects: int) -> float:
        raw = largest_document(item.gtin, events=events, objects=objects)
        if len(raw) > MAX_BYTES:
            raise CommandError(f"a document of {len(raw):,} bytes is refused: at most {MAX_BYTES:,}")
        with transaction.atomic():
            key, _plain = create_key(producer=producer, label="bench")
            with connection.cursor() as cursor:  # foreign keys are checked with each row, as at the commit
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            lots, entries = Lot.objects.count(), Event.objects.count()
            start = time.perf_counter()
            capture(document=parse(raw), key=key)
            seconds = time.perf_counter() - start
            lots, entries = Lot.objects.count() - lots, Event.objects.count() - entries
            transaction.set_rollback(True)
        self.stdout.write(
            f"{events:>6,} events, {objects:>6,} objects, {len(raw):>9,} bytes: {seconds:5.1f} s, "
            f"{lots:,} new lots, {entries:,} entries in timelines"
        )
        return seconds


def largest_document(gtin: str, *, events: int, objects: int) -> bytes:
    """A document about so many lots of one product, none of which exists yet."""
    mark, now = f"{time.time_ns() // 1000 % 10**10:X}", timezone.localtime()
    each, product = objects // events, f"https://id.gs1.org/01/{gtin}"
    listed = [
        {
            "type": "ObjectEvent",
            "eventID": f"urn:x:bench:{mark}:{number}",
            "eventTime": now.isoformat(timespec="milliseconds"),
            "eventTimeZoneOffset": "+07:00",
            "action": "OBSERVE",
            "bizStep": "packing",
            "disposition": "in_progress",
            "quantityList": [
                {"epcClass": f"{product}/10/{mark}-{number * each + n}", "quantity": 80, "uom": "KGM"}
                for n in range(each)
            ],
        }
        for number in range(events)
    ]
    document = {
        "@context": [vocabulary.CONTEXT],
        "type": "EPCISDocument",
        "schemaVersion": "2.0",
        "creationDate": now.isoformat(timespec="seconds"),
        "epcisBody": {"eventList": listed},
    }
    return json.dumps(document).encode()
