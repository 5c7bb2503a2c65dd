"""The one form of the checkout, and its part that the address book keeps."""

from collections.abc import Iterable, Mapping

from django import forms
from django.templatetags.static import static
from django.urls import reverse_lazy
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from catalogue.geography.typed import Province, province_names
from catalogue.long_texts import LongTextField
from catalogue.money import dong
from storefront.form_fields import EmailField
from storefront.phones import PhoneField
from storefront.shipping.models import PickupOffer
from storefront.tax.forms import INVOICE_FIELDS, InvoiceFields

from .places import Meant, Question, meant_commune, meant_province, says_the_same
from .services import Contact

_WHICH = {
    "province": _("We do not know this province. Please choose which one you mean, or leave it as you wrote it."),
    "commune": _(
        "It is not clear which commune or ward this is now. Please choose one, or leave it as you wrote it."
    ),
}
static_lazy = lazy(static, str)


def _required(text):
    return {"required": text}


def _suggested(address: str, *, beside: str = "", **attributes) -> forms.TextInput:
    """A text field with suggestions (js/frame.js); `beside` is the field that is sent along."""
    data = {
        "": reverse_lazy(address),
        "-css": static_lazy("css/suggest.css"),
        "-fill": "yes",
        "-beside": beside,
        "-list": _("Suggestions"),
        "-one": _("1 suggestion"),
        "-many": _("{n} suggestions"),
        "-none": _("No suggestions"),
    }
    return forms.TextInput(attrs={**attributes, **{f"data-suggest{name}": value for name, value in data.items()}})


class PickupForm(forms.Form):
    """How each seller's parcel comes to the buyer, of those who offer a choice: to the address or a sales point."""

    def __init__(self, *args, offers: Iterable[PickupOffer], **kwargs):
        super().__init__(*args, **kwargs)
        by_seller: dict[int, list[PickupOffer]] = {}
        for offer in offers:
            by_seller.setdefault(offer.seller_id, []).append(offer)
        for seller, places in by_seller.items():
            choices = [("", _("To the address above")), *((str(place.pk), _place(place)) for place in places)]
            self.fields[f"pickup_{seller}"] = forms.ChoiceField(
                label=_("Parcel of %(seller)s") % {"seller": places[0].seller.display_name},
                choices=choices,
                required=False,
                widget=forms.RadioSelect,
            )

    def chosen(self) -> dict[int, int]:
        """Seller id → id of the chosen place."""
        return {int(name.removeprefix("pickup_")): int(value) for name, value in self.cleaned_data.items() if value}

    @staticmethod
    def initial_of(pickups: Mapping[int, int]) -> dict[str, str]:
        return {f"pickup_{seller}": str(offer) for seller, offer in pickups.items()}


def _place(offer: PickupOffer) -> str:
    values = {"name": offer.sales_point.name, "address": offer.sales_point.address, "charge": dong(offer.charge)}
    if offer.charge:
        return _("I fetch it: %(name)s, %(address)s (%(charge)s)") % values
    return _("I fetch it: %(name)s, %(address)s (free)") % values


class AddressForm(forms.Form):
    """Who gets the parcel and where. Province and commune are free text: old names lead to those of today.

    `questions` holds, by field, what has to be asked about a place before it is clear (`checkout.places`).
    """

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
    province = forms.CharField(
        label=_("Province or city"),
        max_length=80,
        error_messages=_required(_("Please enter the province or city.")),
        widget=_suggested("suggest-provinces", autocomplete="address-level1", list="provinces"),
    )
    commune = forms.CharField(
        label=_("Commune, ward or township"),
        max_length=120,
        help_text=_("The old or the new name, with the district if you like. No marks needed."),
        error_messages=_required(_("Please enter the commune, ward or township.")),
        widget=_suggested("suggest-communes", beside="province", autocomplete="address-level2"),
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

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.questions: dict[str, Question] = {}
        self.written: list[str] = []
        self.province_names = province_names()

    def clean(self) -> dict:
        data = super().clean()
        province, commune = data.get("province"), data.get("commune")
        meant = meant_province(province, answer=self._answer("province", province)) if province else Meant()
        if commune:
            within = meant.place if isinstance(meant.place, Province) else None
            answer = self._answer("commune", commune)
            self._settle("commune", meant_commune(commune, province=within, answer=answer))
        self._settle("province", meant)
        return self.cleaned_data

    def contact(self) -> Contact:
        """The checked values."""
        data = self.cleaned_data
        return Contact(
            name=data["name"],
            phone=data["phone"].as_e164,
            email=data.get("email", ""),
            street=data["street"],
            commune=data["commune"],
            province=data["province"],
            note=data["note"],
            as_typed=", ".join(self.written),
            **{name: data[name] for name in INVOICE_FIELDS if name in data},
        )

    def _answer(self, field: str, text: str) -> str:
        """The place that was chosen for this very text; blank if another one was asked about."""
        is_about_it = self.data.get(f"{field}_asked") == text
        return self.data.get(f"{field}_meant", "") if is_about_it else ""

    def _settle(self, field: str, meant: Meant) -> None:
        if meant.question:
            self.questions[field] = meant.question
            self.add_error(field, _WHICH[field])
        elif meant.place:
            typed, self.cleaned_data[field] = self.cleaned_data[field], meant.place.name
            if not says_the_same(typed, meant.place.name):
                self.written.append(typed)


class ContactForm(AddressForm, InvoiceFields):
    """The form of the checkout; with `is_member` the address can go into the address book."""

    email = EmailField(
        label=_("E-mail"),
        required=False,
        help_text=_("We send the confirmation of the order there. Leave it empty if you have none."),
        widget=forms.EmailInput(attrs={"autocomplete": "email", "inputmode": "email"}),
    )
    keep = forms.BooleanField(label=_("Keep this address for my next orders"), required=False)
    field_order = ("name", "phone", "email")

    def __init__(self, *args, is_member: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        if not is_member:
            del self.fields["keep"]
