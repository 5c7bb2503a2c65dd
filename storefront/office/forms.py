"""What the officers' forms share."""

from django import forms

from catalogue.long_texts import LongTextField

REASON_LETTERS = 600


class ReasonForm(forms.Form):
    """Why officers take back what they declared. `question` and `missing` are its words."""

    question = missing = ""
    reason = LongTextField(max_length=300, widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].label = self.question
        self.fields["reason"].error_messages["required"] = self.missing
