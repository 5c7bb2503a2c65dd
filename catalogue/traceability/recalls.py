"""Recalls (thu hồi): who must be warned of what, declaring one, and ending it by two officers.

Pages ask here on every request, so a recall shows as soon as it is committed. The end of a certificate is no
row here: `warnings_of` reads it from the register, and it comes and goes with the certificate.
"""

import dataclasses
import datetime

import pghistory
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet
from django.dispatch import Signal
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from catalogue.certification.clock import registry_day
from catalogue.certification.models import Certificate
from catalogue.certification.queries import Standing, standing
from catalogue.certification.services import restore_certificate, revoke_certificate

from .errors import TraceRefused
from .models import Lot, LotInput, Recall, RecallScope, Stamp, StampBatch

MANAGE = "traceability.manage_recalls"
"""Permission of the officers who declare and end recalls."""

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
    return rows.select_related(*names, "end_asked_by")


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


def of_product(product_id: int) -> Q:
    """Condition: the recall is of a lot, stamps or a certificate of this product."""
    return Q(lot__product=product_id) | Q(batch__product=product_id) | Q(certificate__product=product_id)


def active_recalls_of_product(product_id: int) -> list[Recall]:
    """Recalls of any lot, stamps or certificate of a product. One query."""
    return list(active_recalls().filter(of_product(product_id)))


def recalled_product_ids(product_ids) -> set[int]:
    """Which of these products have something recalled now. One query."""
    ids = set(product_ids)
    columns = ("lot__product", "batch__product", "certificate__product")
    return {pk for row in Recall.objects.filter(ended_at=None).values_list(*columns) for pk in row if pk in ids}


def product_of(recall: Recall):
    """The product that a recall is about."""
    return (recall.lot or recall.batch or recall.certificate).product


def what_is_recalled(recall: Recall) -> str:
    """The packs in words, to compare with the label."""
    if recall.scope == RecallScope.LOT:
        return _("all packs of lot %(lot)s") % {"lot": recall.lot.code}
    if recall.scope == RecallScope.CERTIFICATE:
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


def warning_of(recall: Recall) -> RecallWarning:
    """A recall as a page says it."""
    url = reverse("recall", args=[recall.pk])
    if recall.scope == RecallScope.CERTIFICATE:
        text = _("The product has no stars. Reason: %(reason)s") % {"reason": recall.reason}
        return RecallWarning("revoked", _("The authority has revoked the certificate"), text, url)
    return RecallWarning(
        "recall",
        _("Recalled: do not use, do not sell"),
        _("Recalled are %(packs)s. Reason: %(reason)s")
        % {"packs": what_is_recalled(recall), "reason": recall.reason},
        url,
        (recall.lot or recall.batch).is_illustrative,
    )


@dataclasses.dataclass(frozen=True)
class ShownRecall:
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
    is_end_asked: bool
    is_illustrative: bool


def shown(recall: Recall) -> ShownRecall:
    """A recall loaded by `with_names`, in words. No query."""
    product, what = product_of(recall), recall.lot or recall.batch
    return ShownRecall(
        pk=recall.pk,
        url=reverse("recall", args=[recall.pk]),
        product_name=product.title,
        product_url=product.get_absolute_url(),
        producer_name=product.producer.name if product.producer else "",
        packs=what_is_recalled(recall),
        reason=recall.reason,
        declared_at=recall.declared_at,
        ended_at=recall.ended_at,
        end_reason=recall.end_reason if recall.ended_at else "",
        is_end_asked=recall.end_asked_at is not None and recall.ended_at is None,
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


def lots_made_from(lot: Lot) -> list[Lot]:
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


def check_officer(by) -> None:
    """PermissionDenied for all but officers."""
    if not by.has_perm(MANAGE):
        raise PermissionDenied


@transaction.atomic
def declare_recall(
    *,
    by,
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

    RecallRefused for what makes no sense or is recalled already, PermissionDenied for all but officers.
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
    with pghistory.context(officer=by.pk):
        recall = Recall.objects.create(scope=scope, first=first, last=last, reason=reason, declared_by=by, **what)
        if scope == RecallScope.CERTIFICATE:
            revoke_certificate(certificate_id=what["certificate"].pk, on=registry_day(), reason=reason)
    recall_declared.send(Recall, recall=recall)
    return recall


def _locked(scope: str, lot, batch, certificate) -> dict:
    """What is recalled, under its column's name, locked until the end of the transaction."""
    if scope == RecallScope.LOT and lot:
        return {"lot": Lot.objects.select_for_update().get(pk=lot.pk)}
    if scope in (RecallScope.BATCH, RecallScope.RANGE) and batch:
        return {"batch": StampBatch.objects.select_for_update().get(pk=batch.pk)}
    if scope == RecallScope.CERTIFICATE and certificate:
        row = Certificate.objects.select_for_update().get(pk=certificate.pk)
        if row.revoked_on:
            raise RecallRefused(_("This certificate has been revoked already."))
        return {"certificate": row}
    raise RecallRefused(_("Say which lot, stamps or certificate are recalled."))


def _check_range(batch: StampBatch, first: int | None, last: int | None) -> None:
    if first is None or last is None or not 1 <= first <= last <= batch.count:
        raise RecallRefused(
            _("The range must lie within 1 and %(count)s, from the lower number to the higher one.")
            % {"count": batch.count}
        )


@transaction.atomic
def ask_to_end(*, recall: Recall, by, reason: str) -> Recall:
    """First officer: ask that a recall ends. It stays in force until a second one agrees."""
    row = _open_recall(recall, by)
    reason = reason.strip()
    if not reason:
        raise RecallRefused(_("Say why the recall may end."))
    if row.end_asked_by_id:
        raise RecallRefused(_("Another officer has asked for the end already."))
    row.end_asked_by, row.end_asked_at, row.end_reason = by, timezone.now(), reason
    with pghistory.context(officer=by.pk):
        row.save()
    return row


@transaction.atomic
def refuse_end(*, recall: Recall, by) -> Recall:
    """Any officer: the recall does not end; the request is taken back."""
    row = _open_recall(recall, by)
    if not row.end_asked_by_id:
        raise RecallRefused(_("Nobody has asked for the end of this recall."))
    row.end_asked_by, row.end_asked_at, row.end_reason = None, None, ""
    with pghistory.context(officer=by.pk):
        row.save()
    return row


@transaction.atomic
def agree_to_end(*, recall: Recall, by) -> Recall:
    """Second officer, never the one who asked: end the recall."""
    row = _open_recall(recall, by)
    if not row.end_asked_by_id:
        raise RecallRefused(_("Nobody has asked for the end of this recall."))
    if row.end_asked_by_id == by.pk:
        raise RecallRefused(_("A second officer has to agree; you asked for the end yourself."))
    row.ended_by, row.ended_at = by, timezone.now()
    with pghistory.context(officer=by.pk):
        row.save()
        if row.scope == RecallScope.CERTIFICATE:
            restore(row.certificate_id)
    recall_ended.send(Recall, recall=row)
    return row


def restore(certificate_id: int) -> None:
    """Restore a certificate in the transaction of the caller. RecallRefused where its days are not free any more."""
    try:
        with transaction.atomic():
            restore_certificate(certificate_id=certificate_id)
    except (ValueError, IntegrityError) as error:
        raise RecallRefused(
            _("The certificate cannot be restored: it is not revoked any more, or a newer one holds its days.")
        ) from error


def _open_recall(recall: Recall, by) -> Recall:
    check_officer(by)
    row = Recall.objects.select_for_update().get(pk=recall.pk)
    if row.ended_at:
        raise RecallRefused(_("This recall has ended already."))
    return row


# -- history ---------------------------------------------------------------------------------------


@dataclasses.dataclass(frozen=True)
class HistoryLine:
    """One step in the life of a recall: declare, ask_to_end, refuse_end, agree_to_end, or another change."""

    at: datetime.datetime
    step: str
    label: str
    officer: str
    note: str


def history_of(recall: Recall) -> list[HistoryLine]:
    """Who did what and when, oldest first, read from what the database keeps of each change. Two queries."""
    rows = list(recall.events.select_related("pgh_context").order_by("pgh_id"))
    steps = [_step(before, row) for before, row in zip([None, *rows], rows, strict=False)]
    names = get_user_model().objects.in_bulk({officer for _step, _label, officer, _note in steps if officer})
    return [
        HistoryLine(row.pgh_created_at, step, label, str(names.get(officer, "")), note)
        for row, (step, label, officer, note) in zip(rows, steps, strict=True)
    ]


def _step(before, row) -> tuple[str, str, int | None, str]:
    """Step, its name, the officer's number and the reason, from two neighbouring states."""
    if before is None:
        return "declare", _("recall declared"), row.declared_by_id, row.reason
    if row.ended_at and not before.ended_at:
        return "agree_to_end", _("recall ended"), row.ended_by_id, ""
    if row.end_asked_by_id and not before.end_asked_by_id:
        return "ask_to_end", _("end asked for"), row.end_asked_by_id, row.end_reason
    officer = row.pgh_context.metadata.get("officer") if row.pgh_context else None
    if before.end_asked_by_id and not row.end_asked_by_id:
        return "refuse_end", _("end refused"), officer, ""
    return "change", _("changed"), officer, ""
