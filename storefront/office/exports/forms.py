"""Form of a data request."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from catalogue.traceability.exchange.data_request import DataRequest
from catalogue.traceability.models import Lot


class DataRequestForm(forms.Form):
    """Who asks for what, and since when."""

    authority = forms.CharField(
        label=_("Which authority asks?"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Write down who asks for the data.")},
    )
    reason = forms.CharField(
        label=_("Number or subject of the request"),
        max_length=300,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    received_at = forms.DateTimeField(
        label=_("When did the request come in?"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%d/%m/%Y %H:%M"],
        help_text=_("The answer is due 24 hours later."),
    )
    lot = forms.ModelChoiceField(
        label=_("Which lot?"), queryset=Lot.objects.none(), required=False, empty_label=_("the whole product")
    )

    def __init__(self, *args, product, **options):
        super().__init__(*args, **options)
        self.fields["lot"].queryset = Lot.objects.filter(product=product)

    def clean_received_at(self):
        received = self.cleaned_data["received_at"]
        if received > timezone.now():
            raise forms.ValidationError(_("This time has not come yet."))
        return received

    def data_request(self) -> DataRequest:
        data = self.cleaned_data
        return DataRequest(authority=data["authority"], reason=data["reason"], received_at=data["received_at"])
