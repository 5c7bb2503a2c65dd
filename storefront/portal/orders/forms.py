"""What a seller writes down about a parcel."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

MAX_LENGTH = 300


class MissedCallForm(forms.Form):
    note = forms.CharField(
        label=_("Note for the next call"),
        required=False,
        max_length=MAX_LENGTH,
        help_text=_("Only you and your people read it."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Why?"),
        max_length=MAX_LENGTH,
        help_text=_("The buyer reads it."),
        error_messages={"required": _("Please say why; the buyer reads it.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class ShipmentForm(forms.Form):
    carrier = forms.CharField(
        label=_("Carrier"),
        required=False,
        max_length=60,
        help_text=_("Post, bus or your own car. The buyer reads it."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    tracking_number = forms.CharField(
        label=_("Tracking number"),
        required=False,
        max_length=60,
        help_text=_("Leave it empty if there is none."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class ReturnForm(ReasonForm):
    is_restocked = forms.BooleanField(label=_("It is whole and can be sold again"), required=False)


class UnitsForm(ReasonForm):
    """Units of some lines: one number field for each line that has any left, `quantity_<line id>`."""

    def __init__(self, *args, lines=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.lines = [line for line in lines if line.left]
        for line in self.lines:
            self.fields[f"quantity_{line.line.pk}"] = forms.IntegerField(
                label=line.line.title,
                required=False,
                min_value=0,
                max_value=line.left,
                initial=0,
                help_text=gettext("Units, of %(left)s") % {"left": line.left},
                widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
            )
        self.order_fields([name for name in self.fields if name.startswith("quantity_")])

    def quantities(self) -> dict[int, int]:
        """Line id → units."""
        return {
            line.line.pk: units for line in self.lines if (units := self.cleaned_data[f"quantity_{line.line.pk}"])
        }


class FewerUnitsForm(UnitsForm):
    """Units that the seller takes off a parcel before it is sent."""


class RefusedUnitsForm(UnitsForm):
    """Units that the buyer did not take."""

    is_restocked = forms.BooleanField(label=_("They are whole and can be sold again"), required=False)
