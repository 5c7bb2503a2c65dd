"""What the sides of a complaint fill in."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from catalogue.long_texts import LongTextField
from media.decoding import MIME_TYPES, VISITORS
from media.evidence import TakenIn, take_in
from media.uploads import check_size
from storefront.order.models import Line

from .models import MAX_LETTERS, MAX_PHOTOS, Claim, Kind, Outcome

TOO_LONG = _("The text is too long: at most %(limit_value)d letters.")


class _SeveralFiles(forms.FileInput):
    allow_multiple_selected = True


class PhotosField(forms.FileField):
    """Up to MAX_PHOTOS files that nobody has opened yet, each of at most 10 MB."""

    widget = _SeveralFiles(attrs={"accept": ",".join(MIME_TYPES)})

    def clean(self, data, initial=None) -> list:
        files = [super(PhotosField, self).clean(file, initial) for file in data or ()]
        if len(files) > MAX_PHOTOS:
            raise forms.ValidationError(gettext("Please send at most %(most)s photos.") % {"most": MAX_PHOTOS})
        for file in files:
            check_size(file)
        return files


class UnitsForm(forms.Form):
    """A number field for each line, `units_<line id>`: how many units of it are meant, of so many at most."""

    def add_units(self, most: Iterable[tuple[Line, int]], *, are_all: bool = False) -> None:
        """The fields, before all others; `are_all`: filled in with all there are."""
        self.units = dict(most)
        for line, units in self.units.items():
            self.fields[f"units_{line.pk}"] = forms.IntegerField(
                label=line.title,
                required=False,
                min_value=0,
                max_value=units,
                initial=units if are_all else None,
                help_text=gettext("Units, of %(left)s") % {"left": units},
                widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
            )

    @property
    def unit_fields(self) -> list:
        """The bound fields of the lines."""
        return [self[f"units_{line.pk}"] for line in self.units]

    def quantities(self) -> dict[int, int]:
        """Line id → units."""
        return {line.pk: self.cleaned_data.get(f"units_{line.pk}") or 0 for line in self.units}


class ClaimForm(UnitsForm):
    """What a buyer complains of."""

    kind = forms.ChoiceField(
        label=_("What is wrong?"),
        choices=Kind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose what is wrong.")},
    )

    def __init__(self, *args, left: dict[Line, int], **kwargs):
        super().__init__(*args, **kwargs)
        self.add_units(left.items(), are_all=sum(left.values()) == 1)
        self.fields["text"] = LongTextField(
            label=_("What happened, and what would you like?"),
            max_length=MAX_LETTERS,
            help_text=_("The seller reads it, and the department if you do not agree."),
            widget=forms.Textarea(attrs={"rows": 5, "autocomplete": "off"}),
            error_messages={"required": _("Please write in a few words what happened."), "max_length": TOO_LONG},
        )
        self.fields["photos"] = PhotosField(
            label=_("Photos"),
            required=False,
            help_text=_(
                "Up to 3, JPEG, PNG or HEIC, at most 10 MB each. Only the seller and the department see them."
            ),
        )

    def clean(self) -> dict:
        values = super().clean()
        if values.get("kind") == Kind.NOT_ARRIVED and not any(self.quantities().values()):
            for line, units in self.units.items():
                values[f"units_{line.pk}"] = units
        has_fault = any(name.startswith("units_") for name in self.errors)
        if not has_fault and not any(self.quantities().values()):
            self.add_error(
                f"units_{next(iter(self.units)).pk}" if self.units else None,
                gettext("Please say how many units it is about."),
            )
        return values

    def opened_photos(self) -> list[TakenIn]:
        """The photos, opened once all else is right. ValidationError with `error_dict`, DecoderBusy."""
        try:
            return [take_in(photo, limits=VISITORS) for photo in self.cleaned_data["photos"]]
        except forms.ValidationError as error:
            raise forms.ValidationError({"photos": error}) from None


class MessageForm(forms.Form):
    text = LongTextField(
        label=_("Message"),
        max_length=MAX_LETTERS,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
        error_messages={"required": _("Please write a few words."), "max_length": TOO_LONG},
    )


class EscalationForm(MessageForm):
    """Why the buyer does not agree."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["text"].label = _("What should the department know?")
        self.fields["text"].required = False


class OfferForm(UnitsForm):
    """An outcome for units of a complaint: offered by the seller, or decided by the department."""

    outcome = forms.ChoiceField(
        label=_("What will be done?"),
        choices=Outcome.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose what will be done.")},
    )

    def __init__(self, *args, claim: Claim, **kwargs):
        super().__init__(*args, **kwargs)
        self.add_units([(row.line, row.quantity) for row in claim.lines.all()], are_all=True)
        self.fields["text"] = LongTextField(
            label=_("Your words to the buyer"),
            max_length=MAX_LETTERS,
            widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off"}),
            error_messages={"required": _("Please say why; the buyer reads it."), "max_length": TOO_LONG},
        )


class DoneForm(forms.Form):
    """What was agreed is done."""

    is_restocked = forms.BooleanField(label=_("They came back whole and can be sold again"), required=False)
    text = LongTextField(
        label=_("Message"),
        required=False,
        max_length=MAX_LETTERS,
        help_text=_("For example how it was sent, or how the money goes back. The buyer reads it."),
        widget=forms.Textarea(attrs={"rows": 2, "autocomplete": "off"}),
        error_messages={"max_length": TOO_LONG},
    )

    def __init__(self, *args, claim: Claim, **kwargs):
        super().__init__(*args, **kwargs)
        if claim.outcome != Outcome.RETURN:
            del self.fields["is_restocked"]
