"""How good answers are, by the 40 judged queries: the usual measures of ranked lists."""

import json
import math
from pathlib import Path

from catalogue.text import fold

JUDGED = json.loads((Path(__file__).parent / "judged_queries.json").read_text(encoding="utf-8"))
DEPTH = 10


def grades(hits, relevant) -> list[int]:
    """Grade of each hit; a judged row counts once, one without a producer goes by its name."""
    rows = [(fold(row["product"]), fold(row["producer"]), row["grade"]) for row in relevant]
    found = []
    for hit in hits:
        name, producer = fold(hit.name), fold(hit.producer_name)
        row = next((row for row in rows if row[0] == name and row[1] in ("", producer)), None)
        if row:
            rows.remove(row)
        found.append(row[2] if row else 0)
    return found


def ndcg(found: list[int], relevant) -> float:
    """Gain of the first ten hits, of what the best order would gain."""
    best = sorted((row["grade"] for row in relevant), reverse=True)
    return _gain(found) / _gain(best)


def _gain(found: list[int]) -> float:
    return sum((2**grade - 1) / math.log2(rank + 2) for rank, grade in enumerate(found[:DEPTH]))


def is_success(found: list[int], relevant) -> bool:
    """Whether the first hit is one of the best."""
    return bool(found) and found[0] == max(row["grade"] for row in relevant)
