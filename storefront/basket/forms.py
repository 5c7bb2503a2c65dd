from django import forms
from django.utils.translation import gettext_lazy as _

MOST = 99


class QuantityForm(forms.Form):
    """How many units: 1 to 99."""

    quantity = forms.IntegerField(
        label=_("Quantity"),
        min_value=1,
        max_value=MOST,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"),
            _("Please enter a whole number between 1 and 99."),
        ),
    )
