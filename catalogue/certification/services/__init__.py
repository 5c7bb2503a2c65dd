"""Every write of certification, by act."""

from .issuing import (
    CORRECTABLE,
    correct_certificate,
    import_events,
    issue_certificate,
    issuing_body_of,
    record_register_row,
)
from .measures import reinstate_certificate, revoke_certificate, suspend_certificate
from .restoration import agree_to_restore, ask_to_restore, refuse_to_restore, restore_certificate

__all__ = [
    "CORRECTABLE",
    "agree_to_restore",
    "ask_to_restore",
    "correct_certificate",
    "import_events",
    "issue_certificate",
    "issuing_body_of",
    "record_register_row",
    "refuse_to_restore",
    "reinstate_certificate",
    "restore_certificate",
    "revoke_certificate",
    "suspend_certificate",
]
