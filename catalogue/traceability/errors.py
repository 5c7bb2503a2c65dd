"""Refusals of the trace, in words for whoever asked."""


class TraceRefused(ValueError):
    """Something the rules do not allow. `field` names the form field it is about, if one."""

    def __init__(self, message, *, field: str | None = None):
        super().__init__(str(message))
        self.message = message
        self.field = field


class WrongStep(TraceRefused):
    """A stamp or batch cannot go from its state to the one asked for."""
