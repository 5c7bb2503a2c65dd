"""Reads of the trace, by topic."""

from catalogue.traceability.serials import normalise_code

from .lots import Balance, TimelineEntry, lot_timeline, mass_balance, public_events, whole_trace
from .stamps import page_code, page_code_of, stamp_address, stamp_by_code

__all__ = [
    "Balance", "TimelineEntry", "lot_timeline", "mass_balance", "normalise_code", "page_code", "page_code_of",
    "public_events", "stamp_address", "stamp_by_code", "whole_trace",
]  # fmt: skip
