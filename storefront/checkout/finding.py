"""A buyer without an account finds the order again: by its number and the phone number it was ordered with."""

from allauth.core import ratelimit
from django import forms
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from storefront.order.queries import order_address, order_by_signature, order_of_buyer, signed_parts, typed_number
from storefront.phones import PhoneField
from storefront.web.client_address import device_of

NOT_FOUND = _(
    "We find no order with this number and this phone number. Please check both: the number stands in the "
    "confirmation of the order, the phone number is the one that the courier calls."
)
TOO_OFTEN = _("Orders were looked for very often from here. Please try again in an hour.")
TOO_OFTEN_STATUS = 429


class FindOrderForm(forms.Form):
    """Number and phone, as people type them. Whether one of the two is right is never said."""

    number = forms.CharField(
        label=_("Order number"),
        max_length=600,
        help_text=_("Six digits or more, such as 100001; it stands in the confirmation of the order."),
        error_messages={"required": _("Please enter the order number.")},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    phone = PhoneField(
        help_text=_("The one you gave when you ordered."),
        error_messages={"required": _("Please enter the phone number you gave when you ordered.")},
    )

    def clean_number(self) -> str:
        number = typed_number(self.cleaned_data["number"])
        if not number:
            raise forms.ValidationError(_("An order number is made of digits, such as 100001."))
        return number


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def find_order(request):
    """The form; sent with the right pair, it leads to the order's own page."""
    if request.method != "POST":
        return render(request, "shop/find_order.html", {"form": FindOrderForm()})
    form, status = FindOrderForm(request.POST), 422
    if form.is_valid():
        phone = form.cleaned_data["phone"].as_e164
        if not _may_look(request, phone):
            form.add_error(None, TOO_OFTEN)
            status = TOO_OFTEN_STATUS
        elif order := order_of_buyer(form.cleaned_data["number"], phone=phone):
            return redirect(order_address(order))
        else:
            form.add_error(None, NOT_FOUND)
    return render(request, "shop/find_order.html", {"form": form}, status=status)


def lead_on(request, rest: str):
    """Answers what comes behind `/don-hang/` and is no order's address as it stands: leads on to the order where only
    noise is around number and signature. Where the signature is hurt (cut off, in capitals), the form to find it."""
    parts = signed_parts(rest)
    order = order_by_signature(*parts) if parts else None
    if order:
        return redirect(order_address(order))
    form = FindOrderForm(initial={"number": typed_number(rest.partition("/")[0])[:20]})
    response = render(request, "shop/find_order.html", {"form": form, "is_broken_address": True}, status=404)
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "no-referrer"
    return response


def _may_look(request, phone: str) -> bool:
    """Counts for the device, its network and the phone number, so that nobody tries out numbers."""
    counted = (("order_find", device_of(request)), ("order_find_phone", phone))
    return all(ratelimit.consume(request, action=action, key=key) for action, key in counted)
