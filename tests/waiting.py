"""Waiting for other processes and threads. No test asserts how fast something is: `make bench-…` measures that."""

import time
from collections.abc import Callable
from typing import TypeVar

import pytest

T = TypeVar("T")
PATIENCE_SECONDS = 120
"""Far beyond what a slow machine needs: only a hang takes so long."""


def wait_until(condition: Callable[[], T]) -> T:
    """The first true answer of `condition`."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not (answer := condition()):
        if time.monotonic() > deadline:
            pytest.fail(f"did not happen within {PATIENCE_SECONDS} seconds")
        time.sleep(0.05)
    return answer
