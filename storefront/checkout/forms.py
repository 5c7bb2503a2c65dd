"""The one form of the checkout."""

from django import forms
from django.utils.translation import gettext_lazy as _

from catalogue.long_texts import LongTextField
from storefront.form_fields import EmailField
from storefront.phones import PhoneField

from .services import Contact


def _required(text):
    return {"required": text}


class ContactForm(forms.Form):
    """Who gets the parcel and where. Province and commune are free text: old and new names are both fine."""

    name = forms.CharField(
        label=_("Full name"),
        max_length=120,
        error_messages=_required(_("Please enter the name of the person who receives the parcel.")),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    phone = PhoneField(
        help_text=_("The courier calls this number before delivering."),
        error_messages=_required(_("Please enter a phone number; the courier calls before delivering.")),
    )
    email = EmailField(
        label=_("E-mail"),
        required=False,
        help_text=_("We send the confirmation of the order there. Leave it empty if you have none."),
        widget=forms.EmailInput(attrs={"autocomplete": "email", "inputmode": "email"}),
    )
    province = forms.CharField(
        label=_("Province or city"),
        max_length=80,
        error_messages=_required(_("Please enter the province or city.")),
        widget=forms.TextInput(attrs={"autocomplete": "address-level1"}),
    )
    commune = forms.CharField(
        label=_("Commune, ward or township"),
        max_length=120,
        help_text=_("The old or the new name, with the district if you like."),
        error_messages=_required(_("Please enter the commune, ward or township.")),
        widget=forms.TextInput(attrs={"autocomplete": "address-level2"}),
    )
    street = forms.CharField(
        label=_("House number, street, village"),
        max_length=200,
        error_messages=_required(_("Please enter house number and street, or the village.")),
        widget=forms.TextInput(attrs={"autocomplete": "address-line1"}),
    )
    note = LongTextField(
        label=_("Note for the courier"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
    )

    def contact(self) -> Contact:
        """The checked values."""
        return Contact(**{**self.cleaned_data, "phone": self.cleaned_data["phone"].as_e164})
