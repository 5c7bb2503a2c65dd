"""One scan of one pack: look it up, judge it, note it. What all packs of a batch share is remembered for a while."""

import dataclasses
import threading
import time
from collections import OrderedDict

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from catalogue.certification.clock import registry_day
from catalogue.certification.queries import standing
from catalogue.traceability import origins, recalls, verdicts
from catalogue.traceability.keys import PublicKeys, public_keys
from catalogue.traceability.models import Recall, Stamp, StampBatch
from catalogue.traceability.packs import Pack, Signature, check_signature, read_pack
from catalogue.traceability.scans import Look, claim_first, recorder
from catalogue.traceability.serials import is_serial

from . import visitors

LONGEST_SERIAL = 64
MOST_PAGES, MOST_OUTCOMES = 300, 5_000
PACK_SECONDS = 0.25
"""How long a pack may be answered for without asking again; a recall must show within one second."""
REVISION = "(SELECT count(*) || '.' || coalesce(bit_xor(mark), 0) FROM caching_publicchange)"
"""The same as `storefront.caching.models.revision`, to be read in one round trip with the pack."""


@dataclasses.dataclass(frozen=True)
class Asked:
    """What an address asks for. `gtin` and `lot` are blank where the address has none; `path` is without language."""

    serial: str
    given: tuple[str, ...] = ()
    gtin: str = ""
    lot: str = ""
    path: str = ""


@dataclasses.dataclass(frozen=True)
class BatchFacts:
    """What holds for all packs of a batch while nothing public changes."""

    batch: StampBatch
    facts: verdicts.Facts
    has_recalls: bool


@dataclasses.dataclass(frozen=True)
class Scanned:
    """Outcome of a scan. `batch` is None for a code that leads to no pack."""

    asked: Asked
    verdict: verdicts.Verdict
    pack: Pack | None = None
    batch: BatchFacts | None = None
    recall: Recall | None = None

    @property
    def page_key(self) -> tuple:
        """Scans with the same key have the same page but for the words about this one pack."""
        return (
            self.batch.batch.pk if self.batch else None,
            self.asked.gtin,
            self.verdict.key,
            self.verdict.tone,
            tuple(notice.key for notice in self.verdict.notices),
            self.recall.pk if self.recall else None,
        )


class Memory:
    """Facts and pages of one process, forgotten as soon as anything public changes (see storefront.caching)."""

    def __init__(self):
        self._state = ""
        self._guard = threading.Lock()
        self._kept: OrderedDict[tuple, object] = OrderedDict()
        self._outcomes: OrderedDict[tuple, object] = OrderedDict()
        self._packs: OrderedDict[str, tuple[float, Pack]] = OrderedDict()

    def check(self, revision: object) -> None:
        """Forget everything if the public data or the day has changed."""
        state = f"{revision}|{registry_day()}|{timezone.localdate()}"
        if state != self._state:
            with self._guard:
                self._kept.clear()
                self._outcomes.clear()
                self._packs.clear()
                self._state = state

    @property
    def state(self) -> str:
        return self._state

    def get(self, key: tuple):
        return self._kept.get(key) if is_remembering() else None

    def put(self, key: tuple, value, *, state: str) -> None:
        """Keep facts or a page, unless the data changed since `state` was read."""
        self._put(self._kept, MOST_PAGES, key, value, state)

    def pack(self, serial: str) -> Pack | None:
        """What was read of a pack a moment ago: a crowd at one stamp is no crowd at the database."""
        read_at, pack = self._packs.get(serial, (0.0, None))
        return pack if time.monotonic() - read_at < PACK_SECONDS else None

    def put_pack(self, pack: Pack) -> None:
        self._packs[pack.code] = (time.monotonic(), pack)
        if len(self._packs) > MOST_OUTCOMES:
            with self._guard:
                self._packs.popitem(last=False)

    def outcome(self, key: tuple):
        return self._outcomes.get(key)

    def put_outcome(self, key: tuple, value, *, state: str) -> None:
        """Keep what came out for one pack; `key` says everything it hangs on."""
        self._put(self._outcomes, MOST_OUTCOMES, key, value, state)

    def _put(self, kept: OrderedDict, most: int, key: tuple, value, state: str) -> None:
        if not is_remembering():
            return
        with self._guard:
            if state == self._state:
                kept[key] = value
                while len(kept) > most:
                    kept.popitem(last=False)


def is_remembering() -> bool:
    return settings.PAGE_CACHE_MB > 0 and not settings.DEBUG


memory = Memory()


def _keys() -> PublicKeys:
    found = memory.get(("keys",))
    if found is None:
        state = memory.state
        found = public_keys()
        memory.put(("keys",), found, state=state)
    return found


def _batch_facts(pack: Pack) -> BatchFacts:
    key = ("batch", pack.batch_id)
    found = memory.get(key)
    if found is None:
        state = memory.state
        batch = StampBatch.objects.select_related(
            "lot", "product__producer__unit__parent__parent", "product__unit__parent__parent"
        ).get(pk=pack.batch_id)
        facts = verdicts.Facts(
            state=batch.state,
            standing=standing(batch.product_id),
            stars_at_print=batch.stars_at_print,
            use_by=batch.lot.expires_on if batch.lot else None,
            is_illustrative=batch.is_illustrative,
        )
        has_recalls = bool(recalls.recalled_product_ids([batch.product_id]))
        found = BatchFacts(batch, facts, has_recalls)
        memory.put(key, found, state=state)
    return found


def find(asked: Asked) -> Pack | None:
    """The pack behind an address, in one round trip with the state of the public data."""
    if not is_serial(asked.serial):
        return None
    if not is_remembering():
        pack, _revision = read_pack(asked.serial)
    elif (pack := memory.pack(asked.serial)) is None:
        pack, revision = read_pack(asked.serial, also=REVISION)
        memory.check(revision)
        if pack is not None and pack.first_at is not None:
            memory.put_pack(pack)
    return None if pack is None or pack.is_page_code else pack


def judge(request: HttpRequest, asked: Asked, pack: Pack | None) -> Scanned:
    """Judge and note one scan."""
    at = timezone.now()
    batch = _batch_facts(pack) if pack else None
    if batch and not _fits(asked, batch.batch):
        pack = batch = None
    signature = _signature(asked, batch)
    if batch is None or signature is Signature.WRONG:
        return Scanned(asked, verdicts.judge(None, None, signature))
    recall = recalls.active_recall_for(_stamp_of(pack)) if batch.has_recalls else None
    is_person = visitors.is_person(request)
    is_first = pack.first_at is None if pack.is_seen_known else None
    if is_person and recall is None and verdicts.needs_first(pack, batch.facts, signature):
        is_first = claim_first(pack.stamp_id, at)
        if is_first is False:  # somebody else was faster by a moment
            pack = dataclasses.replace(pack, first_at=at, scans=1)
    verdict = verdicts.judge(
        pack, batch.facts, signature, recall_reason=recall.reason if recall else None, is_first=is_first
    )
    if is_person:
        note(request, pack, counts=verdicts.counts_as_scan(pack, batch.facts))
    return Scanned(asked, verdict, pack, batch, recall)


def _fits(asked: Asked, batch: StampBatch) -> bool:
    """An address with a GTIN or a lot must name those of the pack, or the pack is not what the address says."""
    if asked.gtin and asked.gtin != batch.gtin:
        return False
    return not asked.lot or (batch.lot is not None and asked.lot == batch.lot.code)


def _signature(asked: Asked, batch: BatchFacts | None) -> Signature:
    key = ("signature", asked.serial, asked.given, asked.gtin, batch.batch.pk if batch else None)
    found = memory.outcome(key)
    if found is None:
        state = memory.state
        found = check_signature(
            _keys(),
            given=list(asked.given),
            serial=asked.serial[:LONGEST_SERIAL],
            gtin=asked.gtin or (batch.batch.gtin if batch else ""),
            host=batch.batch.host if batch else "",
        )
        if found is Signature.RIGHT:  # a million forged codes leave nothing behind
            memory.put_outcome(key, found, state=state)
    return found


def _stamp_of(pack: Pack) -> Stamp:
    """Enough of the stamp for the rules of recalls, without another query."""
    return Stamp(pk=pack.stamp_id, code=pack.code, batch_id=pack.batch_id, position=pack.position)


def note(request: HttpRequest, pack: Pack, *, counts: bool) -> None:
    """Queue the scan, unless this process has just noted the same device."""
    meta = request.META
    names = ("REMOTE_ADDR", "HTTP_X_FORWARDED_FOR", "HTTP_USER_AGENT", "HTTP_ACCEPT_LANGUAGE")
    at = timezone.now()
    if recorder.is_known((pack.stamp_id, counts, at.year, *(meta.get(name) for name in names))):
        return
    address = visitors.address_of(request)
    recorder.put(
        Look(
            stamp_id=pack.stamp_id,
            at=at,
            device=visitors.device_of(request, code=pack.code, at=at, address=address),
            province=origins.province_of(address),
            is_counter=visitors.is_at_counter(request),
            counts=counts,
        )
    )
