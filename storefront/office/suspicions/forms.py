"""What an inspector does with a report of suspicion."""

from django import forms
from django.utils.translation import gettext_lazy as _

from catalogue.long_texts import LongTextField
from catalogue.traceability.models import SuspicionReport

MAX_LETTERS = 2000


class HandlingForm(forms.Form):
    """State and note of the inspector."""

    state = forms.ChoiceField(label=_("State"), choices=SuspicionReport.State.choices)
    note = LongTextField(
        label=_("What was found"),
        required=False,
        max_length=MAX_LETTERS,
        help_text=_("For inspectors only; the public does not see it."),
        widget=forms.Textarea(attrs={"rows": 5, "autocomplete": "off"}),
    )
    forget_contact = forms.BooleanField(
        label=_("Remove the phone number or e-mail of the sender. This cannot be undone."), required=False
    )
