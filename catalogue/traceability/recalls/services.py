"""Recalls (thu hồi): who must be warned of what, declaring one, and ending it by two officers.

Pages ask here on every request, so a recall shows as soon as it is committed. The end of a certificate is no
row here: `warnings_of` reads it from the register, and it comes and goes with the certificate.
"""

import dataclasses
import datetime
from collections.abc import Iterable
from functools import cache
from typing import Any, cast

from django.db import transaction
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.db.models.functions import Coalesce
from django.dispatch import Signal
from django.urls import reverse
from django.utils.translation import gettext as _

from catalogue import approvals
from catalogue.certification.access import check_officer
from catalogue.certification.clock import registry_day
from catalogue.certification.errors import CertificateRefused
from catalogue.certification.life import taken_away
from catalogue.certification.models import Certificate
from catalogue.certification.queries import Standing, standing
from catalogue.certification.services import restore_certificate, revoke_certificate
from catalogue.history import HistoryLine, HistoryStep, acting, history_lines
from catalogue.products.models import Product
from catalogue.traceability.errors import TraceRefused
from catalogue.traceability.models import Lot, LotInput, Recall, RecallEnd, RecallScope, Stamp, StampBatch
from catalogue.users import User

_WARNING_COLUMNS = (
    "scope", "certificate", "first", "last", "reason",
    "lot__code", "lot__is_illustrative", "batch__prefix", "batch__is_illustrative",
)  # fmt: skip

recall_declared = Signal()
"""Sent with `recall` in the transaction that declares it."""
recall_ended = Signal()
"""Sent with `recall` in the transaction that ends it."""


class RecallRefused(TraceRefused):
    """This recall cannot be declared or ended like that; `message` says why."""


# -- what is recalled ------------------------------------------------------------------------------


def with_names(rows: QuerySet[Recall]) -> QuerySet[Recall]:
    """Recalls with everything that their pages name."""
    names = [f"{thing}__product__producer" for thing in ("lot", "batch", "certificate")]
    return rows.select_related(*names)


def with_ends(rows: QuerySet[Recall]) -> QuerySet[Recall]:
    """The same with the requests to end them. Two queries."""
    return with_names(rows).prefetch_related(Prefetch("ends", RecallEnd.objects.select_related("asked_by")))


def active_recalls() -> QuerySet[Recall]:
    """All recalls in force with what their pages name, newest first."""
    return with_names(Recall.objects.filter(ended_at=None))


def active_recall_for(stamp: Stamp) -> Recall | None:
    """The recall that a pack with this stamp falls under, the first declared; None for page codes. One query."""
    if stamp.batch_id is None:
        return None
    lot = StampBatch.objects.filter(pk=stamp.batch_id, lot__isnull=False).values("lot")
    return (
        Recall.objects.filter(ended_at=None)
        .filter(
            Q(scope=RecallScope.LOT, lot__in=lot)
            | Q(scope=RecallScope.BATCH, batch=stamp.batch_id)
            | Q(scope=RecallScope.RANGE, batch=stamp.batch_id, first__lte=stamp.position, last__gte=stamp.position)
        )
        .order_by("pk")
        .first()
    )


def active_recalls_of_lot(lot: Lot) -> list[Recall]:
    """Recalls of the lot, and of stamps on packs of it. One query."""
    return list(active_recalls().filter(Q(lot=lot) | Q(batch__lot=lot)))


def of_product(product_id: int | OuterRef) -> Q:
    """Condition: the recall is of a lot, stamps or a certificate of this product."""
    return Q(lot__product=product_id) | Q(batch__product=product_id) | Q(certificate__product=product_id)


def active_recalls_of_product(product_id: int) -> list[Recall]:
    """Recalls of any lot, stamps or certificate of a product, with what a warning says of them. One query."""
    return list(_warnings().filter(of_product(product_id)))


def has_active_recalls(product: str = "pk") -> Exists:
    """Whether there are any, for a query whose rows hold the number of a product as `product`."""
    return Exists(Recall.objects.filter(of_product(OuterRef(product)), ended_at=None).order_by())


@cache
def _warnings() -> QuerySet[Recall]:
    """Recalls in force with what a warning says of them. Only the query is kept, never a row."""
    recalls = Recall.objects.filter(ended_at=None).select_related("lot", "batch")
    return recalls.only(*_WARNING_COLUMNS).order_by("-pk")


def recalled_product_ids(product_ids: Iterable[int]) -> set[int]:
    """Which of these products have something recalled now. One query."""
    ids = set(product_ids)
    columns = ("lot__product", "batch__product", "certificate__product")
    return {pk for row in Recall.objects.filter(ended_at=None).values_list(*columns) for pk in row if pk in ids}


def products_with_recalled_packs() -> Q:
    """Condition on rows with a `product`: a lot or stamps of it are recalled now, or of what it is a variant of.

    Nothing of such a product is sold online (`catalogue.products.offers`). Read once a query, not once a row.
    """
    packs = Recall.objects.filter(ended_at=None).exclude(lot=None, batch=None).order_by()
    products = packs.annotate(packs_of=Coalesce("lot__product", "batch__product")).values("packs_of")
    return Q(product__in=products) | Q(
        product__in=Product.objects.filter(parent__in=products).order_by().values("pk")
    )


def product_of(recall: Recall) -> Product:
    """The product that a recall is about."""
    what = recall.lot or recall.batch or cast(Certificate, recall.certificate)  # the database takes none of nothing
    return what.product


def what_is_recalled(recall: Recall) -> str:
    """The packs in words, to compare with the label."""
    if recall.lot:
        return _("all packs of lot %(lot)s") % {"lot": recall.lot.code}
    if recall.batch is None:
        return _("all packs that carry stars of the revoked certificate")
    prefix = recall.batch.prefix
    if recall.scope == RecallScope.BATCH:
        return _("all packs whose stamp number begins with %(prefix)s") % {"prefix": prefix}
    return _("packs %(first)s to %(last)s of the stamps that begin with %(prefix)s") % {
        "first": recall.first,
        "last": recall.last,
        "prefix": prefix,
    }


@dataclasses.dataclass(frozen=True)
class RecallWarning:
    """One thing a page must warn of. `key` is recall or revoked; `url` leads to the notice, if there is one."""

    key: str
    headline: str
    text: str
    url: str = ""
    is_illustrative: bool = False

    @property
    def is_recall(self) -> bool:
        """Packs are taken back; else only the stars are gone."""
        return self.key == "recall"


def warning_of(recall: Recall) -> RecallWarning:
    """A recall as a page says it."""
    url, packs = reverse("recall", args=[recall.pk]), recall.lot or recall.batch
    if packs is None:
        text = _("The product has no stars. Reason: %(reason)s") % {"reason": recall.reason}
        return RecallWarning("revoked", _("The authority has revoked the certificate"), text, url)
    return RecallWarning(
        "recall",
        _("Recalled: do not use, do not sell"),
        _("Recalled are %(packs)s. Reason: %(reason)s")
        % {"packs": what_is_recalled(recall), "reason": recall.reason},
        url,
        packs.is_illustrative,
    )


@dataclasses.dataclass(frozen=True)
class RecallSummary:
    """A recall in words, for its own page and for lists."""

    pk: int
    url: str
    product_name: str
    product_url: str
    producer_name: str
    packs: str
    reason: str
    declared_at: datetime.datetime
    ended_at: datetime.datetime | None
    end_reason: str
    is_end_requested: bool
    is_illustrative: bool


def present(recall: Recall) -> RecallSummary:
    """A recall loaded by `with_ends`, in words. No query."""
    product, what = product_of(recall), recall.lot or recall.batch
    return RecallSummary(
        pk=recall.pk,
        url=reverse("recall", args=[recall.pk]),
        product_name=product.title,
        product_url=product.get_absolute_url(),
        producer_name=product.producer.name if product.producer else "",
        packs=what_is_recalled(recall),
        reason=recall.reason,
        declared_at=recall.declared_at,
        ended_at=recall.ended_at,
        end_reason=recall.agreed_end.reason if recall.agreed_end else "",
        is_end_requested=recall.requested_end is not None,
        is_illustrative=bool(what and what.is_illustrative),
    )


def warnings_of(*, product_id: int, lot: Lot | None = None, stands: Standing | None = None) -> list[RecallWarning]:
    """What the page of a product, or of one lot of it, must warn of: recalls, and a revoked certificate."""
    recalls = active_recalls_of_lot(lot) if lot else active_recalls_of_product(product_id)
    warnings = [warning_of(recall) for recall in recalls]
    stands = stands or standing(product_id)
    if stands.state.is_revoked and not any(recall.scope == RecallScope.CERTIFICATE for recall in recalls):
        warnings.append(RecallWarning("revoked", stands.headline, stands.explanation))
    return warnings


def recall_warnings(product_id: int) -> list[RecallWarning]:
    """The recalls of a product, for pages that say the state of its certificate themselves. One query."""
    return [warning_of(recall) for recall in active_recalls_of_product(product_id)]


def trace_forward(lot: Lot) -> list[Lot]:
    """Lots that have this one in them, through any number of steps."""
    found: dict[int, Lot] = {}
    wave = {lot.pk}
    while wave:
        rows = LotInput.objects.filter(source_lot__in=wave).exclude(lot__in=found).select_related("lot__product")
        new = {row.lot_id: row.lot for row in rows if row.lot_id != lot.pk}
        found |= new
        wave = set(new)
    return sorted(found.values(), key=lambda made: (made.product_id, made.code))


# -- declaring and ending --------------------------------------------------------------------------


@transaction.atomic
def declare_recall(
    *,
    by: User,
    scope: str,
    reason: str,
    lot: Lot | None = None,
    batch: StampBatch | None = None,
    certificate: Certificate | None = None,
    first: int | None = None,
    last: int | None = None,
) -> Recall:
    """Recall a lot, a batch of stamps, positions `first` to `last` of a batch (both included), or a certificate,
    which is revoked by it from the registry's day on.

    RecallRefused for what makes no sense or is recalled already, CertificateRefused for a certificate that cannot be
    revoked, PermissionDenied for all but officers.
    """
    check_officer(by)
    reason = reason.strip()
    if not reason:
        raise RecallRefused(_("A recall needs its reason, in words that consumers understand."))
    what = _locked(scope, lot, batch, certificate)
    if scope == RecallScope.RANGE:
        _check_range(what["batch"], first, last)
    else:
        first = last = None
    # The lock makes officers who declare the same thing at once wait for each other.
    held = Recall.objects.filter(ended_at=None, scope=scope, **what)
    if scope == RecallScope.RANGE:
        held = held.filter(first__lte=first, last__gte=last)
    if held.exists():
        raise RecallRefused(_("This has been recalled already."))
    with acting(by):
        recall = Recall.objects.create(scope=scope, first=first, last=last, reason=reason, declared_by=by, **what)
    if scope == RecallScope.CERTIFICATE:
        revoke_certificate(certificate=what["certificate"], by=by, on=registry_day(), reason=reason)
    recall_declared.send(Recall, recall=recall)
    return recall


def _locked(scope: str, lot: Lot | None, batch: StampBatch | None, certificate: Certificate | None) -> dict[str, Any]:
    """What is recalled, under its column's name, locked until the end of the transaction."""
    if scope == RecallScope.LOT and lot:
        return {"lot": Lot.objects.select_for_update().get(pk=lot.pk)}
    if scope in (RecallScope.BATCH, RecallScope.RANGE) and batch:
        return {"batch": StampBatch.objects.select_for_update().get(pk=batch.pk)}
    if scope == RecallScope.CERTIFICATE and certificate:
        return {"certificate": Certificate.objects.select_for_update().get(pk=certificate.pk)}
    raise RecallRefused(_("Say which lot, stamps or certificate are recalled."))


def _check_range(batch: StampBatch, first: int | None, last: int | None) -> None:
    if first is None or last is None or not 1 <= first <= last <= batch.count:
        raise RecallRefused(
            _("The range must lie within 1 and %(count)s, from the lower number to the higher one.")
            % {"count": batch.count}
        )


@transaction.atomic
def ask_to_end(*, recall: Recall, by: User, reason: str) -> RecallEnd:
    """First officer: ask that a recall ends. It stays in force until a second one agrees.

    ApprovalRefused without a reason or while another request waits.
    """
    row = _open_recall(recall, by)
    reason = approvals.check_reason(reason, missing=_("Say why the recall may end."))
    approvals.check_none_open(row.ends, already=_("Another officer has asked for the end already."))
    return RecallEnd.objects.create(recall=row, reason=reason, asked_by=by)


@transaction.atomic
def refuse_end(*, recall: Recall, by: User) -> RecallEnd:
    """Any officer: the recall does not end; the request is answered. ApprovalRefused where nobody has asked."""
    request = _request(_open_recall(recall, by))
    approvals.answer(request, by=by, is_agreed=False)
    return request


@transaction.atomic
def agree_to_end(*, recall: Recall, by: User) -> Recall:
    """Second officer, never the one who asked: end the recall, and restore the certificate that it revoked.

    ApprovalRefused where nobody else has asked, CertificateRefused where the certificate cannot be restored.
    """
    row = _open_recall(recall, by)
    request = _request(row)
    approvals.answer(request, by=by, is_agreed=True)
    row.ended_at = request.answered_at
    with acting(by):
        row.save()
    if row.certificate:
        restore_certificate(certificate=row.certificate, by=by, approval=request)
    recall_ended.send(Recall, recall=row)
    return row


def _open_recall(recall: Recall, by: User) -> Recall:
    check_officer(by)
    row = Recall.objects.select_for_update().get(pk=recall.pk)
    if row.ended_at:
        raise RecallRefused(_("This recall has ended already."))
    return row


def _request(recall: Recall) -> RecallEnd:
    return approvals.request_to_answer(recall.ends, nobody=_("Nobody has asked for the end of this recall."))


# -- certificates ----------------------------------------------------------------------------------


class HeldByRecall(CertificateRefused):
    """A recall in force has revoked the certificate: only the end of the recall restores it."""


def forbid_restoring_recalled(certificate: Certificate, **_signal: object) -> None:
    """Receiver of certification's `restoration_asked`."""
    if certificate.recalls.filter(ended_at=None).exists():
        raise HeldByRecall(_("A recall has revoked this certificate: it is restored when that recall ends."))


def taken_away_alone() -> QuerySet[Certificate]:
    """Certificates that are revoked or suspended though no recall in force says so, the newest measure first."""
    return taken_away().exclude(Exists(Recall.objects.filter(certificate=OuterRef("pk"), ended_at=None)))


# -- history ---------------------------------------------------------------------------------------


def history_of(recall: Recall) -> list[HistoryLine]:
    """Who declared it, asked for its end, agreed and refused, oldest first. Two queries."""
    ends = approvals.history_steps(
        recall.ends, asked=_("end asked for"), agreed=_("recall ended"), refused=_("end refused")
    )
    declared = HistoryStep(recall.declared_at, "declare", _("recall declared"), recall.declared_by_id, recall.reason)
    return history_lines([declared, *ends])
