"""What a seller asks for delivery."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from catalogue.money import dong

MAX_AMOUNT = 100_000_000


class AmountField(forms.IntegerField):
    """Whole đồng, typed with or without dots; blank for what is not asked."""

    def __init__(self, **options):
        faults = {
            "invalid": _("Please enter an amount in đồng, for example 30.000."),
            "min_value": _("An amount cannot be below 0."),
            "max_value": _("This amount is too large."),
        }
        widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
        bounds = {"min_value": 0, "max_value": MAX_AMOUNT}
        super().__init__(**{"required": False, "error_messages": faults, "widget": widget, **bounds, **options})

    def to_python(self, value):
        return super().to_python(value.replace(".", "").replace(" ", "") if isinstance(value, str) else value)


class DeliveryForm(forms.Form):
    delivery_charge = AmountField(label=_("Delivery of one parcel (đồng)"))
    free_delivery_from = AmountField(
        label=_("Free delivery from (đồng)"),
        help_text=_("Value of the goods in one parcel. Leave it empty for never."),
    )
    minimum_order = AmountField(
        label=_("Least order (đồng)"), help_text=_("Value of the goods in one parcel. Leave it empty for none.")
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        usual = dong(settings.SHIPPING_FLAT_CHARGE)
        self.fields["delivery_charge"].help_text = _("Leave it empty for %(usual)s, as everywhere on this site.") % {
            "usual": usual
        }
