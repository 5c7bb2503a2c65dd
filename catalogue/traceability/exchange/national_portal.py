"""Delivering passports to the national portal (Decree 37/2026/NĐ-CP, Art. 27).

The interface of the portal is not published, so it hides behind an adapter: `settings.PORTAL_ADAPTERS` names those
in use. A row of `PortalDelivery` is both queue and log: the worker's periodic job `watch` takes what is due, tries
again with growing pauses, and never sends the same document twice.
"""

import contextlib
import dataclasses
import datetime
import json
import logging
import os
import time
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import requests
from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.module_loading import import_string

from catalogue.products.models import Product
from catalogue.traceability.documents import JsonObject
from catalogue.traceability.models import PortalDelivery

from .passport import digest_of, passport_of

logger = logging.getLogger(__name__)

RETRY_MINUTES = (1, 5, 30, 120, 360, 720, 1440, 1440)
"""Pauses after each failure; after the last one the delivery is given up, until an officer sends it again."""
LEASE_MINUTES = 5
"""A worker that has taken a delivery and died is followed by another one after this time."""
ANSWER_LETTERS = 2000
TIMEOUT_SECONDS = (5, 30)
WATCH_SECONDS = 5
IDLE_SECONDS = 60
SCAN_MINUTES = 10


class PortalUnavailable(Exception):
    """Not taken now; try again, after `wait_minutes` if the portal said so."""

    def __init__(self, message: str, *, wait_minutes: int = 0):
        super().__init__(message)
        self.wait_minutes = wait_minutes


class PortalRefused(Exception):
    """Not taken, and the same document will not be taken later either."""


class PortalAdapter(Protocol):
    """One way to deliver. `takes_illustrative`: whether made-up data of the demo may go there."""

    takes_illustrative: bool

    def deliver(self, document: JsonObject, *, digest: str) -> str:
        """The portal's answer. PortalUnavailable or PortalRefused if it did not take the document."""


@dataclasses.dataclass(frozen=True)
class FileAdapter:
    """Writes each document into a folder where somebody fetches it: `<product>-<digest>.json`, whole or not."""

    folder: str
    takes_illustrative: bool = False

    def deliver(self, document: JsonObject, *, digest: str) -> str:
        folder = Path(self.folder)
        target = folder / f"{document['product']['id']}-{digest[:16]}.json"
        draft = folder / f".{target.name}.{uuid.uuid4().hex}"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with draft.open("w", encoding="utf-8") as file:
                json.dump(document, file, ensure_ascii=False, indent=1)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(target)
        except OSError as error:
            with contextlib.suppress(OSError):
                draft.unlink()
            raise PortalUnavailable(f"{type(error).__name__}: {error.strerror}") from error
        return target.name


@dataclasses.dataclass(frozen=True)
class HttpAdapter:
    """POSTs each document as JSON. The digest goes along as `Idempotency-Key`, so that a repeat does no harm."""

    url: str
    token: str = dataclasses.field(default="", repr=False)
    takes_illustrative: bool = False

    def deliver(self, document: JsonObject, *, digest: str) -> str:
        headers = {"Content-Type": "application/json", "Idempotency-Key": digest}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        body = json.dumps(document, ensure_ascii=False).encode()
        try:
            with requests.post(
                self.url, data=body, headers=headers, timeout=TIMEOUT_SECONDS, allow_redirects=False, stream=True
            ) as response:
                answer = response.raw.read(ANSWER_LETTERS, decode_content=True).decode("utf-8", "replace")
        except (requests.RequestException, OSError) as error:
            raise PortalUnavailable(type(error).__name__) from error
        answer = f"{response.status_code} {answer}".replace("\x00", "").strip()
        if response.status_code == 409 or 200 <= response.status_code < 300:  # 409: it has this document already
            return answer
        if response.status_code in (408, 425, 429) or response.status_code >= 500:
            raise PortalUnavailable(answer, wait_minutes=_asked_pause(response.headers.get("Retry-After", "")))
        raise PortalRefused(answer)


def _asked_pause(seconds: str) -> int:
    """Minutes, at most a day."""
    return min(-(-int(seconds) // 60), 1440) if seconds.isascii() and seconds.isdigit() and len(seconds) < 9 else 0


def adapters() -> dict[str, PortalAdapter]:
    """The adapters in use by name."""
    return {
        name: import_string(chosen["BACKEND"])(**chosen.get("OPTIONS", {}))
        for name, chosen in settings.PORTAL_ADAPTERS.items()
    }


# -- the queue -------------------------------------------------------------------------------------


def traced_products() -> QuerySet[Product]:
    """Public products that have anything to deliver: a lot, stamps or a GTIN."""
    is_traced = Q(lots__isnull=False) | Q(stamp_batches__isnull=False) | Q(trade_item__isnull=False)
    return Product.objects.filter(is_traced, is_public=True).distinct().order_by("pk")


@transaction.atomic
def queue_product(*, product: Product) -> list[PortalDelivery]:
    """Put today's passport of a product into the queue of every adapter; what was queued before stays as it is.

    Older documents of the product that still wait are not sent any more: the newer one says all they said.
    """
    queued = []
    for name, adapter in adapters().items():
        document = passport_of(product, site_url=settings.SITE_URL, with_illustrative=adapter.takes_illustrative)
        if not adapter.takes_illustrative and not _says_anything(document):
            continue
        digest = digest_of(document)
        delivery, is_new = PortalDelivery.objects.get_or_create(
            adapter=name,
            product=product,
            digest=digest,
            defaults={"document": document, "next_attempt_at": timezone.now()},
        )
        if is_new:
            waiting = PortalDelivery.objects.filter(adapter=name, product=product, state=PortalDelivery.State.WAITING)
            words = f"replaced by delivery {delivery.pk}"
            waiting.filter(pk__lt=delivery.pk).update(
                state=PortalDelivery.State.REFUSED, answer=words, next_attempt_at=None
            )
            queued.append(delivery)
    return queued


def _says_anything(document: JsonObject) -> bool:
    return bool(document["traceability"]["lots"] or document["product"]["gtin"])


def queue_all() -> int:
    """Queue every traced product whose passport has changed; how many deliveries are new."""
    if not settings.PORTAL_ADAPTERS:
        return 0
    return sum(len(queue_product(product=product)) for product in traced_products())


@transaction.atomic
def send_again(*, delivery: PortalDelivery) -> PortalDelivery:
    """Put a delivery that was given up or refused back into the queue, from the first pause on."""
    row = PortalDelivery.objects.select_for_update().get(pk=delivery.pk)
    if row.state != PortalDelivery.State.DELIVERED:
        row.state, row.attempts, row.next_attempt_at = PortalDelivery.State.WAITING, 0, timezone.now()
        row.save(update_fields=["state", "attempts", "next_attempt_at"])
    return row


# -- the worker's part -----------------------------------------------------------------------------


def deliver_due() -> int:
    """Try every delivery that is due, each once; how many were tried. Safe beside other workers."""
    tried = 0
    for delivery in _taken():
        adapter = adapters().get(delivery.adapter)
        if adapter is None:
            _record(delivery, state=PortalDelivery.State.REFUSED, answer="this adapter is not in use any more")
        else:
            _try(delivery, adapter)
        tried += 1
    return tried


def _taken() -> Iterator[PortalDelivery]:
    """Deliveries that are due, one after the other, each leased to us before it is sent."""
    while True:
        now = timezone.now()
        with transaction.atomic():
            delivery = (
                PortalDelivery.objects.select_for_update(skip_locked=True)
                .filter(state=PortalDelivery.State.WAITING, next_attempt_at__lte=now)
                .order_by("next_attempt_at", "pk")
                .first()
            )
            if delivery is None:
                return
            delivery.attempts += 1
            delivery.next_attempt_at = now + datetime.timedelta(minutes=LEASE_MINUTES)
            delivery.save(update_fields=["attempts", "next_attempt_at"])
        yield delivery


def _try(delivery: PortalDelivery, adapter: PortalAdapter) -> None:
    try:
        answer = adapter.deliver(delivery.document, digest=delivery.digest)
    except PortalRefused as refusal:
        logger.warning("portal delivery %s refused", delivery.pk)
        _record(delivery, state=PortalDelivery.State.REFUSED, answer=str(refusal))
    except PortalUnavailable as trouble:
        if delivery.attempts > len(RETRY_MINUTES):
            logger.error("portal delivery %s given up after %s attempts", delivery.pk, delivery.attempts)
            _record(delivery, state=PortalDelivery.State.REFUSED, answer=str(trouble))
            return
        pause = max(RETRY_MINUTES[delivery.attempts - 1], trouble.wait_minutes)
        logger.warning("portal delivery %s not taken, attempt %s", delivery.pk, delivery.attempts)
        again = timezone.now() + datetime.timedelta(minutes=pause)
        _record(delivery, state=PortalDelivery.State.WAITING, answer=str(trouble), next_attempt_at=again)
    else:
        _record(delivery, state=PortalDelivery.State.DELIVERED, answer=answer, delivered_at=timezone.now())


def _record(delivery: PortalDelivery, *, state: str, answer: str, **fields: datetime.datetime) -> None:
    values = {"next_attempt_at": None, **fields, "state": state, "answer": answer[:ANSWER_LETTERS]}
    rows = PortalDelivery.objects.filter(pk=delivery.pk, attempts=delivery.attempts)  # not if another worker took it
    if state != PortalDelivery.State.DELIVERED:
        rows = rows.filter(state=PortalDelivery.State.WAITING)  # not if a newer document has replaced it
    rows.update(**values)


class Watch:
    """A periodic job of the worker (`settings.PERIODIC_JOBS`): queue what has changed, deliver what is due."""

    def __init__(self) -> None:
        self.scanned_at = 0.0

    def __call__(self) -> float:
        """Work once; seconds until the next time."""
        if not settings.PORTAL_ADAPTERS:
            return IDLE_SECONDS
        if time.monotonic() - self.scanned_at > SCAN_MINUTES * 60 or not self.scanned_at:
            queue_all()
            self.scanned_at = time.monotonic()
        deliver_due()
        return WATCH_SECONDS


watch = Watch()
