"""Refusals of the trace, in words for whoever asked."""

from django.utils.functional import Promise

from catalogue.errors import Refusal


class TraceRefused(Refusal):
    """Something the rules do not allow. `field` names the form field it is about, if one."""

    def __init__(self, message: str | Promise, *, field: str | None = None) -> None:
        super().__init__(message)
        self.field = field


class EntryRefused(TraceRefused):
    """One of many entries is refused, so all are; `number` counts from 0."""

    def __init__(self, message: str | Promise, *, number: int, field: str | None = None) -> None:
        super().__init__(message, field=field)
        self.number = number


class WrongStep(TraceRefused):
    """A stamp or batch cannot go from its state to the one asked for."""


class StillBusy(TraceRefused):
    """Nothing is wrong with it; the same is taken in a few seconds."""
