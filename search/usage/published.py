"""The texts that others searched, as pages show them: read from a small file that all processes share.

The worker writes it (`search.state`) from the table `PublicQuery`, so that a result page needs no query.
"""

import dataclasses
import json
import os
import threading
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TypeVar

from catalogue.text import loose
from search import state
from search.contract import Hit, TextHit

from .texts import key_of, normalised

T = TypeVar("T")
FILE = "searched.json"
DEFAULT_LIMIT = 6
SAME_WORDS, SAME_PRODUCTS = 2.0, 1.0
"""Weights of the share of words and of products that two searches have in common."""


@dataclasses.dataclass(frozen=True)
class _Searched:
    text: str
    key: str
    words: frozenset[str]
    products: frozenset[int]


def others_searched(text: str, hits: Sequence[Hit | TextHit], *, limit: int = DEFAULT_LIMIT) -> tuple[str, ...]:
    """What others searched: texts with the same words or the same products, best first.

    The most searched ones where there is no text or nothing like it. No query; empty while nothing has been
    searched often enough.
    """
    key = key_of(normalised(text))
    others = [one for one in _memory.current() if one.key != key]
    words, products = _neighbours(text), frozenset(hit.id for hit in hits if isinstance(hit, Hit))
    weights = [
        SAME_WORDS * _share(words, one.words) + SAME_PRODUCTS * _share(products, one.products) for one in others
    ]
    like = sorted((place for place, weight in enumerate(weights) if weight), key=lambda place: -weights[place])
    chosen = like or range(len(others))
    return tuple(others[place].text for place in chosen[:limit])


def _neighbours(text: str) -> frozenset[str]:
    """Words of Vietnamese are mostly two syllables; `mắc ca` and `cà phê` have nothing in common."""
    syllables = loose(text).split()
    return frozenset(map(" ".join, pairwise(syllables)) if len(syllables) > 1 else syllables)


def _share(these: frozenset[T], those: frozenset[T]) -> float:
    common = len(these & those)
    return common / len(these | those) if common else 0.0


# -- the file --------------------------------------------------------------------------------------


def write(rows: Iterable[tuple[str, Sequence[int]]]) -> None:
    """Put these texts in the place of those published so far."""
    path = state.file(FILE)
    content = json.dumps([[text, list(ids)] for text, ids in rows], ensure_ascii=False)
    if not path.exists() or path.read_bytes() != content.encode():
        state.write(FILE, content)


class _Memory:
    """What the file holds, read again whenever it changes."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._stamp: tuple[str, int, int] | None = None
        self._held: tuple[_Searched, ...] = ()

    def current(self) -> tuple[_Searched, ...]:
        path = state.file(FILE)
        try:
            facts = os.stat(path)
            stamp = (str(path), facts.st_ino, facts.st_mtime_ns)
            if stamp == self._stamp:
                return self._held
            rows = json.loads(path.read_text(encoding="utf-8"))
            held = tuple(_searched(text, ids) for text, ids in rows)
        except (OSError, ValueError, TypeError):
            return ()  # no file yet, or a damaged one that the worker will replace
        with self._lock:
            self._stamp, self._held = stamp, held
        return held


def _searched(text: str, ids: list[int]) -> _Searched:
    return _Searched(text, key_of(text), _neighbours(text), frozenset(ids))


_memory = _Memory()
