"""One identity for each movement, whichever file it comes in.

It depends on the movement alone and on how many equal ones came before it, never on the rest of the file: files
overlap, and the same movement must get the same identity in each. Equal ones are counted from the oldest, so that a
file with newer movements changes no number.

Two movements that a file does not tell apart at all (no reference, no balance) are lost only if a later file begins
between them. Statements begin and end with whole days.
"""

import dataclasses
import hashlib
import itertools
import re
from collections import Counter
from collections.abc import Sequence

from catalogue.text import fold

from ..movements import Movement

MIN_REFERENCE = 8
"""Letters and digits of a reference that names one movement; `001` is the number of a counter."""
_PLAIN = re.compile(r"[\W_]+")


def identifies(reference: str) -> bool:
    """Whether a bank's reference is long enough to belong to one transfer only."""
    return len(_PLAIN.sub("", reference)) >= MIN_REFERENCE


def with_identities(movements: Sequence[Movement], *, is_newest_first: bool) -> list[Movement]:
    """The movements in their order, each with its identity."""
    seen: Counter[str] = Counter()
    identities = {}
    for movement in reversed(movements) if is_newest_first else movements:
        key = _key(movement)
        seen[key] += 1
        digest = hashlib.sha256(f"{key}|{seen[key]}".encode()).hexdigest()
        identities[id(movement)] = f"statement:{digest[:32]}"
    return [dataclasses.replace(movement, identity=identities[id(movement)]) for movement in movements]


def _key(movement: Movement) -> str:
    """A reference counts with its day and amount: a transfer and its fee share one, and numbers may begin anew."""
    day = movement.booked_at.date().isoformat()
    if identifies(movement.bank_reference):
        return f"{day}|{movement.amount}|{_PLAIN.sub('', movement.bank_reference).upper()}"
    words = fold(movement.description).replace(" ", "")
    return f"{day}|{movement.amount}|{words}|{movement.balance}"


def is_newest_first(movements: Sequence[Movement]) -> bool:
    """Whether the file goes back in time: by its days, within one day by its balances."""
    if not movements or movements[0].booked_at != movements[-1].booked_at:
        return bool(movements) and movements[0].booked_at > movements[-1].booked_at
    pairs = list(itertools.pairwise(movements))
    return sum(follows(newer, older) for newer, older in pairs) > sum(follows(newer, older) for older, newer in pairs)


def follows(newer: Movement, older: Movement) -> bool:
    """Whether the balance of the newer movement is that of the older one and its own amount."""
    return newer.balance is not None and older.balance is not None and newer.balance == older.balance + newer.amount
