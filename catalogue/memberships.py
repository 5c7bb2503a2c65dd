"""Memberships of people in organisations: they last from a day to a day, both included."""

import datetime
from typing import Any, Self

from django.db import models
from django.utils import timezone


class MembershipQuerySet(models.QuerySet[Any]):
    """Rows with `since` and `until` (None: until further notice)."""

    def on(self, day: datetime.date) -> Self:
        """Those that count on this day."""
        return self.filter(since__lte=day).filter(models.Q(until=None) | models.Q(until__gte=day))

    def today(self) -> Self:
        """Those that count now. The day is the local one, whatever day the register is read as of."""
        return self.on(timezone.localdate())
