"""Taking a revocation back (khôi phục): one officer asks, another one agrees."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from catalogue import approvals
from catalogue.history import acting
from catalogue.users import User

from .. import signals
from ..access import check_officer
from ..errors import DaysTaken, NotRevoked
from ..models import Certificate, Restoration


@transaction.atomic
def ask_to_restore(*, certificate: Certificate, by: User, reason: str) -> Restoration:
    """First officer: ask that a certificate is restored. It stays revoked until a second one agrees.

    ApprovalRefused without a reason or while another request waits, NotRevoked, CertificateRefused where whoever
    listens to `restoration_asked` forbids it; PermissionDenied for all but officers.
    """
    row = _locked(certificate, by)
    reason = approvals.check_reason(reason, missing=_("Say why the certificate may be restored."))
    _check_revoked(row)
    approvals.check_none_open(row.restorations, already=_("Another officer has asked for this already."))
    signals.restoration_asked.send(Certificate, certificate=row, by=by)
    return Restoration.objects.create(certificate=row, reason=reason, asked_by=by)


@transaction.atomic
def refuse_to_restore(*, certificate: Certificate, by: User) -> Restoration:
    """Any officer: the certificate stays revoked; the request is answered. ApprovalRefused where nobody has asked."""
    request = _request(_locked(certificate, by))
    approvals.answer(request, by=by, is_agreed=False)
    return request


@transaction.atomic
def agree_to_restore(*, certificate: Certificate, by: User) -> Restoration:
    """Second officer, never the one who asked: restore the certificate.

    ApprovalRefused where nobody else has asked; NotRevoked and DaysTaken as `restore_certificate`.
    """
    request = _request(_locked(certificate, by))
    approvals.answer(request, by=by, is_agreed=True)
    restore_certificate(certificate=certificate, by=by, approval=request)
    return request


@transaction.atomic
def restore_certificate(*, certificate: Certificate, by: User, approval: approvals.ApprovalRequest) -> Certificate:
    """Take a revocation back, as if it had not been; the history keeps both. `approval` is what two officers agreed.

    NotRevoked, DaysTaken where another certificate holds those days now, ApprovalRefused without a second person;
    PermissionDenied for all but officers.
    """
    row = _locked(certificate, by)
    approvals.check_agreed(approval)
    _check_revoked(row)
    row.revoked_on, row.revocation_reason = None, ""
    try:
        with transaction.atomic(), acting(by):
            row.save()
    except IntegrityError as error:
        raise DaysTaken(
            _("The certificate cannot be restored: a newer one of this product is valid on some of its days.")
        ) from error
    row.refresh_from_db()
    signals.certificate_restored.send(Certificate, certificate=row, by=by)
    return row


def _request(certificate: Certificate) -> Restoration:
    return approvals.request_to_answer(
        certificate.restorations, nobody=_("Nobody has asked to restore this certificate.")
    )


def _check_revoked(certificate: Certificate) -> None:
    if not certificate.revoked_on:
        raise NotRevoked(_("This certificate is not revoked."))


def _locked(certificate: Certificate, by: User) -> Certificate:
    check_officer(by)
    return Certificate.objects.select_for_update().get(pk=certificate.pk)
