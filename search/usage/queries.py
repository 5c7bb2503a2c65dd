"""The department's report: what people searched for and did not find."""

import dataclasses
import datetime
from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Max, QuerySet, Sum
from django.utils import timezone

from .models import QueryCount

PERIODS = (7, 30, 90)
"""Days that a report may go back, today included."""
PARTS = ("nothing", "near")


@dataclasses.dataclass(frozen=True)
class Summary:
    """Numbers of all searches of a period."""

    searches: int
    nothing: int
    near: int


def _counts(days: int, today: datetime.date | None) -> QuerySet[QueryCount]:
    today = today or timezone.localdate()
    return QueryCount.objects.filter(day__gt=today - datetime.timedelta(days=days), day__lte=today)


def summary(days: int, *, today: datetime.date | None = None) -> Summary:
    """How many searches there were in the last `days` days. One query."""
    totals = _counts(days, today).aggregate(
        searches=Sum("searches", default=0), nothing=Sum("nothing", default=0), near=Sum("near", default=0)
    )
    return Summary(**totals)


def gaps(part: str, days: int, *, today: datetime.date | None = None) -> QuerySet[Any, Any]:
    """Texts that found nothing (`nothing`) or only something near (`near`), most often first.

    One dict for all spellings: `key`, `spellings`, `number` of such searches, `all_searches`, `last_day`.
    """
    if part not in PARTS:
        raise ValueError(f"part must be one of {', '.join(PARTS)}")
    return (
        _counts(days, today)
        .values("key")
        .annotate(
            number=Sum(part),
            all_searches=Sum("searches"),
            last_day=Max("day"),
            spellings=ArrayAgg("text", distinct=True, order_by="-text"),
        )
        .filter(number__gt=0)
        .order_by("-number", "-last_day", "key")
    )
