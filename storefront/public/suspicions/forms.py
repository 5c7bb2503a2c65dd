"""Forms of the reports of suspicion."""

from django import forms
from django.utils.translation import gettext_lazy as _

from catalogue.long_texts import LongTextField
from catalogue.traceability.suspicions.services import code_in, is_known
from media.decoding import MIME_TYPES, VISITORS
from media.evidence import take_in
from media.forms import UploadField
from storefront.public.intake import IntakeForm

MAX_LETTERS = 2000


def doubt_about(code: str) -> str:
    """What to check about a code that belongs to no stamp of ours; blank for all others. One query at most."""
    if not code or is_known(code):
        return ""
    return _(
        "This code is not in our system. Please compare it with the letters and digits under the QR picture. If it "
        "is right, send the report all the same: a stamp that we do not know is worth a report."
    )


class SuspicionForm(IntakeForm):
    """Only the text is needed."""

    code = forms.CharField(
        label=_("Code on the stamp"),
        required=False,
        max_length=2000,
        help_text=_("The 12 letters and digits under the QR picture, if you can read them."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )
    text = LongTextField(
        label=_("What makes you suspicious?"),
        max_length=MAX_LETTERS,
        help_text=_("For example: blurred print, a torn seal, another taste, a price far too low."),
        widget=forms.Textarea(attrs={"rows": 5, "autocomplete": "off"}),
        error_messages={
            "required": _("Please write in a few words what is wrong."),
            "max_length": _("The text is too long: at most %(limit_value)d letters."),
        },
    )
    where = forms.CharField(
        label=_("Where did you see or buy it?"),
        required=False,
        max_length=200,
        help_text=_("Shop or market, commune or ward, or the address of a web page."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    photo = UploadField(
        label=_("A photo of the pack"),
        required=False,
        help_text=_(
            "JPEG, PNG or HEIC, at most 10 MB. Only inspectors see it; your phone may have written place and time "
            "into it."
        ),
        widget=forms.FileInput(attrs={"accept": ",".join(MIME_TYPES)}),
        error_messages={"empty": _("This file is empty. Please choose the photo again.")},
    )
    contact = forms.CharField(
        label=_("Phone number or e-mail"),
        required=False,
        max_length=120,
        help_text=_("Only if the inspectors may ask you. Only they see it."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    told_of = forms.CharField(required=False, widget=forms.HiddenInput)
    """The unknown code of which the form has warned already."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.is_bound:
            self.doubt = doubt_about(self.initial.get("code", ""))

    def clean(self) -> dict:
        """The checked values. An unknown code is doubted once; not beside a photo: inspectors can read it there, and
        nobody likes to choose a photo twice."""
        values = super().clean()
        told_of, code = values.pop("told_of", ""), code_in(values.get("code", ""))
        if code and code != told_of and not values.get("photo"):
            self.doubt = doubt_about(code)
        if self.doubt:
            self.must_repeat = True
            self.data = self.data.copy()
            self.data["told_of"] = code
        return values

    def finish(self) -> dict:
        """The values with the photo opened."""
        values = super().finish()
        if photo := values["photo"]:
            try:
                values = {**values, "photo": take_in(photo, limits=VISITORS)}
            except forms.ValidationError as error:
                raise forms.ValidationError({"photo": error}) from None
        return values
