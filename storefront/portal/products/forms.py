"""What a producer says of its goods."""

from django import forms
from django.utils.translation import gettext_lazy as _

from catalogue.long_texts import LongTextField
from catalogue.products.listing import MODERATED
from media.focus import FOCUS_CHOICES
from media.forms import UploadField
from storefront.form_fields import AmountField
from storefront.partner.offers import MAX_NET_CONTENT, MAX_PRICE, MAX_UNITS, OfferEdit, version_of

from .queries import Row


class OfferForm(forms.Form):
    """One line of the list: price, units on hand, net content."""

    price = AmountField(label=_("Price (đồng)"), max_value=MAX_PRICE)
    units = forms.IntegerField(
        label=_("Units on hand"),
        min_value=0,
        max_value=MAX_UNITS,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={
            "required": _("Please enter how many are there, 0 for none."),
            "invalid": _("Please enter a whole number."),
        },
    )
    net_content = forms.CharField(label=_("Net content"), required=False, max_length=MAX_NET_CONTENT)
    is_stopped = forms.BooleanField(label=_("Stopped for now"), required=False)
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data=None, *, row: Row):
        record = row.record
        initial = {
            "price": record.price and f"{int(record.price):,}".replace(",", ".") if record else None,
            "units": record.num_in_stock if record else 0,
            "net_content": record.net_content if record else "",
            "is_stopped": bool(record and record.is_stopped),
            "seen": version_of(record),
        }
        super().__init__(data, prefix=f"sp{row.product.pk}", initial=initial)
        self.row = row
        if row.product.packaging:
            del self.fields["net_content"]

    @property
    def is_sent(self) -> bool:
        """Whether the page that was sent had this line."""
        return self.add_prefix("units") in self.data

    def edit(self) -> OfferEdit:
        values = self.cleaned_data
        return OfferEdit(
            product_id=self.row.product.pk,
            price=values["price"],
            units=values["units"],
            net_content=values.get("net_content", ""),
            is_stopped=values["is_stopped"],
            seen=values["seen"],
        )

    def refuse(self, fault: dict[str, str]) -> None:
        """Say what is wrong; what was typed stays, and the next try is about the offer as it is now."""
        for field, reason in fault.items():
            self.add_error(field if field in self.fields else None, reason)
        self.data = self.data.copy()
        self.data[self.add_prefix("seen")] = version_of(self.row.record)


class TextsForm(forms.Form):
    """What is printed on the label or was certified: a proposal to the department."""

    title = forms.CharField(label=_("Name"), max_length=MODERATED["title"])
    packaging = forms.CharField(
        label=_("Packaging"),
        required=False,
        max_length=MODERATED["packaging"],
        help_text=_("As on the label: bag 250 g."),
    )
    description = LongTextField(
        label=_("Description"),
        required=False,
        max_length=MODERATED["description"],
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("What it is made of, how it tastes, how it is used. No claims without proof."),
    )
    reason = forms.CharField(
        label=_("Why?"), max_length=300, help_text=_("The department reads it: new label, spelling, another size.")
    )


class NewPhotoForm(forms.Form):
    file = UploadField(
        label=_("Photo"),
        help_text=_("JPEG, PNG, HEIC, WebP or AVIF, at most 10 MB. The place it was taken at is removed."),
        widget=forms.FileInput(attrs={"accept": "image/*"}),
        error_messages={"required": _("Please choose a photo.")},
    )
    alt = forms.CharField(
        label=_("What does it show?"),
        max_length=255,
        help_text=_("For people who cannot see it, in Vietnamese: two bags of ground coffee on a table."),
    )
    credit = forms.CharField(label=_("Who took it?"), required=False, max_length=200)


class PhotoForm(forms.Form):
    alt = forms.CharField(label=_("What does it show?"), max_length=255)
    focus = forms.ChoiceField(label=_("What must not be cut off?"), choices=FOCUS_CHOICES)


class SheetForm(forms.Form):
    file = UploadField(
        label=_("CSV or Excel file"),
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx,.xls,.txt"}),
        error_messages={"required": _("Please choose a file.")},
    )
