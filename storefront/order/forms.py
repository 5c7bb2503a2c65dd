"""What seller and buyer write to each other."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .models.messages import MAX_MESSAGE


class MessageForm(forms.Form):
    """A message about a parcel, as plain text."""

    text = forms.CharField(
        label=_("Your message"),
        max_length=MAX_MESSAGE,
        error_messages={
            "required": _("Please write something."),
            "max_length": _("Please write at most %(limit_value)s letters."),
        },
        widget=forms.Textarea(attrs={"rows": 3}),
    )

