from django import forms
from django.utils.translation import gettext_lazy as _

from catalogue.long_texts import LongTextField

SCORE_WORDS = {
    5: _("5 points – very good"),
    4: _("4 points – good"),
    3: _("3 points – all right"),
    2: _("2 points – not so good"),
    1: _("1 point – bad"),
}


class ReviewForm(forms.Form):
    """What a buyer says of a product."""

    score = forms.TypedChoiceField(
        label=_("How good was it?"),
        coerce=int,
        choices=tuple(SCORE_WORDS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose between 1 and 5 points.")},
    )
    title = forms.CharField(
        label=_("In one sentence"),
        max_length=120,
        error_messages={"required": _("Please say it in one sentence.")},
    )
    body = LongTextField(
        label=_("Tell others more"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("How it tastes or looks, how it was packed. Please no names and no phone numbers."),
        error_messages={"required": _("Please write a few words.")},
    )
    shown_name = forms.CharField(
        label=_("Name to show"),
        max_length=60,
        required=False,
        help_text=_("Without a name we write “A buyer”. Your e-mail address is never shown."),
    )
