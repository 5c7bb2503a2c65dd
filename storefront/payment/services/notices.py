"""Booking what banks have told us of: a task, so that a notice is answered at once."""

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from catalogue.users import User
from storefront.payment.models import BankAccount, Notice, Sighting
from storefront.payment.notices import SOURCES
from storefront.payment.notices.notice import NoticeSource

from .booking import book

State = Notice.State
MAX_REASON = 300


def source_named(name: str) -> NoticeSource | None:
    """The service of that name, with the keys of the settings; None where it is not used."""
    keys = settings.PAYMENT_NOTICES.get(name, {})
    return SOURCES[name](**keys) if any(keys.values()) else None


def book_notice(notice: Notice) -> Notice:
    """Book the money that a kept notice tells of; again without harm. Money on an account that we do not have, or
    that two banks have, stays unexplained until the statement brings it."""
    source = source_named(notice.source)
    if source is None or notice.state != State.RECEIVED:
        return notice
    movement = source.parse(bytes(notice.body)).movement
    accounts = list(BankAccount.objects.used().filter(number__iexact=notice.account_number)[:2])
    if len(accounts) != 1:
        with override(settings.LANGUAGE_CODE):
            return _end(notice, State.UNEXPLAINED, reason=_("We do not have this account."))
    [account] = accounts
    book(account=account, movements=[movement], source=Sighting.Source.NOTICE, by=None)
    seen = Sighting.objects.get(account=account, source=Sighting.Source.NOTICE, identity=movement.identity)
    return _end(notice, State.BOOKED, receipt_id=seen.receipt_id)


@transaction.atomic
def settle_notice(*, notice: Notice, found: str, by: User) -> Notice:
    """Somebody has found out what an unexplained notice is about: it waits for nobody any more."""
    notice = Notice.objects.select_for_update(of=("self",)).get(pk=notice.pk)
    if notice.state != State.UNEXPLAINED:
        return notice
    return _end(notice, State.NOTHING, reason=f"{notice.reason} {found.strip()} ({by})"[:MAX_REASON])


@transaction.atomic
def _end(notice: Notice, state: State, *, reason: str = "", receipt_id: int | None = None) -> Notice:
    notice.state, notice.reason, notice.receipt_id = state, reason, receipt_id
    notice.save(update_fields=["state", "reason", "receipt"])
    return notice
