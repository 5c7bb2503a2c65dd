"""What the groups of the official catalogue are called on English pages: our rendering, product_groups.csv."""

import csv
from functools import cache

from django.conf import settings

from catalogue.addresses import reader_language

FILE = settings.BASE_DIR / "data" / "daklak" / "product_groups.csv"


@cache
def _english() -> dict[str, str]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return {row["code"]: row["name_en"] for row in csv.DictReader(file)}


def group_name(code: str | None, official: str) -> str:
    """A group's name in the reader's language; the official, Vietnamese one where we have no other."""
    return (reader_language() == "en" and _english().get(code or "")) or official
