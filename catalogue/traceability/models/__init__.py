"""Places, lots, events, stamps, scans, recalls: what a pack can tell of itself."""

from .captures import CapturedEvent, CaptureJob
from .events import Event, EventKind
from .keys import CaptureKey, SigningKey
from .lots import Lot, LotInput, ProductGtin, QuantityUnit
from .places import Place, PlaceKind
from .prints import Paper, PrintRun, PrintState
from .recalls import Recall, RecallEnd, RecallScope
from .reports import PortalDelivery, SuspicionReport
from .scans import CloneAlert, Scan, ScanSummary
from .stamps import SERIAL_PATTERN, Stamp, StampBatch, StampState

__all__ = [
    "SERIAL_PATTERN", "CaptureJob", "CaptureKey", "CapturedEvent", "CloneAlert", "Event", "EventKind", "Lot",
    "LotInput", "Paper", "Place", "PlaceKind", "PortalDelivery", "PrintRun", "PrintState", "ProductGtin",
    "QuantityUnit", "Recall", "RecallEnd", "RecallScope", "Scan", "ScanSummary", "SigningKey", "Stamp", "StampBatch",
    "StampState", "SuspicionReport",
]  # fmt: skip
