"""A limit of time for one statement on a scan's way, in one round trip."""

from collections.abc import Sequence
from typing import Any

from django.db import connection
from django.db.backends.utils import CursorWrapper


def execute_within(cursor: CursorWrapper, sql: str, params: Sequence[Any], *, milliseconds: int) -> None:
    """Run one statement. Raises OperationalError, from psycopg's QueryCanceled, where it takes longer.

    The limit goes along in the same message and is over with it, so that a pooler between us and the server hands it
    to nobody else. Inside of a transaction there is none: it would stay for what follows.
    """
    if connection.in_atomic_block:
        cursor.execute(sql, params)
        return
    limit = "SELECT set_config('statement_timeout', %s, true)"
    cursor.execute(f"{limit}; {sql}", [str(milliseconds), *params])
    cursor.nextset()
