"""Bounds of time in tests are those of an idle machine of ordinary speed. They grow with how slow this one is now."""

import time

ORDINARY_SECONDS = 0.6e-6
"""What adding up 100 numbers takes on the machine whose bounds they are."""
SAMPLE_SECONDS = 0.2


def pace() -> float:
    """How many times as long plain Python takes here and now, with all that runs beside this test; at least 1."""
    number, begin = 0, time.perf_counter()
    while (spent := time.perf_counter() - begin) < SAMPLE_SECONDS:
        for _ in range(1_000):
            sum(range(100))
        number += 1_000
    return max(1.0, spent / number / ORDINARY_SECONDS)
