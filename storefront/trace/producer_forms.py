"""What a producer fills in, mostly on a phone and with few fields that must be filled in."""

import re
import uuid
from decimal import Decimal

from django import forms
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from catalogue.geography.models import AdminUnit, System, Tier
from catalogue.products.models import Product
from catalogue.traceability.kinds import kind_of
from catalogue.traceability.models import EventKind, Lot, Place, PlaceKind, QuantityUnit
from catalogue.traceability.queries.lots import lots_of
from catalogue.traceability.services.batches import MOST_STAMPS
from catalogue.traceability.services.events import EventFacts
from media.forms import UploadField

LOCAL = "%Y-%m-%dT%H:%M"
NUMBER = re.compile(r"-?[0-9.,]+")
GROUPED = {".": re.compile(r"\d{1,3}(\.\d{3})+"), ",": re.compile(r"\d{1,3}(,\d{3})+")}


class QuantityField(forms.DecimalField):
    """`1.250` and `12,5` as they are written in the reader's language; the other sign is read where it is clear."""

    def __init__(self, **options):
        widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
        super().__init__(
            **{
                "max_digits": 14,
                "decimal_places": 3,
                "min_value": Decimal(0),
                "required": False,
                "widget": widget,
                "label": _("How much"),
                "error_messages": {
                    "invalid": _("Write only the number, for example 120."),
                    "min_value": _("A quantity cannot be less than nothing."),
                },
                **options,
            }
        )

    def to_python(self, value):
        text = "".join(str(value).split()) if value is not None else ""
        if text and not NUMBER.fullmatch(text):
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        thousands, decimal = (",", ".") if get_language() == "en" else (".", ",")
        whole, point, rest = text.partition(decimal)
        if GROUPED[thousands].fullmatch(whole):
            whole = whole.replace(thousands, "")
        elif not point:
            whole = whole.replace(thousands, ".")
        return super().to_python(f"{whole}.{rest}" if point else whole)


class LocalTimeField(forms.DateTimeField):
    """Day and time in Vietnam, by the phone's own picker; typed by hand where a browser has none."""

    def __init__(self, **options):
        super().__init__(
            input_formats=[LOCAL, "%Y-%m-%d %H:%M", "%d/%m/%Y %H:%M", "%d/%m/%Y"],
            widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=LOCAL),
            error_messages={"invalid": _("Write day and time like 24/11/2026 08:30.")},
            **options,
        )


class DayField(forms.DateField):
    def __init__(self, **options):
        super().__init__(
            input_formats=["%Y-%m-%d", "%d/%m/%Y"],
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            error_messages={"invalid": _("Write the day like 24/11/2026.")},
            **{"required": False, **options},
        )


class LotField(forms.ModelChoiceField):
    """One of a producer's lots, none of which must be chosen; the form says which producer's."""

    def __init__(self, **options):
        super().__init__(queryset=Lot.objects.none(), required=False, **options)

    def label_from_instance(self, lot: Lot) -> str:
        return f"{lot.code} · {lot.product.title}"


class LotForm(forms.Form):
    """A lot: only the product must be chosen."""

    product = forms.ModelChoiceField(label=_("Product"), queryset=Product.objects.none(), empty_label=None)
    quantity = QuantityField(label=_("How much"), help_text=_("Leave empty if it is not weighed yet."))
    quantity_unit = forms.ChoiceField(label=_("Unit"), choices=QuantityUnit.choices)
    produced_on = DayField(label=_("Made on"))
    code = forms.CharField(
        label=_("Lot number"),
        required=False,
        max_length=20,
        help_text=_("Leave it empty and we make one from the day, such as L261124."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )
    packed_on = DayField(label=_("Packed on"))
    expires_on = DayField(label=_("Use by"))
    test_report = forms.CharField(
        label=_("Test report"),
        required=False,
        max_length=200,
        help_text=_("Number, laboratory and result, as on the report."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args, producer, lot: Lot | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        if lot is not None:
            del self.fields["product"]
        else:
            self.fields["product"].queryset = producer.products.filter(is_public=True).order_by("title")


class InputForm(forms.Form):
    """What went into a lot: a raw material (of a place), or another lot."""

    source_lot = LotField(label=_("From one of your lots"), empty_label=_("no, a raw material"))
    material = forms.CharField(
        label=_("Raw material"),
        required=False,
        max_length=120,
        help_text=_("For example: fresh coffee cherries."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    place = forms.ModelChoiceField(
        label=_("From where?"), queryset=Place.objects.none(), required=False, empty_label=_("not said")
    )
    quantity = QuantityField()
    quantity_unit = forms.ChoiceField(label=_("Unit"), choices=QuantityUnit.choices)

    def __init__(self, *args, lot: Lot, **kwargs):
        super().__init__(*args, **kwargs)
        producer = lot.product.producer_id
        self.fields["source_lot"].queryset = lots_of(producer).exclude(pk=lot.pk)
        self.fields["place"].queryset = Place.objects.filter(producer=producer)


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
    waiting_days = forms.IntegerField(
        label=_("Days to wait before harvest"),
        required=False,
        min_value=0,
        max_value=365,
        help_text=_("After spraying, as on the label of the product you used."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    note = forms.CharField(
        label=_("Note"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
    )
    photo_file = UploadField(
        label=_("Photo"),
        required=False,
        help_text=_("JPEG, PNG, WebP or AVIF, at most 10 MB. Everybody can see it."),
        widget=forms.FileInput(attrs={"accept": "image/*"}),
    )
    evidence = UploadField(
        label=_("Evidence"),
        required=False,
        help_text=_(
            "Invoice, test report or the like: PDF, JPEG or PNG, at most 10 MB. Everybody can open a copy without "
            "place, camera and author; the file itself stays with the inspectors."
        ),
        widget=forms.FileInput(attrs={"accept": ".pdf,image/jpeg,image/png"}),
    )
    use_required_attribute = False  # a browser cannot point at a radio button that is folded away
    entry = forms.UUIDField(widget=forms.HiddenInput, required=False)

    FOLDED = ("ended_at", "waiting_days", "note", "photo_file", "evidence")

    def __init__(self, *args, lot: Lot, **kwargs):
        super().__init__(*args, **kwargs)
        self.usual = kind_of(lot.product).events
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

    @staticmethod
    def now_local():
        """To the minute, as the picker shows it."""
        return timezone.localtime().replace(second=0, microsecond=0)


class VoidForm(forms.Form):
    note = forms.CharField(
        label=_("Why is it wrong?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
        error_messages={"required": _("Please say why this entry is wrong.")},
    )


class PlaceForm(forms.Form):
    """A place: kind and name are enough."""

    kind = forms.ChoiceField(label=_("Kind"), choices=PlaceKind.choices)
    name = forms.CharField(
        label=_("Name"), max_length=160, help_text=_("As your people call it, for example: garden of hamlet 3."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip
    unit = forms.ModelChoiceField(
        label=_("Commune of today"), queryset=AdminUnit.objects.none(), required=False, empty_label=_("not said")
    )
    area_ha = QuantityField(label=_("Area (ha)"), max_digits=9, decimal_places=2)
    gln = forms.CharField(
        label=_("GLN"), required=False, max_length=13, help_text=_("13 digits, only if you have one from GS1."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )  # fmt: skip
    latitude = forms.DecimalField(
        label=_("Latitude"), required=False, min_value=-90, max_value=90, max_digits=8, decimal_places=5,
        help_text=_("Consumers see the point rounded to about a kilometre."),
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
    )  # fmt: skip
    longitude = forms.DecimalField(
        label=_("Longitude"), required=False, min_value=-180, max_value=180, max_digits=8, decimal_places=5,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        communes = AdminUnit.objects.filter(system=System.POST2025, tier=Tier.COMMUNE).order_by("name")
        self.fields["unit"].queryset = communes
        self.fields["unit"].label_from_instance = lambda unit: unit.name


class BatchForm(forms.Form):
    """How many stamps of which product, perhaps for one lot."""

    product = forms.ModelChoiceField(label=_("Product"), queryset=Product.objects.none(), empty_label=None)
    count = forms.IntegerField(
        label=_("How many stamps"),
        min_value=1,
        max_value=MOST_STAMPS,
        help_text=_("A sheet of A4 paper holds 65, 48, 40 or 24."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    lot = LotField(label=_("For one lot"), empty_label=_("choose later, when they are on the packs"))

    def __init__(self, *args, producer, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["product"].queryset = producer.products.filter(is_public=True).order_by("title")
        self.fields["lot"].queryset = lots_of(producer)
