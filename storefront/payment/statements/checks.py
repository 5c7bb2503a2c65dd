"""What the movements of a file say about each other: lines that stand twice, balances that do not add up."""

import dataclasses
import itertools
from collections.abc import Sequence

from django.utils.translation import gettext as _

from ..movements import Movement
from .identity import follows, identifies

Note = tuple[int, str]
"""A line and what to look at there; line 0 is the whole file."""


def check(movements: Sequence[Movement], *, is_newest_first: bool) -> tuple[list[Movement], list[Note]]:
    """The movements without those that stand twice, and what somebody should look at."""
    kept, notes = _without_twins(movements)
    return kept, notes + _gaps(kept, is_newest_first=is_newest_first)


def _without_twins(movements: Sequence[Movement]) -> tuple[list[Movement], list[Note]]:
    kept: list[Movement] = []
    notes: list[Note] = []
    first: dict[Movement, Movement] = {}
    for movement in movements:
        bare = dataclasses.replace(movement, line=0)
        twin = first.setdefault(bare, movement)
        if twin is movement:
            kept.append(movement)
            continue
        values = {"line": twin.line}
        is_next = dataclasses.replace(kept[-1], line=0) == bare
        if identifies(movement.bank_reference) or (is_next and movement.balance is not None):
            # Two transfers have two references, and leave two balances.
            notes.append((movement.line, _("The same as line %(line)s: counted once.") % values))
        else:
            kept.append(movement)
            notes.append(
                (movement.line, _("Looks like line %(line)s. Both are counted: look whether it is one.") % values)
            )
    return kept, notes


def _gaps(movements: Sequence[Movement], *, is_newest_first: bool) -> list[Note]:
    """Lines whose balance is not that of the line before and their amount."""
    in_time = list(reversed(movements)) if is_newest_first else list(movements)
    pairs = [
        (older, newer)
        for older, newer in itertools.pairwise(in_time)
        if older.balance is not None and newer.balance is not None
    ]
    wrong = [newer for older, newer in pairs if not follows(newer, older)]
    if len(wrong) * 2 > len(pairs):
        return [
            (0, _("The balances do not fit the amounts. Compare the columns with the bank's page before you book."))
        ]
    note = _(
        "The balance does not follow from the movement before: lines are missing, or an amount was read wrongly."
    )
    return [(movement.line, note) for movement in wrong]
