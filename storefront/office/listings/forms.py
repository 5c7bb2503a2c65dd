"""What the department answers to a producer."""

from django import forms
from django.utils.translation import gettext_lazy as _


class AnswerForm(forms.Form):
    note = forms.CharField(
        label=_("Note"), required=False, max_length=300, help_text=_("Needed for a refusal; the producer reads it.")
    )
