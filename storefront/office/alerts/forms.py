"""What an officer decides about an alert of copies."""

from django import forms
from django.utils.translation import gettext_lazy as _

from catalogue.long_texts import LongTextField


class DecisionForm(forms.Form):
    """`take` needs no words, the two decisions do."""

    decision = forms.ChoiceField(
        choices=[("take", "take"), ("clear", "clear"), ("confirm", "confirm")], widget=forms.HiddenInput
    )
    note = LongTextField(
        label=_("What you found"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Needed to close the alert; consumers do not see it."),
    )
