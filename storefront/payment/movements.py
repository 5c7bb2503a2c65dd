"""A movement on a bank account, the same from a statement as from a notice."""

import dataclasses
import datetime
from zoneinfo import ZoneInfo

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
"""The clock of all banks here: their times carry no zone."""


@dataclasses.dataclass(frozen=True)
class Movement:
    """`amount` in đồng, positive when money came in. `identity` is unique for one account and one source: what was
    booked under it is not booked again.

    `line` counts from 1 in a file and is 0 in a notice; without `is_time_known`, `booked_at` is the beginning of the
    day; `balance` is the one after the movement, None where the bank does not say.
    """

    booked_at: datetime.datetime
    amount: int
    description: str
    bank_reference: str = ""
    balance: int | None = None
    is_time_known: bool = False
    line: int = 0
    identity: str = ""
