"""What seller and buyer write to each other, and the period of a report."""

import datetime

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .models.messages import MAX_MESSAGE
from .sales import MAX_DAYS, Period, period_of

USUAL_DAYS = 30


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


def _day(label) -> forms.DateField:
    return forms.DateField(
        label=label,
        required=False,
        input_formats=["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Please enter a day, for example 31/12/2026.")},
    )


class PeriodForm(forms.Form):
    """From when to when, and in which steps; blank: the last 30 days."""

    tu = _day(_("From"))
    den = _day(_("Until"))
    theo = forms.ChoiceField(
        label=_("In steps of"),
        required=False,
        choices=[("day", _("one day")), ("week", _("one week")), ("month", _("one month"))],
    )

    def clean(self):
        first, last = self.cleaned_data.get("tu"), self.cleaned_data.get("den")
        if first and last and first > last:
            self.add_error("den", _("The end is before the beginning."))
        if first and (last or timezone.localdate()) - first > datetime.timedelta(days=MAX_DAYS):
            self.add_error("tu", _("Please choose at most three years."))
        for name, day in (("tu", first), ("den", last)):
            if day and not 2000 <= day.year <= 2200:
                self.add_error(name, _("Please enter a day, for example 31/12/2026."))

    def period(self) -> Period:
        """The period that was asked for, or the usual one where nothing usable was."""
        values = self.cleaned_data if self.is_valid() else {}
        last = values.get("den") or timezone.localdate()
        first = values.get("tu") or last - datetime.timedelta(days=USUAL_DAYS - 1)
        last = max(last, first)  # the beginning alone may have been given, and lie ahead
        return period_of(first, last, values.get("theo", ""))
