"""Races: calls that start at the same moment, each in a thread with a connection of its own."""

import threading
from concurrent.futures import ThreadPoolExecutor

from django.db import connection

from tests.waiting import PATIENCE_SECONDS


def all_at_once(*calls):
    """Run the calls in threads that start together; their results or exceptions, in order."""
    start = threading.Barrier(len(calls))

    def run(call):
        try:
            start.wait(PATIENCE_SECONDS)
            return call()
        except Exception as error:  # noqa: BLE001 - the exception is the result
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as threads:
        return list(threads.map(run, calls))
