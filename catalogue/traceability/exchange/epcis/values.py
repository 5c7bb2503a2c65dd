"""Values of EPCIS documents: moments, and quantities in the units of this register."""

import datetime
import re
from decimal import Decimal
from typing import Any, Final

from catalogue.traceability.models import QuantityUnit

_MOMENT = re.compile(
    r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))", re.ASCII
)
_UNITS: Final = {
    "KGM": (QuantityUnit.KG, Decimal(1)),
    "GRM": (QuantityUnit.KG, Decimal("0.001")),
    "TNE": (QuantityUnit.KG, Decimal(1000)),
    "LTR": (QuantityUnit.LITRE, Decimal(1)),
}
"""UN/ECE Recommendation 20. Anything else is counted in packs."""
MAX_QUANTITY: Final = 10**11
"""In a unit of ours, not reached: the columns have 11 digits before the point and 3 behind it."""


def is_moment(text: Any) -> bool:
    """xsd:dateTimeStamp: a real moment with its zone, of this century or the ones beside it."""
    if not isinstance(text, str) or not _MOMENT.fullmatch(text):
        return False
    try:
        moment = datetime.datetime.fromisoformat(re.sub(r"(\.\d{6})\d+", r"\1", text))
    except ValueError:
        return False
    return 1900 <= moment.year < 2200


def own_quantity(quantity: int | float, unit: str) -> tuple[Decimal, str]:
    """A quantity of EPCIS in a unit of this register, to three decimals. It must be finite."""
    own_unit, factor = _UNITS.get(unit, (QuantityUnit.PACK, Decimal(1)))
    exact = Decimal(str(quantity)) * factor
    return (round(exact, 3) if exact < MAX_QUANTITY else exact), own_unit
