"""Mails in tests: what the worker would send now."""

from django.core import mail

from storefront.mail.sending import send_due


def delivered() -> list:
    """Have everything sent that waits; all mails of the test so far."""
    while send_due():
        pass
    return mail.outbox


def newly_delivered() -> list:
    """Have everything sent that waits; the mails that were not there before."""
    before = len(mail.outbox)
    return delivered()[before:]
