"""Taking back a revocation that no recall made: by two officers, as a recall ends.

What a recall revoked is restored by the end of that recall.
"""

import pghistory
from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.dispatch import Signal
from django.utils import timezone
from django.utils.translation import gettext as _

from catalogue.certification.models import Certificate, Restoration

from .models import Recall
from .recalls import HistoryLine, RecallRefused, check_officer, restore

certificate_restored = Signal()
"""Sent with `certificate` in the transaction that restores it."""


# -- reading ---------------------------------------------------------------------------------------


def revoked_alone() -> QuerySet[Certificate]:
    """Certificates that are revoked though no recall in force says so, newest revocation first; `is_asked`: an
    officer has asked to restore it."""
    recalled = Recall.objects.filter(certificate=OuterRef("pk"), ended_at=None)
    asked = Restoration.objects.filter(certificate=OuterRef("pk"), answered_at=None)
    rows = Certificate.objects.filter(~Exists(recalled), revoked_on__isnull=False)
    return rows.annotate(is_asked=Exists(asked)).select_related("product__producer").order_by("-revoked_on", "-pk")


def open_request(certificate: Certificate) -> Restoration | None:
    """The request that waits for a second officer. One query."""
    return certificate.restorations.filter(answered_at=None).select_related("asked_by").first()


def history_of(certificate: Certificate) -> list[HistoryLine]:
    """Who revoked and restored it, and who asked for it, oldest first. Three queries."""
    rows = list(certificate.events.select_related("pgh_context").order_by("pgh_id"))
    steps = []
    for before, row in zip([None, *rows], rows, strict=False):
        if (before.revoked_on if before else None) == row.revoked_on:
            continue
        officer = row.pgh_context.metadata.get("officer") if row.pgh_context else None
        if row.revoked_on:
            steps.append((row.pgh_created_at, "revoke", _("certificate revoked"), officer, row.revocation_reason))
        else:
            steps.append((row.pgh_created_at, "restore", _("certificate restored"), officer, ""))
    for asked in certificate.restorations.all():
        steps.append((asked.asked_at, "ask", _("restoration asked for"), asked.asked_by_id, asked.reason))
        if asked.answered_at and not asked.is_agreed:
            steps.append((asked.answered_at, "refuse", _("restoration refused"), asked.answered_by_id, ""))
    names = get_user_model().objects.in_bulk({step[3] for step in steps if step[3]})
    return [
        HistoryLine(at, step, label, str(names.get(officer, "")), note)
        for at, step, label, officer, note in sorted(steps, key=lambda step: step[0])
    ]


# -- asking and answering --------------------------------------------------------------------------


@transaction.atomic
def ask_to_restore(*, certificate: Certificate, by, reason: str) -> Restoration:
    """First officer: ask that a certificate is restored. It stays revoked until a second one agrees."""
    locked = _locked(certificate, by)
    reason = reason.strip()
    if not reason:
        raise RecallRefused(_("Say why the certificate may be restored."))
    if not locked.revoked_on:
        raise RecallRefused(_("This certificate is not revoked."))
    if locked.recalls.filter(ended_at=None).exists():
        raise RecallRefused(_("A recall has revoked this certificate: it is restored when that recall ends."))
    if open_request(locked):
        raise RecallRefused(_("Another officer has asked for this already."))
    return Restoration.objects.create(certificate=locked, reason=reason, asked_by=by)


@transaction.atomic
def refuse_to_restore(*, certificate: Certificate, by) -> Restoration:
    """Any officer: the certificate stays revoked; the request is answered."""
    return _answer(_locked(certificate, by), by, is_agreed=False)


@transaction.atomic
def agree_to_restore(*, certificate: Certificate, by) -> Restoration:
    """Second officer, never the one who asked: restore the certificate."""
    locked = _locked(certificate, by)
    answered = _answer(locked, by, is_agreed=True)
    with pghistory.context(officer=by.pk):
        restore(locked.pk)
    certificate_restored.send(Certificate, certificate=locked)
    return answered


def _locked(certificate: Certificate, by) -> Certificate:
    check_officer(by)
    return Certificate.objects.select_for_update().get(pk=certificate.pk)


def _answer(certificate: Certificate, by, *, is_agreed: bool) -> Restoration:
    asked = open_request(certificate)
    if asked is None:
        raise RecallRefused(_("Nobody has asked to restore this certificate."))
    if is_agreed and asked.asked_by_id == by.pk:
        raise RecallRefused(_("A second officer has to agree; you asked for it yourself."))
    asked.answered_by, asked.answered_at, asked.is_agreed = by, timezone.now(), is_agreed
    asked.save()
    return asked
