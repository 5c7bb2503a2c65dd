from django import forms
from django.utils.translation import gettext_lazy as _

from catalogue.long_texts import LongTextField
from media.decoding import MIME_TYPES, VISITORS, Decoded
from media.forms import UploadField
from media.uploads import contents, opened

from .models import MAX_REPLY

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
    photo = UploadField(
        label=_("A photo"),
        required=False,
        help_text=_("JPEG, PNG or HEIC, at most 10 MB. Everybody sees it, without the place where it was taken."),
        widget=forms.FileInput(attrs={"accept": ",".join(MIME_TYPES)}),
        error_messages={"empty": _("This file is empty. Please choose the photo again.")},
    )
    without_photo = forms.BooleanField(label=_("Take the photo away"), required=False)

    def __init__(self, *args, has_photo: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        if not has_photo:
            del self.fields["without_photo"]

    def values(self) -> dict:
        """What is kept; the photo is opened here, once all else is right. ValidationError, DecoderBusy."""
        return {**self.cleaned_data, "photo": self._opened()}

    def _opened(self) -> Decoded | None:
        photo = self.cleaned_data["photo"]
        try:
            return opened(contents(photo), limits=VISITORS) if photo else None
        except forms.ValidationError as error:
            raise forms.ValidationError({"photo": error}) from None


class ReplyForm(forms.Form):
    """What a producer answers to a review."""

    text = LongTextField(
        label=_("Your reply"),
        max_length=MAX_REPLY,
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off"}),
        help_text=_("Everybody reads it, once the department has read it. No personal data of the buyer."),
        error_messages={"required": _("Please write a few words.")},
    )
