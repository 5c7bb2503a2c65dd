"""Forms of the payments office."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from storefront.partner.models import Partner
from storefront.payment.models import BankAccount, bank_choices

MAX_STATEMENT_BYTES = 2_000_000
MAX_REASON = 300


class StatementForm(forms.Form):
    account = forms.ModelChoiceField(
        label=_("Bank account"),
        queryset=BankAccount.objects.used(),
        error_messages={"required": _("Please choose the account that the statement is of.")},
    )
    file = forms.FileField(
        label=_("Statement"),
        help_text=_("The file as the bank gives it: Excel or CSV. You see what was read before anything is booked."),
        error_messages={"required": _("Please choose the file of the bank.")},
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.xls,.xlsx"}),
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > MAX_STATEMENT_BYTES:
            raise ValidationError(_("This file is larger than 2 MB. Please ask the bank for a shorter period."))
        return file


class AccountForm(forms.Form):
    partner = forms.ModelChoiceField(
        label=_("Whose account?"),
        queryset=Partner.objects.filter(producer__isnull=False).order_by("name"),
        required=False,
        empty_label=_("The shop's"),
        help_text=_("Accounts of sellers are used where the shop is set so that each seller is paid directly."),
    )
    bank_bin = forms.ChoiceField(
        label=_("Bank"), choices=bank_choices, error_messages={"required": _("Please choose the bank.")}
    )
    number = forms.CharField(
        label=_("Account number"),
        max_length=19,
        validators=BankAccount._meta.get_field("number").validators,
        error_messages={"required": _("Please enter the number of the account.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    holder = forms.CharField(
        label=_("Account holder"),
        max_length=100,
        help_text=_("As the bank writes it."),
        error_messages={"required": _("Please enter the holder as the bank writes it.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class AssignmentForm(forms.Form):
    reference = forms.CharField(
        label=_("Reference of the payment"),
        max_length=60,
        error_messages={"required": _("Please enter the reference, for example OCOP DH26113000001.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    reason = forms.CharField(
        label=_("How do you know?"),
        max_length=MAX_REASON,
        error_messages={"required": _("Please say how you know what the money is for.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class NoticeForm(forms.Form):
    found = forms.CharField(
        label=_("What did you find?"),
        max_length=200,
        error_messages={"required": _("Please say what the notice is about.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class RefundForm(forms.Form):
    reason = forms.CharField(
        label=_("Why does it go back?"),
        max_length=MAX_REASON,
        error_messages={"required": _("Please say why the money goes back.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
