"""From basket to order in two steps: who gets it, and a last look. Each step checks what comes before it."""

import dataclasses
import datetime

from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from catalogue.parameters import number_in
from storefront.address.models import UserAddress
from storefront.basket.costs import cost_of
from storefront.basket.middleware import note_empty_basket, note_units
from storefront.basket.queries import basket_rows, parcels
from storefront.claims.queries import open_claims
from storefront.order.models import Order
from storefront.order.queries import (
    order_address,
    order_by_signature,
    order_signature,
    ordered_parcels,
    status_label,
    to_pay,
    waiting_until,
)
from storefront.partner.services import StockRefused
from storefront.payment.models import Method
from storefront.payment.queries import transfers_of
from storefront.payment.services.requests import Payee, accounts_for, vnpay_terminal
from storefront.payment.views import to_vnpay
from storefront.shipping.charges import parcel_costs
from storefront.shipping.pickup import accepted_offers, chosen_offers
from storefront.tax.forms import INVOICE_FIELDS
from storefront.tax.queries import vat_of
from storefront.vouchers.applying import apply_vouchers
from storefront.vouchers.queries import Buyer
from storefront.web.client_address import address_of
from storefront.web.idempotency.decorators import sent_once
from storefront.web.idempotency.services import made_nothing

from .address_book import AddressRefused, addresses_of, contact_of, save_address
from .errors import BasketEmpty, OrderRefused, PaymentGone, PickupGone
from .finding import lead_on
from .forms import ContactForm, PickupForm
from .guests import network_digest
from .services import (
    BANK_TRANSFER,
    CASH_ON_DELIVERY,
    VNPAY,
    Contact,
    enter_checkout,
    orders_at_once,
    place_order,
)
from .session import Checkout
from .talks import BuyerMessageForm, talks_about


def _orderable(request):
    """Rows of a basket that can be ordered as it stands; None if the visitor must go back to it first.

    Its vouchers are judged by all that is known of the buyer.
    """
    contact = Checkout.of(request).contact
    if contact and request.basket.judged:
        apply_vouchers(request.basket, Buyer(request.user, contact.phone, contact.email))
    rows = basket_rows(request.basket)
    if not rows or any(row.problem for row in rows):
        return None
    if any(parcel.missing_to_minimum for parcel in parcel_costs(request.basket).values()):
        return None
    return rows


def _back_to_basket(request):
    if request.basket.is_empty:
        messages.info(request, _("Your basket is empty."))
    else:
        messages.error(request, _("Something in the basket can no longer be ordered. Please check it first."))
    return redirect("basket")


def _summary(request, rows, kept: "Kept") -> dict:
    """Before an address is given the cost is the least it can be."""
    checkout = Checkout.of(request)
    province = checkout.contact.province if checkout.contact else None
    places = chosen_offers(_sellers(request.basket), checkout.pickups)
    cost = cost_of(request.basket, province, places)
    return {
        "rows": rows,
        "parcels": parcels(rows, cost.parcels),
        "cost": cost,
        "vouchers": request.basket.judged,
        "has_illustrative": any(row.is_illustrative for row in rows),
        "kept_until": kept.until,
    }


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def contact(request):
    """Step 1: name, phone, address. The whole cost stands beside the form."""
    rows = _orderable(request)
    if rows is None:
        return _back_to_basket(request)
    checkout, kept = Checkout.of(request), Kept()
    is_member = request.user.is_authenticated
    addresses = list(addresses_of(request.user)) if is_member else []
    chosen = None if request.method == "POST" else _chosen(request, addresses)
    offers = accepted_offers(_sellers(request.basket))
    if request.method == "POST":
        form = ContactForm(request.POST, is_member=is_member)
        pickup = PickupForm(request.POST, offers=offers)
        if pickup.is_valid() and form.is_valid() and _is_delivered(request, form, pickup):
            checkout.keep_contact(form.contact(), for_address_book=form.cleaned_data.get("keep", False))
            checkout.keep_pickups(pickup.chosen())
        elif not pickup.is_valid():
            form.add_error(None, PickupGone().message)
        kept = _keep(request, form.contact() if form.is_valid() else None)
        if form.is_valid() and not kept.refusal:
            return redirect("checkout-review")
    else:
        form = ContactForm(initial=_initial(request, checkout, chosen), is_member=is_member)
        pickup = PickupForm(initial=PickupForm.initial_of(checkout.pickups), offers=offers)
        kept = _keep(request)
    if isinstance(kept.refusal, StockRefused) and not form.errors:
        messages.error(request, kept.refusal.message)
        return redirect("basket")
    refusal = kept.refusal if form.is_bound and form.is_valid() else None
    status = refusal.status if refusal else 422 if form.is_bound else 200
    is_refused = bool(refusal or form.errors)
    context = {
        "form": form,
        "pickup": pickup,
        "refusal": refusal,
        "is_refused": is_refused,
        "addresses": addresses,
        "chosen": chosen,
        **_summary(request, rows, kept),
    }
    return render(request, "shop/checkout.html", context, status=status)


def _is_delivered(request, form: ContactForm, pickup: PickupForm) -> bool:
    """Whether every seller delivers to this address, but those whose parcels are fetched; says at the field who does
    not."""
    places = chosen_offers(_sellers(request.basket), pickup.chosen())
    costs = parcel_costs(request.basket, form.cleaned_data["province"], places)
    refused = {seller for seller, cost in costs.items() if cost.is_refused}
    sellers = {line.stockrecord.partner for line in request.basket.all_lines()}
    names = [seller.display_name for seller in sellers if seller.pk in refused]
    if names:
        text = _("%(sellers)s does not deliver to this province, or not so much at once.")
        form.add_error("province", text % {"sellers": ", ".join(sorted(names))})
    return not names


def _chosen(request, addresses: list[UserAddress]) -> UserAddress | None:
    """The own address that was chosen for the form; else the usual one, unless something was typed already."""
    asked = number_in(request.GET.get("dia-chi"))
    found = next((address for address in addresses if address.pk == asked), None)
    if found or Checkout.of(request).contact:
        return found
    return next((address for address in addresses if address.is_default_for_shipping), None)


@dataclasses.dataclass(frozen=True)
class Kept:
    """What a step of the checkout keeps for the buyer: until when, or why not."""

    until: datetime.datetime | None = None
    refusal: OrderRefused | StockRefused | None = None


def _keep(request, contact: Contact | None = None) -> Kept:
    """Keep the units of the basket for this buyer; looking for headers keeps nothing."""
    if request.method == "HEAD":
        return Kept()
    try:
        return Kept(until=enter_checkout(basket=request.basket, contact=contact, **_sender(request)))
    except (OrderRefused, StockRefused) as refusal:
        return Kept(refusal=refusal)


def _sender(request) -> dict:
    """Who orders, and from which network."""
    return {
        "buyer": request.user if request.user.is_authenticated else None,
        "network": network_digest(address_of(request)),
    }


def _initial(request, checkout: Checkout, chosen: UserAddress | None) -> dict:
    if chosen:
        kept = checkout.contact
        invoice = {name: getattr(kept, name) for name in INVOICE_FIELDS} if kept else {}
        return {**vars(contact_of(chosen, email=kept.email if kept else request.user.email)), **invoice}
    if checkout.contact:
        return {**vars(checkout.contact), "keep": checkout.is_for_address_book}
    if request.user.is_authenticated:
        user = request.user
        return {"email": user.email, "name": f"{user.last_name} {user.first_name}".strip()}
    return {}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def review(request):
    """Step 2: every parcel, the address, the total; then the order."""
    checkout = Checkout.of(request)
    if request.method == "POST":
        answer = _place(request)
        note_units(request)  # a second click too, for the browser has thrown the first answer away
        return answer
    rows = _orderable(request)
    if rows is None:
        return _back_to_basket(request)
    if checkout.contact is None:
        return redirect("checkout")
    return _review_page(request, checkout, rows)


def _review_page(request, checkout: Checkout, rows, *, refusal=None):
    kept = _keep(request, checkout.contact)
    if isinstance(kept.refusal, StockRefused):
        messages.error(request, (refusal or kept.refusal).message)
        return redirect("basket")
    accounts = accounts_for(_sellers(request.basket))
    context = {
        "contact": checkout.contact,
        "token": checkout.token_for(request.basket),
        "takes_transfers": accounts is not None,
        "pays_each_seller": isinstance(accounts, dict) and len(accounts) > 1,
        "takes_vnpay": vnpay_terminal() is not None,
        "payment_hours": settings.PAYMENT_HOURS,
        "method": request.POST.get("payment", CASH_ON_DELIVERY),
        "refusal": refusal,
        "is_refused": bool(refusal),
        "needs_call": not orders_at_once(request.user if request.user.is_authenticated else None),
        **_summary(request, rows, kept),
    }
    status = getattr(refusal, "status", 409) if refusal else 200
    return render(request, "shop/review.html", context, status=status)


def _sellers(basket) -> set[int]:
    """Partner ids of those who sell what is in the basket."""
    return set(basket.lines.values_list("stockrecord__partner", flat=True))


def _payee(method: str, basket) -> Payee | None:
    """To whom it is paid in advance; None for cash. PaymentGone for what is not offered."""
    if method not in (BANK_TRANSFER, VNPAY):
        return None
    payee = accounts_for(_sellers(basket)) if method == BANK_TRANSFER else vnpay_terminal()
    if payee is None:
        raise PaymentGone
    return payee


@sent_once
def _place(request):
    checkout = Checkout.of(request)
    basket = checkout.basket_of(request.POST.get("token", ""))
    shown = number_in(request.POST.get("total"))
    is_submitted = basket is not None and basket.status == basket.SUBMITTED
    if basket is None or shown is None:
        messages.info(request, _("Please check your order once more."))
        return made_nothing(redirect("checkout-review"))
    if checkout.contact is None and not is_submitted:
        return made_nothing(redirect("checkout"))
    try:
        pay_to = None if is_submitted else _payee(request.POST.get("payment", ""), basket)
        order = place_order(
            basket=basket,
            contact=checkout.contact,
            shown_total=shown,
            language=get_language(),
            pay_to=pay_to,
            pickups=checkout.pickups,
            **_sender(request),
        )
    except BasketEmpty:
        return made_nothing(redirect("checkout-review"))
    except (OrderRefused, StockRefused) as refusal:
        rows = _orderable(request)
        if rows is None:
            messages.error(request, refusal.message)
            return made_nothing(redirect("basket"))
        return made_nothing(_review_page(request, checkout, rows, refusal=refusal))
    if not is_submitted:
        _keep_address(request, checkout)
    checkout.forget_contact()
    note_empty_basket(None, request)
    payment = order.payments.filter(method=Method.VNPAY).first()
    if payment and not is_submitted:
        return to_vnpay(request, payment)  # the order is there, whatever becomes of the visit
    return redirect(order_address(order))


def _keep_address(request, checkout: Checkout) -> None:
    """Into the address book, if the buyer asked for it. A full one keeps nobody from ordering."""
    if checkout.contact and checkout.is_for_address_book and request.user.is_authenticated:
        try:
            save_address(user=request.user, contact=checkout.contact)
        except AddressRefused as refusal:
            messages.warning(request, refusal.message)


@never_cache
@require_safe
def thanks(request, number: str, signature: str):
    """The order's own page, without sign-in: its address is signed, and it says no more than is needed."""
    order = order_by_signature(number, signature)
    return order_page(request, order) if order else lead_on(request, f"{number}/{signature}")


def order_page(request, order: Order, *, bound: BuyerMessageForm | None = None):
    """The page of an order; `bound` is the form of a message that was refused."""
    parcels = ordered_parcels(order)
    context = {
        "order": order,
        "status": status_label(order),
        "parcels": parcels,
        "talks": talks_about(parcels, bound=bound),
        "signature": order_signature(order),
        "waiting_until": waiting_until(parcels),
        "to_pay": to_pay(parcels),
        "vat": vat_of(parcels),
        "transfers": transfers_of(order),
        "fake_bank": settings.FAKE_BANK_URL,
        "address": order.shipping_address,
        "own": request.path,
        "claimed": open_claims(order),
    }
    response = render(request, "shop/thanks.html", context, status=422 if bound else 200)
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "same-origin"  # "no-referrer" would hide from us where its forms come from
    return response
