"""Taxes of a seller's goods, as the producer says them."""

from django import forms
from django.utils.translation import gettext_lazy as _

from storefront.partner.models import StockRecord
from storefront.tax.forms import TaxCodeField, vat_field


class TaxForm(forms.Form):
    """`offers`: stock records of the seller; each has a field `offer_<id>`."""

    tax_code = TaxCodeField(
        label=_("Tax code"),
        help_text=_("10 digits, 13 for a branch, 12 if it is a personal number. Only you and the department see it."),
    )
    delivery_kind = vat_field(_("VAT of delivery"))

    def __init__(self, *args, offers, **kwargs):
        super().__init__(*args, **kwargs)
        self.offers = list(offers)
        for offer in self.offers:
            self.fields[f"offer_{offer.pk}"] = vat_field(_label(offer))

    def kinds(self) -> dict[int, str]:
        return {offer.pk: self.cleaned_data[f"offer_{offer.pk}"] for offer in self.offers}


def _label(offer: StockRecord) -> str:
    product = offer.product
    return f"{product.get_title()} ({product.packaging})" if product.packaging else product.get_title()
