"""The banks that an account for VietQR can be at, from data/vietnam/banks.csv."""

import csv
import dataclasses
import functools

from django.conf import settings


@dataclasses.dataclass(frozen=True)
class Bank:
    """`bin` is the bank identification number of NAPAS, six digits; `name` the full Vietnamese name."""

    bin: str
    short_name: str
    name: str

    def __str__(self) -> str:
        return f"{self.short_name} – {self.name}"


@functools.cache
def banks() -> dict[str, Bank]:
    """All banks by their BIN, in the order of their short names."""
    path = settings.BASE_DIR / "data" / "vietnam" / "banks.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = sorted((Bank(**row) for row in csv.DictReader(file)), key=lambda bank: bank.short_name.casefold())
    return {bank.bin: bank for bank in rows}
