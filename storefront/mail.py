"""Plain text mails: made of two templates, and sent again when the mail server does not take them."""

import datetime
import logging
import unicodedata

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import timezone, translation

from catalogue.text import without_invisible

logger = logging.getLogger(__name__)

RETRY_MINUTES = (1, 5, 30, 120)
"""Pauses after each failure; after the last one the mail is given up."""


def plain_address(text: str) -> str:
    """An e-mail address as mail servers know it, from how it was typed or pasted: without letters that nobody sees,
    without spaces around it, full-width letters as plain ones. It need not be an address."""
    return unicodedata.normalize("NFKC", without_invisible(text)).strip()


def is_deliverable(address: str) -> bool:
    """Whether the domain of an address has a name that can be asked for."""
    domain = address.rpartition("@")[2]
    try:
        domain.encode("idna")
    except UnicodeError:
        return False
    return True


def text_mail(name: str, context: dict, *, language: str, to: list[str], path: str) -> EmailMessage:
    """The mail of `<name>_subject.txt` and `<name>.txt`, which see `context`, `site_url`, and `path` as `url`."""
    context = {**context, "url": f"{settings.SITE_URL}{path}", "site_url": settings.SITE_URL}
    with translation.override(language):
        subject = render_to_string(f"{name}_subject.txt", context)
        body = render_to_string(f"{name}.txt", context)
    return EmailMessage(
        subject=" ".join(subject.split()),
        body=body.strip() + "\n",
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[plain_address(address) for address in to],
        headers={"Auto-Submitted": "auto-generated"},
    )


def send_or_retry(message: EmailMessage, *, task, attempt: int, pauses=RETRY_MINUTES, **arguments) -> bool:
    """Send a mail; whether the mail server took it.

    If it did not, `task` is queued with the same `arguments` and the next `attempt`; OSError after the last one.
    """
    try:
        message.send()
    except OSError:  # network and SMTP errors alike
        if attempt >= len(pauses):
            raise
        logger.warning("%s %s: mail not sent, attempt %s", task.name, arguments, attempt + 1)
        again = timezone.now() + datetime.timedelta(minutes=pauses[attempt])
        task.using(run_after=again).enqueue(**arguments, attempt=attempt + 1)
        return False
    return True
