"""What an officer does to a certificate: revoke, suspend, and end a suspension.

A measure takes effect on its day, which may lie back to the day of issue but never ahead: pages, notices and the
offline bundle say at once what holds. One suspension at a time stands on the certificate; earlier ones are in its
history.
"""

import datetime

from django.db import transaction
from django.dispatch import Signal
from django.utils.translation import gettext as _

from catalogue.history import acting
from catalogue.users import User

from .. import signals
from ..access import check_officer
from ..clock import registry_day
from ..errors import AlreadyRevoked, AlreadySuspended, DayRefused, NotSuspended, ReasonMissing
from ..models import Certificate
from ..queries import ONE_DAY, certificate_state


@transaction.atomic
def revoke_certificate(*, certificate: Certificate, by: User, on: datetime.date, reason: str) -> Certificate:
    """Withdraw a certificate (thu hồi); from that day on the product has no stars.

    ReasonMissing, DayRefused, AlreadyRevoked; PermissionDenied for all but officers.
    """
    check_officer(by)
    reason = _checked(reason, missing=_("A revocation needs its reason, in words that consumers understand."))
    row = _locked(certificate)
    _check_day(row, on)
    row.revoked_on, row.revocation_reason = on, reason
    return _kept(row, by, signals.certificate_revoked)


@transaction.atomic
def suspend_certificate(
    *, certificate: Certificate, by: User, on: datetime.date, reason: str, until: datetime.date | None = None
) -> Certificate:
    """Suspend a certificate (tạm đình chỉ) from a day through `until`, or until further notice.

    ReasonMissing, DayRefused, AlreadyRevoked, AlreadySuspended; PermissionDenied for all but officers.
    """
    check_officer(by)
    reason = _checked(reason, missing=_("A suspension needs its reason, in words that consumers understand."))
    row = _locked(certificate)
    _check_day(row, on)
    if until is not None and until < max(on, registry_day()):
        raise DayRefused(_("The last day of the suspension cannot lie before its first day or before today."))
    if _is_suspended_from(row, on):
        raise AlreadySuspended(_("This certificate is suspended already."))
    if not certificate_state(row, on).shows_stars:
        raise DayRefused(_("This certificate gives no stars on that day, so there is nothing to suspend."))
    row.suspended_from, row.suspended_until, row.suspension_reason = on, until, reason
    return _kept(row, by, signals.certificate_suspended)


@transaction.atomic
def reinstate_certificate(*, certificate: Certificate, by: User, on: datetime.date, reason: str) -> Certificate:
    """End a suspension: from that day on the certificate counts again. One that has not begun by then is removed.

    ReasonMissing, DayRefused, AlreadyRevoked, NotSuspended; PermissionDenied for all but officers.
    """
    check_officer(by)
    reason = _checked(reason, missing=_("Say why the suspension ends."))
    row = _locked(certificate)
    _check_day(row, on)
    if not _is_suspended_from(row, on):
        raise NotSuspended(_("This certificate is not suspended on that day."))
    if row.suspended_from and row.suspended_from < on:
        row.suspended_until = on - ONE_DAY
    else:
        row.suspended_from, row.suspended_until, row.suspension_reason = None, None, ""
    return _kept(row, by, signals.certificate_reinstated, reason=reason)


def _is_suspended_from(certificate: Certificate, day: datetime.date) -> bool:
    """Whether a suspension stands on the certificate that ends on this day or later, if at all."""
    until = certificate.suspended_until
    return certificate.suspended_from is not None and (until is None or until >= day)


def _checked(reason: str, *, missing: str) -> str:
    if not reason.strip():
        raise ReasonMissing(missing)
    return reason.strip()


def _locked(certificate: Certificate) -> Certificate:
    """The row, locked until the end of the transaction. AlreadyRevoked for a revoked one."""
    row = Certificate.objects.select_for_update().get(pk=certificate.pk)
    if row.revoked_on:
        raise AlreadyRevoked(_("This certificate has been revoked already."))
    return row


def _check_day(certificate: Certificate, day: datetime.date) -> None:
    if day > registry_day():
        raise DayRefused(_("The day cannot lie ahead: enter it when it has come."))
    if certificate.issued_date and day < certificate.issued_date.earliest:
        raise DayRefused(_("The day cannot lie before the certificate was issued."))


def _kept(row: Certificate, by: User, signal: Signal, **facts: str) -> Certificate:
    with acting(by, **facts):
        row.save()
    row.refresh_from_db()
    signal.send(Certificate, certificate=row, by=by)
    return row
