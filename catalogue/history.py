"""Who did what: the person that the database's history notes with each change, and how it is read again."""

import dataclasses
import datetime
from collections.abc import Iterable
from contextlib import AbstractContextManager
from typing import Any

import pghistory
from django.contrib.auth import get_user_model

from .users import User


def acting(by: User | None = None, **facts: object) -> AbstractContextManager[Any]:
    """Context in which the history notes a person (who else: the one signed in) and such facts as a reason.

    The person stands under `user`, as in the contexts that pghistory's middleware opens for requests.
    """
    context: AbstractContextManager[Any] = pghistory.context(**({"user": by.pk} if by else {}), **facts)
    return context


def fact_of(event: Any, name: str) -> Any:
    """A fact of the context in which a change was made, loaded with `pgh_context`; None where there is none."""
    return event.pgh_context.metadata.get(name) if event.pgh_context else None


def actor_of(event: Any) -> int | None:
    """Number of the person who made a change."""
    actor: int | None = fact_of(event, "user")
    return actor


@dataclasses.dataclass(frozen=True)
class HistoryStep:
    """One step as it is kept: `actor` is the number of a person, `note` a reason."""

    at: datetime.datetime
    step: str
    label: str
    actor: int | None = None
    note: str = ""


@dataclasses.dataclass(frozen=True)
class HistoryLine:
    """One step as a page shows it: `officer` is the name of whoever did it, blank where nobody knows."""

    at: datetime.datetime
    step: str
    label: str
    officer: str
    note: str


def history_lines(steps: Iterable[HistoryStep]) -> list[HistoryLine]:
    """The steps with the names of people, oldest first. One query."""
    steps = sorted(steps, key=lambda step: step.at)
    people = get_user_model().objects.in_bulk({step.actor for step in steps if step.actor})
    return [
        HistoryLine(step.at, step.step, step.label, str(people.get(step.actor or 0, "")), step.note) for step in steps
    ]
