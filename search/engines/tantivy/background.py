"""Work in the background of a search in a large index: tantivy lets go of Python's lock, so a second core may count
while the first one weighs. In a small index the way to another thread takes longer than the work."""

import functools
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")
LARGE = 100_000
THREADS = 2


@functools.cache
def _pool() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(THREADS, thread_name_prefix="counting")


os.register_at_fork(after_in_child=_pool.cache_clear)  # threads do not come along


def begin(work: Callable[[], T], *, documents: int) -> Callable[[], T]:
    """What gives the result of the work: begun now if there are many documents, else done when it is asked for."""
    return _pool().submit(work).result if documents >= LARGE else work
