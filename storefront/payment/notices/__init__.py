"""Notices of services that watch a bank account: one interface, `notice.NoticeSource`, for Casso and SePay.

Notices make booking faster; the truth is the statement, because a service gives up after some deliveries. A movement
that both tell of has two identities: whoever books compares amount, day and reference before a second booking.
"""

from .casso import Casso
from .notice import NoticeSource
from .sepay import SePay

SOURCES: dict[str, type[NoticeSource]] = {"casso": Casso, "sepay": SePay}
"""The services by their names."""
