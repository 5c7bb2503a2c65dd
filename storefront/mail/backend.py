"""Mails that libraries send by Django's own functions, such as Wagtail's about stories: into the outbox too."""

from collections.abc import Sequence

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.utils.crypto import get_random_string
from django.utils.translation import get_language

from .sealing import seal
from .services import queue_mail


class OutboxBackend(BaseEmailBackend):
    """`settings.EMAIL_BACKEND`. What leaves the outbox goes by `settings.MAIL_TRANSPORT`.

    Of a library's mail its subject and its plain text are kept: they are set in our frame. One row for each address.
    """

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        for message in email_messages:
            content = {"subject": str(message.subject), "text": str(message.body)}
            for address in message.recipients():
                queue_mail(
                    "from_library",
                    key=get_random_string(32),
                    to=address,
                    language=get_language() or settings.LANGUAGE_CODE,
                    sealed=seal(content),
                )
        return len(email_messages)
