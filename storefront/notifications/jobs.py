"""What the worker forgets of what people were told, on the site and by mail."""

from storefront.mail.services import sweep_mails

from .services import forget_old_notifications

PAUSE_SECONDS = 3600.0


def upkeep() -> float:
    """A periodic job of the worker (`settings.PERIODIC_JOBS`); seconds until it is due again."""
    sweep_mails()
    forget_old_notifications()
    return PAUSE_SECONDS
