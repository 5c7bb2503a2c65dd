"""What to print."""

from django import forms
from django.utils.translation import gettext_lazy as _

from catalogue.traceability.models import StampBatch

from .queries import next_range, paper_choices

DIGITS_ONLY = {"inputmode": "numeric", "autocomplete": "off"}


class PrintForm(forms.Form):
    """Paper, and the first and last stamp of the batch; proposes what has not been printed yet."""

    paper = forms.ChoiceField(label=_("Paper"), widget=forms.RadioSelect)
    first = forms.IntegerField(label=_("From stamp number"), min_value=1, widget=forms.TextInput(attrs=DIGITS_ONLY))
    last = forms.IntegerField(label=_("To stamp number"), min_value=1, widget=forms.TextInput(attrs=DIGITS_ONLY))

    def __init__(self, *args, batch: StampBatch, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["paper"].choices = paper_choices(batch)
        self.fields["paper"].initial = "a4-40"
        first, last = next_range(batch) or (1, batch.count)
        self.fields["first"].initial, self.fields["last"].initial = first, last
