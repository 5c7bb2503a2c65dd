"""Rates of tax by day, from `data/vietnam/tax_rates.toml`, and the one way in which đồng are rounded."""

import dataclasses
import datetime
import functools
import tomllib
from collections.abc import Iterable
from typing import Any, Protocol

from django.conf import settings
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class VatKind(models.TextChoices):
    """What value added tax (thuế GTGT) a product bears."""

    UNKNOWN = "unknown", gettext_lazy("not known")
    STANDARD = "standard", gettext_lazy("10% (usual rate, not cut)")
    REDUCED = "reduced", gettext_lazy("8% until 31 December 2026 (usual rate, cut)")
    FARM = "farm", gettext_lazy("5% (unprocessed farm produce)")
    ZERO = "zero", gettext_lazy("0%")
    EXEMPT = "exempt", gettext_lazy("not subject to the tax")
    REVENUE = "revenue", gettext_lazy("no rate: household, taxed by revenue")


RATED = (VatKind.STANDARD, VatKind.REDUCED, VatKind.FARM, VatKind.ZERO)
UNRATED = (VatKind.EXEMPT, VatKind.REVENUE)
"""Their price holds no tax that could be named."""


@dataclasses.dataclass
class RateTotal:
    """All of one kind and rate, in đồng; `amount` includes the tax."""

    kind: str
    percent: int | None
    amount: int = 0
    vat: int = 0

    @property
    def label(self) -> str:
        return f"{self.percent}%" if self.percent is not None else str(VatKind(self.kind).label)

    @property
    def is_known(self) -> bool:
        return self.percent is not None or self.kind in UNRATED

    @property
    def net(self) -> int:
        return self.amount - self.vat

    @property
    def part(self) -> tuple[str, int]:
        """Words and đồng for the foot of a bill: the tax of a rate, or what bears none or an unknown one."""
        if self.percent is not None:
            return _("Included VAT (%(percent)s%%)") % {"percent": self.percent}, self.vat
        return (_("Part without a VAT rate") if self.is_known else _("Part whose VAT is not known")), self.amount


class Taxed(Protocol):
    """Something with its tax: a sale, or what came back of one."""

    kind: str
    percent: int | None
    amount: int
    vat: int


def totals_by_rate(rows: Iterable[Taxed]) -> list[RateTotal]:
    """Sums of each kind and rate, the highest rate first."""
    totals: dict[tuple, RateTotal] = {}
    for row in rows:
        total = totals.setdefault((row.kind, row.percent), RateTotal(row.kind, row.percent))
        total.amount += row.amount
        total.vat += row.vat
    return sorted(totals.values(), key=lambda total: (-(total.percent or 0), total.percent is None, total.kind))


@dataclasses.dataclass(frozen=True)
class Withholding:
    """Thousandths of what a household sold."""

    vat_permille: int
    income_permille: int
    source: str
    is_checked: bool


def vat_percent(kind: str, day: datetime.date) -> int | None:
    """None: the kind bears no rate, or none is known for that day."""
    row = _valid((row for row in _table()["vat"] if row["kind"] == kind), day)
    return row["percent"] if row else None


@dataclasses.dataclass(frozen=True)
class Rate:
    """The percent of a kind on a day, and where it is written."""

    kind: VatKind
    percent: int
    source: str
    is_checked: bool


def rates_on(day: datetime.date) -> list[Rate]:
    """All rates of value added tax that are known for the day."""
    found = ((kind, _valid((row for row in _table()["vat"] if row["kind"] == kind), day)) for kind in RATED)
    return [Rate(kind, row["percent"], row["source"], row["is_checked"]) for kind, row in found if row]


def withholding_on(day: datetime.date) -> Withholding | None:
    row = _valid(_table()["withholding"], day)
    return row and Withholding(row["vat_permille"], row["income_permille"], row["source"], row["is_checked"])


def vat_in(gross: int, percent: int | None) -> int:
    """The tax inside a price, in đồng, half a đồng up. Below zero it is what it is above, with a minus."""
    if not percent:
        return 0
    return _rounded(gross * percent, 100 + percent)


def permille_of(amount: int, permille: int) -> int:
    """So many thousandths of an amount, in đồng."""
    return _rounded(amount * permille, 1000)


def _rounded(numerator: int, denominator: int) -> int:
    sign = -1 if numerator < 0 else 1
    return sign * ((2 * abs(numerator) + denominator) // (2 * denominator))


def _valid(rows, day: datetime.date) -> dict[str, Any] | None:
    return next((row for row in rows if row["since"] <= day <= row.get("until", datetime.date.max)), None)


@functools.cache
def _table() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads((settings.BASE_DIR / "data/vietnam/tax_rates.toml").read_text("utf-8"))
