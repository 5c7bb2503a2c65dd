"""The rules under which certificates are given, as data: read by the database's column and by Python alike."""

import dataclasses
import datetime

from catalogue.dates import months_later


@dataclasses.dataclass(frozen=True)
class Regime:
    """One set of rules. `source` names the decisions that it stands in."""

    validity_months: int
    """Term of a certificate in months."""
    expiring_days: int
    """In so many last days the certificate counts as ending soon: the window to file again."""
    source: str

    def last_day(self, start: datetime.date) -> datetime.date:
        """Last day of a term that begins with `start`: the same day so many months later, as the first day does not
        count and the term ends with the end of its last day (Civil Code 2015, Art. 147-148)."""
        return months_later(start, self.validity_months)


OCOP = Regime(
    validity_months=36,
    expiring_days=180,
    source="1048/QĐ-TTg (2019) to 26/2026/QĐ-TTg (Art. 12)",
)
"""One commune one product. The term is the same in every decision so far."""
