"""What the worker does about mails, in a thread of its own: a mail server that is slow holds up nothing else."""

from .sending import send_due

PAUSE_SECONDS = 1.0


def send() -> float:
    """A periodic job of the worker (`settings.PERIODIC_JOBS`); seconds until it is due again."""
    return 0.0 if send_due() else PAUSE_SECONDS
