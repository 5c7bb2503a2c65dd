"""The pack behind a scanned or typed code: what the database knows of it, and whether its signature is ours."""

import dataclasses
import datetime
import enum
from weakref import WeakKeyDictionary

from django.conf import settings
from django.db import InterfaceError, OperationalError, connection
from psycopg.errors import QueryCanceled

from . import clones, signing, trips
from .keys import PublicKeys
from .models import CloneAlert

SCANS_MILLISECONDS = 300
"""Longest wait for what is known of earlier scans; the page comes without it after that."""


# -- what the database knows of a pack -------------------------------------------------------------


@dataclasses.dataclass(frozen=True)
class Pack:
    """One stamp and what is known of its scans. `is_seen_known` is False when the scans could not be read."""

    stamp_id: int
    code: str
    product_id: int
    batch_id: int | None
    position: int | None
    is_page_code: bool
    own_state: str
    own_state_at: datetime.datetime | None
    first_at: datetime.datetime | None = None
    scans: int = 0
    provinces: tuple[str, ...] = ()
    score: float = 0.0
    alert: str = ""
    is_seen_known: bool = True

    @property
    def is_under_check(self) -> bool:
        """An officer has not cleared the pattern of its scans, or has found copies."""
        if self.alert == CloneAlert.State.CLEARED:
            return self.score >= clones.THRESHOLD
        return bool(self.alert) or self.score >= clones.THRESHOLD


_STAMP = "s.id, s.code, s.product_id, s.batch_id, s.position, s.is_page_code, s.own_state, s.own_state_at"
_FROM = "FROM (SELECT 1) AS one LEFT JOIN traceability_stamp s ON s.code = %s"
_SCANS = "m.first_at, coalesce(m.scans, 0), m.provinces, coalesce(m.score, 0), coalesce(a.state, '')"
_FROM_SCANS = (
    " LEFT JOIN traceability_scansummary m ON m.stamp_id = s.id"
    " LEFT JOIN LATERAL (SELECT state FROM traceability_clonealert WHERE stamp_id = s.id ORDER BY id DESC LIMIT 1) a"
    " ON true"
)


def read_pack(code: str, *, also: str = "NULL") -> tuple[Pack | None, object]:
    """The pack with this serial (as stored), None if there is none; and the value of one more SQL expression.

    One round trip, two when the scans take too long to read.
    """
    try:
        value, *row = _row(f"SELECT {also}, {_STAMP}, {_SCANS} {_FROM}{_FROM_SCANS}", code)
    except OperationalError as error:
        if connection.in_atomic_block or not isinstance(error.__cause__, QueryCanceled):
            raise
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {also}, {_STAMP} {_FROM}", [code])
            value, *row = cursor.fetchone()
        return (Pack(*row, is_seen_known=False) if row[0] else None), value
    pack = Pack(*row[:10], provinces=tuple(row[10] or ()), score=row[11], alert=row[12]) if row[0] else None
    return pack, value


def _row(query: str, code: str) -> tuple:
    """The one row of the query. Outside of transactions it is prepared once a connection and has a limit of time."""
    if connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute(query, [code])
            return cursor.fetchone()
    if connection.connection is not None:
        connection.health_check_done = True  # a lost connection shows by itself, below
    try:
        return _prepared_row(query, code)
    except (OperationalError, InterfaceError) as error:
        if isinstance(error.__cause__, QueryCanceled):
            raise
        connection.close()
        return _prepared_row(query, code)


_prepared: WeakKeyDictionary[object, str] = WeakKeyDictionary()
"""Connection → the query it has prepared. To plan these joins takes longer than to run them."""


def _prepared_row(query: str, code: str) -> tuple:
    if connection.connection is None or _prepared.get(connection.connection) != query:
        trips.send("DEALLOCATE ALL")
        trips.send("PREPARE scanned_pack (text) AS " + query.replace("%s", "$1"))
        _prepared[connection.connection] = query
    return trips.row(trips.send(_EXECUTE, code))


_EXECUTE = f"SELECT set_config('statement_timeout', '{SCANS_MILLISECONDS}', true); EXECUTE scanned_pack (%s)"


# -- the signature ---------------------------------------------------------------------------------


class Signature(enum.Enum):
    """`MISSING`: typed by hand. `WITHDRAWN`: right, but its key may be in wrong hands: only the register counts."""

    RIGHT = "right"
    WRONG = "wrong"
    MISSING = "missing"
    WITHDRAWN = "withdrawn"


def check_signature(keys: PublicKeys, *, given: list[str], serial: str, gtin: str = "", host: str = "") -> Signature:
    """Judge the values of `s` in an address; more than one, or any that is not exactly ours, is wrong."""
    if not given or given == [""]:
        return Signature.MISSING
    if len(given) > 1:
        return Signature.WRONG
    number = signing.verify(keys.keys, s=given[0], host=host or settings.STAMP_HOST, serial=serial, gtin=gtin)
    if number is None:
        return Signature.WRONG
    return Signature.WITHDRAWN if number in keys.withdrawn else Signature.RIGHT
