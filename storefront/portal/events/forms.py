"""What a producer writes down of an event. Few fields must be filled in."""

import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

from catalogue.long_texts import LongTextField
from catalogue.traceability.lots.event_kinds import product_kind_of
from catalogue.traceability.lots.events import EventFacts
from catalogue.traceability.models import EventKind, Lot, Place, QuantityUnit
from media.decoding import MIME_TYPES
from media.forms import UploadField
from storefront.form_fields import LocalTimeField, QuantityField


class EventForm(forms.Form):
    """One event of a lot. Everything but what happened is filled in already or may stay empty."""

    kind = forms.ChoiceField(
        label=_("What happened?"),
        choices=EventKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose what happened.")},
    )
    started_at = LocalTimeField(label=_("When?"))
    quantity = QuantityField()
    quantity_unit = forms.ChoiceField(label=_("Unit"), choices=QuantityUnit.choices)
    place = forms.ModelChoiceField(
        label=_("Where?"), queryset=Place.objects.none(), required=False, empty_label=_("not said")
    )
    actor = forms.CharField(
        label=_("Who did it?"),
        required=False,
        max_length=160,
        help_text=_("A group or a company. Everybody can read it: no private names without their consent."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    ended_at = LocalTimeField(label=_("Until when?"), required=False)
    pre_harvest_interval_days = forms.IntegerField(
        label=_("Days to wait before harvest"),
        required=False,
        min_value=0,
        max_value=365,
        help_text=_("After spraying, as on the label of the product you used."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    note = LongTextField(
        label=_("Note"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
    )
    photo_file = UploadField(
        label=_("Photo"),
        required=False,
        help_text=_("JPEG, PNG, HEIC, WebP or AVIF, at most 10 MB. Everybody can see it."),
        widget=forms.FileInput(attrs={"accept": "image/*"}),
    )
    evidence = UploadField(
        label=_("Evidence"),
        required=False,
        help_text=_(
            "Invoice, test report or the like: PDF, JPEG, PNG or HEIC, at most 10 MB. Everybody can open a copy "
            "without place, camera and author; the file itself stays with the inspectors."
        ),
        widget=forms.FileInput(attrs={"accept": ",".join((".pdf", *MIME_TYPES))}),
    )
    use_required_attribute = False  # a browser cannot point at a radio button that is folded away
    entry = forms.UUIDField(widget=forms.HiddenInput, required=False)

    FOLDED = ("ended_at", "pre_harvest_interval_days", "note", "photo_file", "evidence")

    def __init__(self, *args, lot: Lot, **kwargs):
        super().__init__(*args, **kwargs)
        self.usual = product_kind_of(lot.product).events
        self.fields["place"].queryset = Place.objects.filter(producer=lot.product.producer_id)

    @property
    def usual_kinds(self) -> list:
        """Radio buttons of the events of this kind of product, in their usual order."""
        order = {kind.value: place for place, kind in enumerate(self.usual)}
        radios = [radio for radio in self["kind"] if radio.data["value"] in order]
        return sorted(radios, key=lambda radio: order[radio.data["value"]])

    @property
    def other_kinds(self) -> list:
        return [radio for radio in self["kind"] if radio.data["value"] not in self.usual]

    @property
    def is_other_chosen(self) -> bool:
        return self["kind"].value() in {kind.value for kind in EventKind} - {kind.value for kind in self.usual}

    @property
    def folded_fields(self) -> list:
        """Fields that most entries leave empty."""
        return [self[name] for name in self.FOLDED]

    @property
    def must_unfold(self) -> bool:
        """Whether a folded field has something in it or is marked."""
        return (
            any(self[name].errors or self[name].value() for name in self.FOLDED) or self["kind"].value() == "spraying"
        )

    def facts(self, *, photo=None) -> EventFacts:
        """The checked values as the service takes them; `photo` is that of the entry which is corrected."""
        left_out = {"photo_file", "evidence", "entry"}
        values = {name: value for name, value in self.cleaned_data.items() if name not in left_out}
        return EventFacts(**values, photo=photo)

    @property
    def event_id(self) -> str:
        """The same for a form that is sent twice."""
        entry = self.cleaned_data.get("entry")
        return f"urn:uuid:{entry}" if entry else ""

    @staticmethod
    def fresh_entry() -> uuid.UUID:
        return uuid.uuid4()


class VoidForm(forms.Form):
    note = LongTextField(
        label=_("Why is it wrong?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
        error_messages={"required": _("Please say why this entry is wrong.")},
    )
