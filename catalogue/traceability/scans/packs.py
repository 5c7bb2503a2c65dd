"""The pack behind a scanned or typed code: what the database knows of it, and whether its signature is ours."""

import dataclasses
import datetime
import enum
import json
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.db import OperationalError, connection
from django.utils import timezone
from psycopg.errors import QueryCanceled

from catalogue.traceability.models import CloneAlert
from catalogue.traceability.stamps import signing
from catalogue.traceability.stamps.keys import PublicKeys

from . import clones
from .time_limits import execute_within

HOLD = datetime.timedelta(seconds=60)
"""So long the first place is kept for whoever was told to be the first, until the page's second step comes."""
MAX_MILLISECONDS = 300
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
    state_override: str
    state_override_at: datetime.datetime | None
    first_at: datetime.datetime | None = None
    scans: int = 0
    provinces: tuple[str, ...] = ()
    score: float = 0.0
    alert: str = ""
    is_seen_known: bool = True

    @property
    def is_held(self) -> bool:
        """Somebody opened its page a moment ago as the first; whether that was a person is not known yet."""
        return not self.scans and self.first_at is not None and self.first_at > timezone.now() - HOLD

    @property
    def is_scanned(self) -> bool:
        """By a person, as far as a second step tells; what was only held was nobody's scan."""
        return self.scans > 0

    @property
    def is_under_check(self) -> bool:
        """An officer has not cleared the pattern of its scans, or has found copies."""
        if self.alert == CloneAlert.State.CLEARED:
            return self.score >= clones.THRESHOLD
        return bool(self.alert) or self.score >= clones.THRESHOLD


_WITH_SCANS = "SELECT {also}, traceability_scanned_pack(%s)"
_WITHOUT_SCANS = """SELECT {also}, (SELECT to_jsonb(pack) FROM (
    SELECT id AS stamp_id, code, product_id, batch_id, position, is_page_code, state_override, state_override_at
    FROM traceability_stamp WHERE code = %s) pack)"""


def read_pack(code: str, *, also: str = "NULL", also_params: Sequence[Any] = ()) -> tuple[Pack | None, object]:
    """The pack with this serial (as stored), None if there is none; and the value of one more SQL expression.

    One round trip; one more when the scans take too long to read, or when a kept connection turns out to be lost.
    """
    params = [*also_params, code]
    if connection.connection is None or connection.in_atomic_block:
        return _read(also, params)
    # This query shows by itself whether the connection is still good.
    connection.health_check_done = True  # type: ignore[attr-defined]  # Django's, not in its stubs
    try:
        return _read(also, params)
    except OperationalError:
        if connection.is_usable():
            raise
        connection.close()
        return _read(also, params)


def _read(also: str, params: Sequence[Any]) -> tuple[Pack | None, object]:
    is_seen_known = True
    with connection.cursor() as cursor:
        try:
            execute_within(cursor, _WITH_SCANS.format(also=also), params, milliseconds=MAX_MILLISECONDS)
        except OperationalError as error:
            if connection.in_atomic_block or not isinstance(error.__cause__, QueryCanceled):
                raise
            cursor.execute(_WITHOUT_SCANS.format(also=also), params)
            is_seen_known = False
        value, facts = cursor.fetchone()
    return (_pack_of(json.loads(facts), is_seen_known) if facts else None), value


def _pack_of(facts: dict[str, Any], is_seen_known: bool) -> Pack:
    """From the fields as the database tells them, moments as texts."""
    for name in ("state_override_at", "first_at"):
        if facts.get(name):
            facts[name] = datetime.datetime.fromisoformat(facts[name])
    facts["provinces"] = tuple(facts.get("provinces", ()))
    return Pack(**facts, is_seen_known=is_seen_known)


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
