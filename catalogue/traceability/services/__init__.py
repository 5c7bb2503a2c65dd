"""Writes of the trace, by topic. Each is one transaction and says who did it."""

from .batches import (
    activate_batch,
    apply_to_lot,
    claim_at_print,
    create_batch,
    ensure_page_code,
    fill_batch,
    make_batch,
    mark_delivered,
    mark_printed,
    void_batch,
)
from .events import EventFacts, TimelineEntry, correct_event, record_event, record_events, void_event, void_events
from .lots import add_input, create_lot, create_place, ensure_lots, remove_input, set_gtin, update_lot
from .packs import mark_sold, void_stamp, withdraw_page_code

__all__ = [
    "EventFacts", "TimelineEntry", "activate_batch", "add_input", "apply_to_lot", "claim_at_print",
    "correct_event", "create_batch", "create_lot", "create_place", "ensure_lots", "ensure_page_code",
    "fill_batch", "make_batch", "mark_delivered", "mark_printed", "mark_sold", "record_event",
    "record_events", "remove_input", "set_gtin", "update_lot", "void_batch", "void_event", "void_events",
    "void_stamp", "withdraw_page_code",
]  # fmt: skip
