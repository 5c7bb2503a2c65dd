"""One scan of one pack: look it up, judge it, have it recorded. What the packs of a batch share is kept."""

import dataclasses

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language

from catalogue.certification.queries import standing
from catalogue.traceability.models import ProductGtin, Recall, Stamp, StampBatch
from catalogue.traceability.recalls import services as recalls
from catalogue.traceability.scans import origins, verdicts
from catalogue.traceability.scans.packs import Pack, Signature, check_signature, read_pack
from catalogue.traceability.scans.services import ScanRecord, claim_first, put_scan, recent_scans
from catalogue.traceability.stamps.keys import PublicKeys, public_keys
from catalogue.traceability.stamps.serials import is_serial
from storefront.web.caching.models import REVISION, revision_params
from storefront.web.caching.state import state_of
from storefront.web.caching.store import page_store
from storefront.web.client_address import address_of

from . import visitors
from .marks import Mark

MAX_SERIAL_LENGTH = 64
KEY_BYTES, BATCH_BYTES, GTIN_BYTES, SIGNATURE_BYTES, OUTCOME_BYTES = 2_000, 20_000, 20_000, 1_000, 4_000
"""About what these take in memory."""


@dataclasses.dataclass(frozen=True)
class ScanRequest:
    """What an address asks for. `signatures` are the values of `s`; `gtin` and `lot` are blank where the address has
    none; `path` is without language."""

    serial: str
    signatures: tuple[str, ...] = ()
    gtin: str = ""
    lot: str = ""
    path: str = ""


@dataclasses.dataclass(frozen=True)
class BatchFacts:
    """What holds for all packs of a batch while nothing public changes."""

    batch: StampBatch
    facts: verdicts.Facts
    has_recalls: bool


# -- what is kept while nothing public changes -----------------------------------------------------


@dataclasses.dataclass(frozen=True)
class ScanCache:
    """What scans share, as it is in one state of the public data: the part of the page store that is theirs."""

    state: str

    def get(self, *key):
        return page_store.get(self.state, ("scan", *key))

    def put(self, *key, value, size: int):
        page_store.put(self.state, ("scan", *key), value, size=size)
        return value

    def public_keys(self) -> PublicKeys:
        return self.get("keys") or self.put("keys", value=public_keys(), size=KEY_BYTES)

    def batch_facts(self, batch_id: int) -> BatchFacts:
        key = ("batch", batch_id)
        return self.get(*key) or self.put(*key, value=_batch_facts(batch_id), size=BATCH_BYTES)

    def item_of(self, gtin: str) -> ProductGtin | None:
        """The product with this GTIN, with what its page needs."""
        item = self.get("gtin", gtin)
        if item is None:
            item = item_of(gtin)
            if item is not None:
                self.put("gtin", gtin, value=item, size=GTIN_BYTES)
        return item

    def signature(self, scan: ScanRequest, batch: BatchFacts | None) -> Signature:
        """Whether the signature of the address is ours."""
        key = ("signature", scan.serial, scan.signatures, scan.gtin, batch.batch.pk if batch else None)
        signature = self.get(*key)
        if signature is None:
            signature = check_signature(
                self.public_keys(),
                given=list(scan.signatures),
                serial=scan.serial[:MAX_SERIAL_LENGTH],
                gtin=scan.gtin or (batch.batch.gtin if batch else ""),
                host=batch.batch.host if batch else "",
            )
            if signature is Signature.RIGHT:  # a million forged codes leave nothing behind
                self.put(*key, value=signature, size=SIGNATURE_BYTES)
        return signature


def _batch_facts(batch_id: int) -> BatchFacts:
    batch = StampBatch.objects.select_related(
        "lot", "product__producer__unit__parent__parent", "product__unit__parent__parent"
    ).get(pk=batch_id)
    facts = verdicts.Facts(
        state=batch.state,
        standing=standing(batch.product_id),
        stars_at_print=batch.stars_at_print,
        use_by=batch.lot.expires_on if batch.lot else None,
        is_illustrative=batch.is_illustrative,
    )
    return BatchFacts(batch, facts, has_recalls=bool(recalls.recalled_product_ids([batch.product_id])))


def item_of(gtin: str) -> ProductGtin | None:
    """The GTIN with its product and producer and where they are. One query."""
    return (
        ProductGtin.objects.select_related("product__producer__unit__parent__parent", "product__unit__parent__parent")
        .filter(gtin=gtin)
        .first()
    )


# -- one scan --------------------------------------------------------------------------------------


@dataclasses.dataclass(frozen=True)
class ScanOutcome:
    """What came out. `pack` and `batch` are None for a code that leads to no pack; `cache` is what the page may be
    taken from."""

    scan: ScanRequest
    verdict: verdicts.Verdict
    cache: ScanCache
    pack: Pack | None = None
    batch: BatchFacts | None = None
    recall: Recall | None = None

    @property
    def page_key(self) -> tuple:
        """Scans with the same key have the same page but for the words about this one pack."""
        return (
            self.batch.batch.pk if self.batch else None,
            self.scan.gtin,
            self.verdict.key,
            self.verdict.tone,
            tuple(notice.key for notice in self.verdict.notices),
            self.recall.pk if self.recall else None,
        )


def process_scan(scan: ScanRequest, *, is_person: bool) -> ScanOutcome:
    """Look the pack up, decide who is first, judge. One query for a pack that was scanned before. Raises
    `django.db.Error` while the database does not answer."""
    pack, cache = _look_up(scan)
    key = ("outcome", get_language(), scan, pack)
    outcome = cache.get(*key)
    if outcome is None:
        outcome = _judge(scan, pack, cache, may_be_first=is_person)
        if outcome.pack and pack.is_scanned:  # else it was the first scan, or a code that anybody can make up
            cache.put(*key, value=outcome, size=OUTCOME_BYTES)
    return outcome


def mark_of(outcome: ScanOutcome) -> Mark | None:
    """What the page's second step shall record; None where nothing was scanned: a typed number is no scan."""
    if outcome.pack is None or not outcome.scan.signatures:
        return None
    return Mark(outcome.pack.stamp_id, verdicts.counts_as_scan(outcome.pack, outcome.batch.facts))


def _judge(scan: ScanRequest, pack: Pack | None, cache: ScanCache, *, may_be_first: bool) -> ScanOutcome:
    """The verdict, in the language that is active. Claims the first scan where the verdict hangs on it."""
    batch = cache.batch_facts(pack.batch_id) if pack else None
    if batch and not _fits(scan, batch.batch):
        pack = batch = None
    signature = cache.signature(scan, batch)
    if batch is None or signature is Signature.WRONG:
        return ScanOutcome(scan, verdicts.judge(None, None, signature), cache)
    recall = recalls.active_recall_for(_stamp_of(pack)) if batch.has_recalls else None
    is_first = not (pack.is_scanned or pack.is_held) if pack.is_seen_known else None
    if may_be_first and recall is None and verdicts.needs_first(pack, batch.facts, signature):
        at = timezone.now()
        is_first = claim_first(pack.stamp_id, at)
        if is_first is False:  # somebody else was faster by a moment
            pack = dataclasses.replace(pack, first_at=at)
    verdict = verdicts.judge(
        pack, batch.facts, signature, recall_reason=recall.reason if recall else None, is_first=is_first
    )
    return ScanOutcome(scan, verdict, cache, pack, batch, recall)


def _look_up(scan: ScanRequest) -> tuple[Pack | None, ScanCache]:
    """The pack behind an address, and what is kept of the state in which it was read. One round trip."""
    serial = scan.serial if is_serial(scan.serial) else ""
    pack, revision = read_pack(serial, also=REVISION, also_params=revision_params())
    return (None if pack is None or pack.is_page_code else pack), ScanCache(state_of(revision))


def _fits(scan: ScanRequest, batch: StampBatch) -> bool:
    """An address with a GTIN or a lot must name those of the pack, or the pack is not what the address says."""
    if scan.gtin and scan.gtin != batch.gtin:
        return False
    return not scan.lot or (batch.lot is not None and scan.lot == batch.lot.code)


def _stamp_of(pack: Pack) -> Stamp:
    """Enough of the stamp for the rules of recalls, without another query."""
    return Stamp(pk=pack.stamp_id, code=pack.code, batch_id=pack.batch_id, position=pack.position)


def record(request: HttpRequest, mark: Mark, *, code: str) -> None:
    """Have a scan recorded, unless this process has just seen the same device."""
    meta = request.META
    names = ("REMOTE_ADDR", "HTTP_X_FORWARDED_FOR", "HTTP_USER_AGENT", "HTTP_ACCEPT_LANGUAGE")
    at = timezone.now()
    if recent_scans.mark_seen((mark.stamp_id, mark.counts, at.year, *(meta.get(name) for name in names))):
        return
    address = address_of(request)
    put_scan(
        ScanRecord(
            stamp_id=mark.stamp_id,
            at=at,
            device=visitors.device_of(request, code=code, at=at, address=address),
            province=origins.province_of(address),
            is_staff_scan=visitors.is_staff(request),
            counts=mark.counts,
        )
    )
