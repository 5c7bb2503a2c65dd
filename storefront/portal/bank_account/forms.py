"""The account a producer wants to be paid on."""

import re

from django import forms
from django.utils.translation import gettext_lazy as _

from catalogue.text import visible
from storefront.payment.models import bank_choices

_SEPARATORS = re.compile(r"[\s.\-]+")
_NUMBER = re.compile(r"[0-9]{6,19}")


class BankAccountForm(forms.Form):
    bank_bin = forms.ChoiceField(
        label=_("Bank"),
        choices=lambda: [("", "–"), *bank_choices()],
        error_messages={
            "required": _("Please choose the bank."),
            "invalid_choice": _("We do not know this bank. Please choose one of the list."),
        },
    )
    number = forms.CharField(
        label=_("Account number"),
        max_length=60,
        help_text=_("6 to 19 digits, as in the app of your bank. It is not the number of a card."),
        error_messages={"required": _("Please enter the number of the account.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )
    holder = forms.CharField(
        label=_("Account holder"),
        max_length=100,
        help_text=_("As the bank writes it. Buyers see it when they pay."),
        error_messages={"required": _("Please enter the holder as the bank writes it.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def clean_number(self) -> str:
        number = _SEPARATORS.sub("", visible(self.cleaned_data["number"]))
        if not _NUMBER.fullmatch(number):
            raise forms.ValidationError(_("An account number has 6 to 19 digits and no letters."))
        return number
