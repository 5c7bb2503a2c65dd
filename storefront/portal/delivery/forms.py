"""What a seller asks for delivery."""

from collections.abc import Iterable

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from catalogue.geography.typed import province_called, province_names
from catalogue.money import dong
from storefront.form_fields import AmountField
from storefront.partner.models import StockRecord
from storefront.salespoints.models import SalesPoint
from storefront.shipping.models import DeliveryZone

MAX_CHARGE = 10_000_000
MAX_PER_KILOGRAM = 1_000_000
"""With the heaviest parcel (shipping.zones) these keep every charge within the database's whole numbers."""
MAX_GRAMS = 100_000
STEPS = 4
GRAM_FAULTS = {
    "invalid": _("Please enter a weight in grams, for example 500."),
    "min_value": _("A weight is at least 1 g."),
    "max_value": _("More than 100 kg is nothing a courier takes in one piece."),
}


class DeliveryForm(forms.Form):
    delivery_charge = AmountField(label=_("Delivery of one parcel (đồng)"))
    free_delivery_from = AmountField(
        label=_("Free delivery from (đồng)"),
        help_text=_("Value of the goods in one parcel. Leave it empty for never."),
    )
    minimum_order = AmountField(
        label=_("Least order (đồng)"), help_text=_("Value of the goods in one parcel. Leave it empty for none.")
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        usual = dong(settings.SHIPPING_FLAT_CHARGE)
        self.fields["delivery_charge"].help_text = _("Leave it empty for %(usual)s, as everywhere on this site.") % {
            "usual": usual
        }


def weight_field(*, label) -> forms.IntegerField:
    """Grams of one packed unit, blank while unknown; also for the form of a product."""
    return AmountField(label=label, min_value=1, max_value=MAX_GRAMS, error_messages=GRAM_FAULTS)


def _provinces() -> list[tuple[str, str]]:
    called = (province_called(name) for name in province_names())
    return [(province.code, province.name) for province in called if province]


class ZoneForm(forms.Form):
    """A zone with its weight table; both columns of the table rise."""

    name = forms.CharField(
        label=_("Name"), max_length=60, help_text=_("Only you see it, for example: near provinces.")
    )
    provinces = forms.MultipleChoiceField(
        label=_("Provinces and cities"), choices=_provinces, widget=forms.CheckboxSelectMultiple
    )
    is_refused = forms.BooleanField(label=_("We do not deliver there"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for number in range(1, STEPS + 1):
            self.fields[f"grams_{number}"] = weight_field(label=_("Row %(n)s: up to (g)") % {"n": number})
            self.fields[f"charge_{number}"] = AmountField(
                label=_("Row %(n)s: costs (đồng)") % {"n": number}, max_value=MAX_CHARGE
            )
        self.fields["per_kilogram"] = AmountField(
            label=_("Each further kilogram (đồng)"),
            max_value=MAX_PER_KILOGRAM,
            help_text=_("Beyond the last row. A kilogram that is begun counts."),
        )

    @classmethod
    def initial_of(cls, zone: DeliveryZone) -> dict:
        rows = enumerate(zone.steps, start=1)
        steps = {
            f"{name}_{n}": value for n, row in rows for name, value in zip(("grams", "charge"), row, strict=True)
        }
        kept = ("name", "provinces", "is_refused", "per_kilogram")
        return {**{name: getattr(zone, name) for name in kept}, **steps}

    def clean(self) -> dict:
        data = super().clean()
        steps: list[list[int]] = []
        for n in range(1, STEPS + 1):
            grams, charge = data.get(f"grams_{n}"), data.get(f"charge_{n}")
            if grams is None and charge is None:
                continue
            if grams is None or charge is None:
                self.add_error(f"grams_{n}", _("A row needs a weight and an amount."))
            elif steps and (grams <= steps[-1][0] or charge < steps[-1][1]):
                self.add_error(f"grams_{n}", _("Each row is for more weight than the one above, and costs no less."))
            else:
                steps.append([grams, charge])
        if not data.get("is_refused") and not steps and not self.errors:
            self.add_error("grams_1", _("Please fill in at least one row of the table."))
        return {**data, "steps": [] if data.get("is_refused") else steps}

    def fill(self, zone: DeliveryZone) -> DeliveryZone:
        for name in ("name", "provinces", "is_refused", "steps"):
            setattr(zone, name, self.cleaned_data[name])
        zone.per_kilogram = self.cleaned_data["per_kilogram"] or 0
        return zone


class WeightsForm(forms.Form):
    """What a unit of each offer weighs."""

    def __init__(self, *args, records: Iterable[StockRecord], **kwargs):
        super().__init__(*args, **kwargs)
        self.records = {f"weight_{record.pk}": record for record in records}
        for name, record in self.records.items():
            label = " · ".join(filter(None, (record.product.get_title(), record.net_content)))
            self.fields[name] = weight_field(label=label)

    def weights(self) -> dict[StockRecord, int | None]:
        return {record: self.cleaned_data[name] for name, record in self.records.items()}


class PickupForm(forms.Form):
    """A sales point that the seller would like to take his parcels."""

    sales_point = forms.ModelChoiceField(label=_("Sales point"), queryset=SalesPoint.objects.order_by("name"))
    charge = AmountField(
        label=_("The buyer pays (đồng)"),
        max_value=MAX_CHARGE,
        help_text=_("For one parcel. Leave it empty for nothing."),
    )


class TrialForm(forms.Form):
    """What would a parcel cost?"""

    grams = weight_field(label=_("Weight of the parcel (g)"))
    province = forms.CharField(label=_("Province or city"), max_length=80)
