"""What a producer fills in, mostly on a phone and with few fields that must be filled in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from catalogue.geography.models import AdminUnit, System, Tier
from catalogue.products.models import Product
from catalogue.traceability.lots.queries import lots_of
from catalogue.traceability.models import Lot, Place, PlaceKind, QuantityUnit
from storefront.form_fields import DayField, LatitudeField, LongitudeField, QuantityField


class LotField(forms.ModelChoiceField):
    """One of a producer's lots, none of which must be chosen; the form says which producer's."""

    def __init__(self, **options):
        super().__init__(queryset=Lot.objects.none(), required=False, **options)

    def label_from_instance(self, lot: Lot) -> str:
        return f"{lot.code} · {lot.product.title}"


class LotForm(forms.Form):
    """A lot: its product, and at least one thing that is known of it."""

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

    def clean(self):
        data = super().clean()
        facts = (value for name, value in data.items() if name not in ("product", "quantity_unit"))
        if not self.errors and not any(facts):
            self.add_error("produced_on", _("Please fill in the day it was made, or the lot number."))
        return data


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
    latitude = LatitudeField(help_text=_("Consumers see the point rounded to about a kilometre."))
    longitude = LongitudeField()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        communes = AdminUnit.objects.filter(system=System.POST2025, tier=Tier.COMMUNE).order_by("name")
        self.fields["unit"].queryset = communes
        self.fields["unit"].label_from_instance = lambda unit: unit.name
