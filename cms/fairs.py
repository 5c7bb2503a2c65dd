"""When a fair is, seen from a day, as far as its own days are known."""

import datetime
import enum

from django.db import models
from django.db.models import Case, F, QuerySet, Value, When
from django.utils.translation import gettext_lazy as _

from catalogue.dates import PartialDate

from .models import FairPage

LONGEST_FAIR = datetime.timedelta(days=30)
"""Where only the first day is known, the fair is over after that."""


class FairState(enum.Enum):
    """What is said of a fair; `tone` is that of components/badge.html."""

    COMING = _("Coming up"), "good"
    ON = _("On now"), "good"
    PAST = _("Past"), ""

    @property
    def label(self) -> str:
        return str(self.value[0])

    @property
    def tone(self) -> str:
        return self.value[1]


def fair_state(starts: str, ends: str, *, on: datetime.date) -> FairState | None:
    """None where the known part of the days does not say: a year that is not over, or no date at all."""
    if not (starts or ends):
        return None
    first, last = PartialDate.parse(starts or ends), PartialDate.parse(ends or starts)
    if starts and first.earliest > on:
        return FairState.COMING
    is_open_ended = not ends and first.precision == "day"
    if last.latest + (LONGEST_FAIR if is_open_ended else datetime.timedelta()) < on:
        return FairState.PAST
    is_known_to_the_day = starts and ends and first.precision == last.precision == "day"
    return FairState.ON if is_known_to_the_day else None


def fairs_in_order(on: datetime.date) -> QuerySet[FairPage]:
    """Published fairs: those to come, the next one first; then the others, the latest first.

    Dates are compared as texts: `2026` is later than `2025-12-31`, and no later than any day of its year.
    """
    is_coming = models.Q(starts__gt=on.isoformat())
    return FairPage.objects.filter(live=True).order_by(
        Case(When(is_coming, then=Value(0)), default=Value(1)),
        Case(When(is_coming, then=F("starts")), default=Value("")),
        "-starts",
        "-pk",
    )
