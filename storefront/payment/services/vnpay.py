"""Paying at VNPay: each visit is an attempt, and only VNPay's own call (IPN) says how it ended."""

import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from catalogue.errors import Refusal
from storefront.order.services.parcels import lock_order
from storefront.payment.models import Method, Notice, Payment, Receipt, VnpayAttempt
from storefront.payment.queries import standing_of
from storefront.payment.vnpay import IpnAnswer, Outcome, Result, Terminal, ipn_answer, payment_url

from .booking import assign

ATTEMPT_MINUTES = 15
MAX_ATTEMPTS = 30


class AttemptRefused(Refusal):
    """There is nothing to pay at VNPay, or no time left; `message` says why."""


def begin_attempt(*, payment: Payment, terminal: Terminal, return_url: str, ip: str, language: str) -> str:
    """The address at VNPay where the buyer pays what is missing. AttemptRefused, VnpayRefused."""
    with transaction.atomic():
        lock_order(payment.order_id)
        standing, number = standing_of(payment), payment.vnpay_attempts.count() + 1
        now = timezone.now()
        if payment.method != Method.VNPAY or not standing.missing:
            raise AttemptRefused(_("There is nothing to pay any more."))
        if payment.due_at <= now or number > MAX_ATTEMPTS:
            raise AttemptRefused(_("The time to pay is over. Please order again."))
        expires_at = min(now + datetime.timedelta(minutes=ATTEMPT_MINUTES), payment.due_at)
        attempt = VnpayAttempt.objects.create(
            payment=payment,
            reference=f"{payment.reference.replace(' ', '')}L{number}",
            amount=standing.missing,
            expires_at=expires_at,
        )
    return payment_url(
        terminal,
        reference=attempt.reference,
        amount=attempt.amount,
        info=f"Don hang {payment.order.number}",
        return_url=return_url,
        ip=ip,
        created_at=now,
        expires_at=expires_at,
        language=language,
    )


@transaction.atomic
def record_result(*, result: Result, query: str) -> IpnAnswer:
    """What VNPay's call about an attempt changes, and the answer to it. The message is kept as it came.

    A payment that failed is recorded; should it be paid after all, that is the last word. Money for an attempt that
    we do not know, or another amount, is not booked: the office sees the message.
    """
    attempt = VnpayAttempt.objects.select_related("payment").filter(reference=result.reference).first()
    if attempt:
        lock_order(attempt.payment.order_id)
        attempt.refresh_from_db()
    is_paid = result.outcome is Outcome.PAID
    is_recorded = bool(attempt and (attempt.outcome == "paid" or (attempt.outcome and not is_paid)))
    answer = ipn_answer(result, expected_amount=attempt.amount if attempt else None, is_recorded=is_recorded)
    if answer is IpnAnswer.BAD_SIGNATURE:
        return answer
    if answer is IpnAnswer.RECORDED and attempt:
        _record(attempt, result)
    _keep(attempt, result, query, answer)
    return answer


def _record(attempt: VnpayAttempt, result: Result) -> None:
    attempt.response_code, attempt.transaction = result.response_code[:10], result.transaction[:40]
    attempt.outcome = VnpayAttempt.Outcome.FAILED
    if result.outcome is Outcome.PAID:
        attempt.outcome = VnpayAttempt.Outcome.PAID
        attempt.receipt = Receipt.objects.create(
            method=Method.VNPAY,
            amount=result.amount,
            booked_at=result.paid_at or timezone.now(),
            description=attempt.reference,
            bank_reference=result.transaction[:80],
        )
    attempt.save()
    if attempt.receipt:
        assign(receipt=attempt.receipt, payment=attempt.payment, by=None)


def _keep(attempt: VnpayAttempt | None, result: Result, query: str, answer: IpnAnswer) -> None:
    """The same message again is not kept again; money that was not booked waits for the office."""
    is_money = result.outcome is Outcome.PAID
    is_booked = answer in (IpnAnswer.RECORDED, IpnAnswer.ALREADY_CONFIRMED)
    state = Notice.State.NOTHING
    if is_money:
        state = Notice.State.BOOKED if is_booked else Notice.State.UNEXPLAINED
    with override(settings.LANGUAGE_CODE):
        reasons = {
            IpnAnswer.NO_SUCH_ORDER: _("We did not ask VNPay for this payment."),
            IpnAnswer.WRONG_AMOUNT: _("VNPay says another amount than we asked for."),
        }
        reason = reasons.get(answer, "")
    identity = ":".join((result.reference, result.transaction, result.response_code, str(result.amount)))[:200]
    Notice.objects.get_or_create(
        source=Notice.Source.VNPAY,
        identity=identity,
        defaults={
            "body": query.encode("utf-8", "surrogateescape"),
            "state": state,
            "reason": reason,
            "receipt": attempt.receipt if attempt else None,
        },
    )
