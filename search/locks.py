"""Locks of the database, for what must happen once over all processes and servers."""

import contextlib
from collections.abc import Iterator

from django.db import connection

WRITING_ELASTICSEARCH = 0x5A0B0E5
PUBLISHING_SEARCHES = 0x5A0B0E6
REBUILDING = {"tantivy": 0x5A0B0B1, "elasticsearch": 0x5A0B0B2}


@contextlib.contextmanager
def held(key: int) -> Iterator[None]:
    """Wait for the lock and hold it; the database frees it when we die."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [key])
    try:
        yield
    finally:
        _free(key)


@contextlib.contextmanager
def held_if_free(key: int) -> Iterator[bool]:
    """Hold the lock if nobody else does; whether we do."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [key])
        (is_held,) = cursor.fetchone()
    try:
        yield is_held
    finally:
        if is_held:
            _free(key)


def _free(key: int) -> None:
    # Where the connection is lost or its transaction broken, the lock goes with the connection.
    with contextlib.suppress(Exception), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_unlock(%s)", [key])
