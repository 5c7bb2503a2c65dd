"""What a seller writes down about a call."""

from django import forms
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


class CancellationForm(forms.Form):
    reason = forms.CharField(
        label=_("Why?"),
        max_length=MAX_LENGTH,
        help_text=_("The buyer reads it."),
        error_messages={"required": _("Please say why; the buyer reads it.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
