"""What lies beside an order's own page: its receipt, messages to its sellers, and addresses that came with noise."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from catalogue.parameters import number_in
from storefront.order.models import Order, ParcelMessage
from storefront.order.queries import order_address, order_by_signature
from storefront.order.services.messages import write_message
from storefront.order.services.parcels import ParcelRefused
from storefront.web.idempotency.decorators import sent_once

from .finding import lead_on
from .receipts import receipt_pdf
from .talks import BuyerMessageForm
from .views import order_page


def _order(number: str, signature: str) -> Order:
    order = order_by_signature(number, signature)
    if order is None:
        raise Http404
    return order


@never_cache
@require_safe
def receipt(_request, number: str, signature: str):
    """The receipt of an order as PDF. It says no more of the buyer than the page does."""
    order = _order(number, signature)
    answer = HttpResponse(receipt_pdf(order), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="don-hang-{order.number}.pdf"'
    return _kept_private(answer)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@sent_once(by_content=True)
def message(request, number: str, signature: str):
    """The buyer writes about one parcel of the order (`parcel`: its number within the order).

    A refused form stands at this address; who asks for it again is led to the order.
    """
    order = _order(number, signature)
    if request.method != "POST":
        return redirect(order_address(order))
    parcel = order.parcels.filter(number=number_in(request.POST.get("parcel")) or 0).first()
    if parcel is None:
        raise Http404
    form = BuyerMessageForm(request.POST, parcel=parcel)
    if form.is_valid():
        by = request.user if order.user_id and request.user.pk == order.user_id else None
        try:
            write_message(parcel=parcel, sender=ParcelMessage.Sender.BUYER, text=form.cleaned_data["text"], by=by)
        except ParcelRefused as refusal:
            form.add_error("text", refusal.message)
        else:
            messages.success(request, _("Your message is with the seller."))
            return redirect(f"{order_address(order)}#parcel-{parcel.number}")
    return order_page(request, order, bound=form)


@never_cache
@require_safe
def noisy_address(request, rest: str):
    """An order's address with something in it, or behind it, that messengers put there."""
    return lead_on(request, rest)


def _kept_private(answer: HttpResponse) -> HttpResponse:
    answer["X-Robots-Tag"] = "noindex, nofollow"
    answer["Referrer-Policy"] = "no-referrer"
    return answer
