"""Where banks and VNPay call, and where VNPay sends the buyer back to."""

from http import HTTPStatus

from allauth.core import ratelimit
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from catalogue.errors import Refusal
from storefront.order.queries import order_address, order_by_signature
from storefront.web.client_address import address_of

from .inbox import keep_refused, receive_notice
from .models import Payment, VnpayAttempt
from .notices.notice import ANSWER, MAX_BODY, BadSignature, NoticeRefused, NoticeTooOld
from .services.notices import source_named
from .services.requests import vnpay_terminal
from .services.vnpay import begin_attempt, record_result
from .vnpay import IpnAnswer, Outcome, Terminal, VnpayMalformed, failure_words, read_message

_STATUS: dict[type[NoticeRefused], HTTPStatus] = {
    BadSignature: HTTPStatus.UNAUTHORIZED,
    NoticeTooOld: HTTPStatus.UNAUTHORIZED,
}


@csrf_exempt  # programs call here: they sign what they say
@never_cache
@require_POST
def notice(request: HttpRequest, source: str) -> HttpResponse:
    """A notice of a bank: answered as soon as it is kept."""
    service = source_named(source)
    if service is None:
        raise Http404(source)
    body = request.read(MAX_BODY + 1)
    try:
        receive_notice(source=service, headers=request.headers, body=body, now=timezone.now())
    except NoticeRefused as refusal:
        if not ratelimit.consume(request, action="refused_notice"):
            return HttpResponse(status=HTTPStatus.TOO_MANY_REQUESTS)
        keep_refused(source=service.name, body=body, refusal=refusal)
        status = _STATUS.get(type(refusal), HTTPStatus.UNPROCESSABLE_ENTITY)
        return JsonResponse({"success": False, "message": str(refusal.message)}, status=status)
    return HttpResponse(ANSWER, content_type="application/json")


@never_cache
@require_safe
def vnpay_ipn(request: HttpRequest) -> HttpResponse:
    """VNPay says how a payment ended; what it hears decides whether it calls again."""
    terminal, query = _terminal(), request.META.get("QUERY_STRING", "")
    try:
        answer = record_result(result=read_message(query, terminal), query=query)
    except VnpayMalformed:
        answer = IpnAnswer.OTHER
    return JsonResponse(answer.body)


@never_cache
@require_POST
def vnpay_start(request: HttpRequest, number: str, signature: str, pk: int) -> HttpResponseBase:
    """From the order's own page to VNPay; also again, as long as something is missing."""
    order = order_by_signature(number, signature)
    if order is None:
        raise Http404
    payment = Payment.objects.select_related("order").filter(pk=pk, order=order).first()
    return to_vnpay(request, payment) if payment else redirect(order_address(order))


def to_vnpay(request: HttpRequest, payment: Payment) -> HttpResponseBase:
    """To VNPay's page, or with the reason to the order's page."""
    terminal = vnpay_terminal()
    if terminal is None:
        messages.error(request, _("Payment at VNPay is not offered at the moment."))
        return redirect(order_address(payment.order))
    try:
        address = begin_attempt(
            payment=payment,
            terminal=terminal,
            return_url=settings.SITE_URL + reverse("vnpay-return"),
            ip=address_of(request),
            language=get_language() or "vi",
        )
    except Refusal as refusal:
        messages.error(request, str(refusal.message))
        return redirect(order_address(payment.order))
    return redirect(address)


@never_cache
@require_safe
def vnpay_return(request: HttpRequest) -> HttpResponseBase:
    """The buyer comes back: the message is only shown, for it may be a recording and is no word of the bank to us."""
    try:
        result = read_message(request.META.get("QUERY_STRING", ""), _terminal())
    except VnpayMalformed as error:
        raise Http404 from error
    if result.outcome is Outcome.BAD_SIGNATURE:
        raise Http404
    attempt = get_object_or_404(VnpayAttempt.objects.select_related("payment__order"), reference=result.reference)
    if not attempt.outcome:  # else the page of the order says it
        if result.outcome is Outcome.FAILED:
            messages.warning(request, failure_words(result.response_code))
        else:
            messages.info(
                request, _("VNPay says that you have paid. We wait for its own word to us, usually seconds.")
            )
    return redirect(order_address(attempt.payment.order))


def _terminal() -> Terminal:
    terminal = vnpay_terminal()
    if terminal is None:
        raise Http404
    return terminal
