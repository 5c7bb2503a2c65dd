"""Ordering stamps."""

from django import forms
from django.utils.translation import gettext_lazy as _

from catalogue.products.models import Product
from catalogue.traceability.lots.queries import lots_of
from catalogue.traceability.stamps.batches import MAX_STAMPS
from storefront.portal.lots.forms import LotField


class BatchForm(forms.Form):
    """How many stamps of which product, perhaps for one lot."""

    product = forms.ModelChoiceField(label=_("Product"), queryset=Product.objects.none(), empty_label=None)
    count = forms.IntegerField(
        label=_("How many stamps"),
        min_value=1,
        max_value=MAX_STAMPS,
        help_text=_("A sheet of A4 paper holds 65, 48, 40 or 24."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    lot = LotField(label=_("For one lot"), empty_label=_("choose later, when they are on the packs"))

    def __init__(self, *args, producer, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["product"].queryset = producer.products.filter(is_public=True).order_by("title")
        self.fields["lot"].queryset = lots_of(producer)
