"""Dates known to the day, the month or the year only: kept as the source gives them, never completed."""

import calendar
import dataclasses
import datetime
import re
from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

PARTIAL_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_FORMATS = {"day": "DATE_FORMAT", "month": "YEAR_MONTH_FORMAT", "year": "Y"}
PARTIAL_DATE_SQL = r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"


def months_later(day: datetime.date, months: int) -> datetime.date:
    """The same day so many months later; where that month is shorter, its last day, as PostgreSQL's intervals do."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return datetime.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


@dataclasses.dataclass(frozen=True, order=True)
class PartialDate:
    """A day, a month or a year. Orders by what is known; `earliest` and `latest` bound the true day."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read `2023`, `2023-11` or `2023-11-05`; ValueError for anything else, impossible days included."""
        match = PARTIAL_DATE.fullmatch(text.strip())
        if not match:
            raise ValueError(f"not a date (YYYY, YYYY-MM or YYYY-MM-DD): {text!r}")
        year, month, day = match.groups()
        datetime.date(int(year), int(month or 1), int(day or 1))
        return cls(int(year), int(month) if month else None, int(day) if day else None)

    @property
    def precision(self) -> str:
        return "day" if self.day else "month" if self.month else "year"

    @property
    def earliest(self) -> datetime.date:
        return datetime.date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> datetime.date:
        month = self.month or 12
        return datetime.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        return "-".join([f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part)])

    def display(self) -> str:
        """As a reader expects it: 5/11/2023, 11/2023 or 2023 (English: 5 November 2023, November 2023)."""
        return date_format(self.earliest, _FORMATS[self.precision])


def validate_partial_date(value: str) -> None:
    try:
        PartialDate.parse(value)
    except ValueError as error:
        raise ValidationError(_("Enter a year, a month or a day, like 2023, 2023-11 or 2023-11-05.")) from error


class PartialDateField(models.CharField[str, str]):
    """Text column `YYYY[-MM[-DD]]`, blank when unknown. Pair it with `partial_date_check`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 10)
        kwargs.setdefault("blank", True)
        kwargs.setdefault("default", "")
        super().__init__(*args, **kwargs)
        self.validators = [*self.validators, validate_partial_date]

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("validators", None)
        return name, path, args, kwargs


def partial_date_check(field: str, name: str) -> models.CheckConstraint:
    """Database check that a PartialDateField is blank or well formed."""
    return models.CheckConstraint(
        condition=models.Q(**{field: ""}) | models.Q(**{f"{field}__regex": PARTIAL_DATE_SQL}), name=name
    )


def display_day(day: datetime.date) -> str:
    """A day, or the local day of a moment: `31/12/2024` in Vietnamese, `31 December 2024` in English."""
    return date_format(timezone.localtime(day) if isinstance(day, datetime.datetime) else day, "DATE_FORMAT")


def display_moment(at: datetime.datetime) -> str:
    """Day and time in Vietnam: `16/12/2024 8:05` in Vietnamese, `16 December 2024, 8:05` in English."""
    return date_format(timezone.localtime(at), "DATETIME_FORMAT")


def display_days(first: datetime.date, last: datetime.date) -> str:
    """Both days, or the one day if they are the same."""
    return " – ".join(dict.fromkeys((display_day(first), display_day(last))))


def display_partial(text: str) -> str:
    """Partial date text for readers; blank stays blank."""
    return PartialDate.parse(text).display() if text else ""
