"""The basket page and the two ways to change the basket."""

from dataclasses import replace

from allauth.core import ratelimit
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_POST, require_safe

from catalogue.parameters import number_in, text_in
from catalogue.products.models import Product
from storefront.basket.costs import cost_of
from storefront.partner.services import InsufficientStock, StockRefused
from storefront.vouchers.services import VoucherRefused
from storefront.web.client_address import device_of
from storefront.web.form_faults import Fault
from storefront.web.origin import Sender, sender_of

from .forms import QuantityForm
from .queries import BasketRow, basket_rows, parcels, wanted_product
from .services import BasketRefused, add_to_basket, set_quantity
from .vouchers import put_into_basket, take_out_of_basket

MAX_CODE = 60


@require_safe
@never_cache
def basket(request):
    return _page(request, basket_rows(request.basket))


def _page(request, rows: list[BasketRow], *, status: int = 200, code: str = "", code_fault: str = ""):
    can_be_sold = bool(rows) and not any(row.problem for row in rows)
    cost = cost_of(request.basket) if can_be_sold else None
    is_below_minimum = cost is not None and any(parcel.missing_to_minimum for parcel in cost.parcels.values())
    faults = [Fault(row.fault, f"quantity-{row.line_id}") for row in rows if row.fault]
    if code_fault:
        faults.append(Fault(code_fault, "voucher-code"))
    context = {
        "rows": rows,
        "parcels": parcels(rows, cost.parcels if cost else None),
        "is_ready": can_be_sold and not is_below_minimum,
        "is_below_minimum": is_below_minimum,
        "cost": cost,
        "has_illustrative": any(row.is_illustrative for row in rows),
        "faults": faults,
        "is_refused": bool(faults),
        "vouchers": request.basket.judged,
        "voucher_code": code,
        "voucher_fault": code_fault,
    }
    return render(request, "shop/basket.html", context, status=status)


@csrf_exempt
@require_POST
@never_cache
def add(request, product_id: int):
    """Product pages are the same for everybody and carry no CSRF token, so the sender is judged here."""
    product = wanted_product(product_id, variant=request.POST.get("variant", ""))
    if product is None:
        raise Http404
    sender = sender_of(request)
    if sender is Sender.OURS:
        return _add(request, product)
    if sender is Sender.FOREIGN:
        return render(request, "shop/foreign_form.html", {"product": product}, status=403)
    if "csrfmiddlewaretoken" in request.POST:
        return csrf_protect(_add)(request, product)
    form = QuantityForm(request.POST)
    quantity = form.cleaned_data["quantity"] if form.is_valid() else 1
    return render(request, "shop/confirm_add.html", {"product": product, "quantity": quantity})


def _add(request, product: Product):
    form = QuantityForm(request.POST)
    if not form.is_valid():
        reason, typed = form.errors["quantity"][0], text_in(request.POST.get("quantity"), max_length=20)
        context = {"product": product, "quantity": 1, "typed": typed, "is_refused": True}
        context["faults"] = [Fault(reason, "quantity")]
        return render(request, "shop/not_added.html", context, status=422)
    try:
        add_to_basket(basket=request.basket, product=product, quantity=form.cleaned_data["quantity"])
    except (BasketRefused, StockRefused) as refusal:
        in_basket = sum(line.quantity for line in request.basket.all_lines() if line.product_id == product.pk)
        context = {
            "product": product,
            "reason": refusal.message,
            "in_basket": in_basket,
            "quantity": max(_left(refusal) - in_basket, 0),
            "is_refused": True,
        }
        return render(request, "shop/not_added.html", context, status=409)
    messages.success(request, _("“%(product)s” is now in your basket.") % {"product": product.title})
    return redirect("basket")


def _left(refusal: BasketRefused | StockRefused) -> int:
    """Units that could be ordered instead."""
    return refusal.shortages[0].left if isinstance(refusal, InsufficientStock) else 0


@require_POST
def update(request):
    """Set the quantity of one line, or remove it. A refused quantity stays in its field with the reason."""
    line_id = number_in(request.POST.get("line"))
    if line_id is None or request.basket.pk is None:
        raise Http404
    quantity = 0
    if "remove" not in request.POST:
        form = QuantityForm(request.POST)
        if not form.is_valid():
            return _refused(request, line_id, form.errors["quantity"][0], status=422)
        quantity = form.cleaned_data["quantity"]
    try:
        set_quantity(basket=request.basket, line_id=line_id, quantity=quantity)
    except (BasketRefused, StockRefused) as refusal:
        return _refused(request, line_id, refusal.message, status=409)
    messages.success(request, _("The basket has been updated.") if quantity else _("Removed from the basket."))
    return redirect("basket")


def _refused(request, line_id: int, reason: str, *, status: int):
    typed = text_in(request.POST.get("quantity"), max_length=20)
    rows = basket_rows(request.basket)
    marked = [replace(row, typed=typed, fault=reason) if row.line_id == line_id else row for row in rows]
    if not any(row.fault for row in marked):  # it was removed or ordered in another window
        messages.error(request, reason)
        return redirect("basket")
    return _page(request, marked, status=status)


@require_POST
def voucher(request):
    """Let a voucher count for the basket, or no more. A refused code stays in its field with the reason."""
    typed = text_in(request.POST.get("code"), max_length=MAX_CODE)
    if "remove" in request.POST:
        typed = text_in(request.POST["remove"], max_length=MAX_CODE)
        change, said = take_out_of_basket, _("The voucher was removed.")
    elif not ratelimit.consume(request, action="voucher_code", key=device_of(request)):
        reason = _("Codes were tried very often from here. Please try again in an hour.")
        return _code_refused(request, typed, reason, 429)
    else:
        change, said = put_into_basket, ""
    try:
        change(basket=request.basket, code=typed)
    except VoucherRefused as refusal:
        return _code_refused(request, typed, refusal.message, 422)
    if said:
        messages.success(request, said)
    return redirect("basket")


def _code_refused(request, typed: str, reason: str, status: int):
    return _page(request, basket_rows(request.basket), status=status, code=typed, code_fault=reason)
