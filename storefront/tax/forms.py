"""Fields of forms that ask for taxes."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .codes import clean_tax_code
from .rates import VatKind


def vat_field(label: str) -> forms.ChoiceField:
    """The one field for the value added tax of something."""
    return forms.ChoiceField(label=label, choices=VatKind.choices, initial=VatKind.UNKNOWN)


class TaxCodeField(forms.CharField):
    """A tax code in any spelling; gives its one spelling."""

    def __init__(self, **options):
        super().__init__(
            max_length=40,
            required=False,
            widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
            **options,
        )

    def clean(self, value) -> str:
        return clean_tax_code(super().clean(value))


class InvoiceFields(forms.Form):
    """What a buyer says who wants an invoice: all blank where none is wanted. The form has a field `email` too."""

    invoice_name = forms.CharField(
        label=_("Name on the invoice"),
        max_length=200,
        required=False,
        help_text=_("Of the company or the person."),
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    invoice_tax_code = TaxCodeField(
        label=_("Tax code"),
        help_text=_(
            "10 or 13 digits, or the personal number of a person (12). Only the sellers of this order see it."
        ),
    )
    invoice_address = forms.CharField(
        label=_("Address on the invoice"),
        max_length=300,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def clean(self) -> dict:
        data = super().clean()
        if self.wants_invoice:
            self._ask("invoice_name", _("Please enter the name that stands on the invoice."))
            self._ask("invoice_address", _("Please enter the address that stands on the invoice."))
            self._ask("email", _("The invoice is sent by e-mail: please enter an address."))
        return data

    def _ask(self, field: str, why: str) -> None:
        if not self.errors.get(field) and not self.cleaned_data.get(field):
            self.add_error(field, why)

    @property
    def wants_invoice(self) -> bool:
        """Whether anything of an invoice was typed."""
        return any(str(self[name].value() or "").strip() for name in INVOICE_FIELDS)

    @property
    def delivery_fields(self) -> list:
        return [field for field in self if field.name not in INVOICE_FIELDS]

    @property
    def invoice_fields(self) -> list:
        return [self[name] for name in INVOICE_FIELDS]


INVOICE_FIELDS = tuple(InvoiceFields.base_fields)
