"""Fields that all forms share: addresses, long texts, quantities, moments and days as people write them."""

import re
from decimal import Decimal

from django import forms
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from storefront.mail import is_deliverable, plain_address

SAID_BY_DJANGO = (
    _("This field is required."),
    _("Enter a whole number."),
    _("Enter a valid date."),
    _("Enter a valid email address."),
)
"""Django's own words of a fault, translated anew in locale/vi: so that they say what to do."""
MAX_AMOUNT = 100_000_000
MAX_YEARS_AWAY = 50
"""From today, for a day of which a form knows nothing more."""
LOCAL = "%Y-%m-%dT%H:%M"


NUMBER = re.compile(r"-?[0-9.,]+")


GROUPED = {".": re.compile(r"\d{1,3}(\.\d{3})+"), ",": re.compile(r"\d{1,3}(,\d{3})+")}


def check_deliverable(address: str) -> None:
    """ValidationError for an e-mail address at which no mail could ever arrive."""
    if not is_deliverable(address):
        raise forms.ValidationError(EmailField.default_error_messages["invalid"], code="invalid")


class EmailField(forms.EmailField):
    """An e-mail address, read without what copying puts around it."""

    default_error_messages = {"invalid": _("This e-mail address is not complete. Example: lan@gmail.com.")}
    default_validators = [*forms.EmailField.default_validators, check_deliverable]

    def __init__(self, **options):
        super().__init__(**{"max_length": 254, **options})

    def to_python(self, value):
        return super().to_python(plain_address(value) if isinstance(value, str) else value)


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


class CoordinateField(forms.DecimalField):
    """Degrees with a point or a comma. Its page loads js/position.js, which offers the place where the phone is."""

    name = ""
    most = 180

    def __init__(self, **options):
        attrs = {"inputmode": "decimal", "autocomplete": "off", "data-position": self.name}
        super().__init__(
            **{
                "required": False,
                "min_value": -self.most,
                "max_value": self.most,
                "max_digits": 8,
                "decimal_places": 5,
                "widget": forms.TextInput(attrs=attrs),
                "error_messages": {"invalid": _("Write only the number of degrees, for example 12.66667.")},
                **options,
            }
        )

    def to_python(self, value):
        return super().to_python(value.strip().replace(",", ".") if isinstance(value, str) else value)


class LatitudeField(CoordinateField):
    """Vĩ độ; its control carries the words of the button."""

    name, most = "latitude", 90

    def __init__(self, **options):
        super().__init__(**{"label": _("Latitude"), **options})

    def widget_attrs(self, widget) -> dict:
        return super().widget_attrs(widget) | {
            "data-label": _("Use my position"),
            "data-asking": _("Asking the device…"),
            "data-done": _("Filled in. Please check it, and stand at the place itself."),
            "data-failed": _("The device did not tell its position. Please type latitude and longitude."),
        }


class LongitudeField(CoordinateField):
    """Kinh độ."""

    name = "longitude"

    def __init__(self, **options):
        super().__init__(**{"label": _("Longitude"), **options})


class LocalTimeField(forms.DateTimeField):
    """Day and time in Vietnam, by the phone's own picker; typed by hand where a browser has none."""

    def __init__(self, **options):
        super().__init__(
            input_formats=[LOCAL, "%Y-%m-%d %H:%M", "%d/%m/%Y %H:%M", "%d/%m/%Y"],
            widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=LOCAL),
            error_messages={"invalid": _("Write day and time like 24/11/2026 08:30.")},
            **options,
        )

    @staticmethod
    def now():
        """To the minute, as the picker shows it."""
        return timezone.localtime().replace(second=0, microsecond=0)


class DayField(forms.DateField):
    """A day by the browser's own picker, which also sends the years 0001 and 0024 of half a typed number."""

    def __init__(self, **options):
        super().__init__(
            input_formats=["%Y-%m-%d", "%d/%m/%Y"],
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            error_messages={"invalid": _("Write the day like 24/11/2026.")},
            **{"required": False, **options},
        )

    def validate(self, value):
        super().validate(value)
        if value and abs(value.year - timezone.localdate().year) > MAX_YEARS_AWAY:
            raise forms.ValidationError(_("Please check the year of this day."), code="year")


class AmountField(forms.IntegerField):
    """Whole đồng, typed with or without dots; blank for what is not asked."""

    def __init__(self, **options):
        faults = {
            "invalid": _("Please enter an amount in đồng, for example 30.000."),
            "min_value": _("An amount cannot be below 0."),
            "max_value": _("This amount is too large."),
        }
        widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
        bounds = {"min_value": 0, "max_value": MAX_AMOUNT}
        super().__init__(**{"required": False, "error_messages": faults, "widget": widget, **bounds, **options})

    def to_python(self, value):
        return super().to_python(value.replace(".", "").replace(" ", "") if isinstance(value, str) else value)
