"""Sending what waits. Nothing is lost: a row is marked only when the mail server has taken the mail.

An attempt is counted and the next one set before the server is asked. A worker that dies between the server's yes and
the mark leaves the row waiting, and the mail is sent once more: with the same Message-ID, so that mail programs know
the twin. A mail that kills its worker each time ends after MAX_ATTEMPTS.
"""

import dataclasses
import datetime
import logging
import smtplib
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import get_connection
from django.db import transaction
from django.utils import timezone, translation

from .composing import compose
from .kinds import mail_kinds
from .models import OutgoingMail
from .sealing import SealBroken

logger = logging.getLogger(__name__)

State = OutgoingMail.State
PAUSE_MINUTES = (1, 2, 5, 15, 60, 240, 720, 1440)
"""How long after each attempt the next one is made: about two days all together."""
MAX_ATTEMPTS = len(PAUSE_MINUTES) + 1
BATCH = 50


@dataclasses.dataclass(frozen=True)
class Refusal:
    """Why a mail was not taken, without its address. `is_final`: the same mail would be refused again."""

    reason: str
    is_final: bool = False


def send_due() -> int:
    """Try the mails whose time has come, at most BATCH; the number of attempts. Several workers may do so at once."""
    due = OutgoingMail.objects.filter(state=State.WAITING, next_attempt_at__lte=timezone.now())
    tried = 0
    for pk in list(due.order_by("next_attempt_at", "pk").values_list("pk", flat=True)[:BATCH]):
        attempt = _begin(pk)
        if attempt:
            _try(pk, attempt)
            tried += 1
    return tried


def _begin(pk: int) -> int:
    """The number of the attempt that begins now; 0 where another worker has the mail, or no attempt is left."""
    now = timezone.now()
    with transaction.atomic():
        waiting = OutgoingMail.objects.filter(pk=pk, state=State.WAITING, next_attempt_at__lte=now)
        mail = waiting.select_for_update(skip_locked=True).first()
        if mail is None:
            return 0
        if mail.attempts >= MAX_ATTEMPTS:
            _fail(mail, mail.reason or "the worker ended during each attempt")
            return 0
        mail.attempts += 1
        pause = PAUSE_MINUTES[min(mail.attempts, len(PAUSE_MINUTES)) - 1]
        mail.next_attempt_at = now + datetime.timedelta(minutes=pause)
        mail.save(update_fields=["attempts", "next_attempt_at"])
        return mail.attempts


def _try(pk: int, attempt: int) -> None:
    """One attempt, under the lock of the row: however long the server takes, nobody else sends the mail meanwhile."""
    with transaction.atomic():
        rows = OutgoingMail.objects.filter(pk=pk, state=State.WAITING, attempts=attempt)
        mail = rows.select_for_update(skip_locked=True).first()
        if mail is None:
            return
        try:
            with transaction.atomic():
                is_needed = _send(mail)
        except Exception as error:  # noqa: BLE001 - whatever it is, the other mails go out
            refusal = refusal_of(error, mail.to)
            logger.warning("mail %s: not sent, attempt %s: %s", mail, attempt, refusal.reason)
            if refusal.is_final or attempt >= MAX_ATTEMPTS:
                _fail(mail, refusal.reason, is_refused=refusal.is_final)
            else:
                mail.reason = refusal.reason
                mail.save(update_fields=["reason"])
        else:
            _end(mail, State.SENT if is_needed else State.GIVEN_UP)


def _send(mail: OutgoingMail) -> bool:
    """Write the mail and hand it to the server; False where there is nothing to tell any more."""
    kind = mail_kinds()[mail.kind]
    with translation.override(mail.language):
        letter = kind.write(**mail.arguments)
    if letter is None:
        return False
    message = compose(kind.template, letter, language=mail.language, to=mail.to)
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
    message.extra_headers["Message-ID"] = f"<{mail.pk}.{mail.created_at:%Y%m%d%H%M%S}@{domain}>"
    message.connection = get_connection(settings.MAIL_TRANSPORT)
    message.send()
    if kind.after_sending:
        kind.after_sending(**mail.arguments)
    return True


def _end(mail: OutgoingMail, state: str) -> None:
    mail.state, mail.ended_at = state, timezone.now()
    mail.to, mail.arguments, mail.reason = "", {}, ""
    mail.save(update_fields=["state", "ended_at", "to", "arguments", "reason"])


def _fail(mail: OutgoingMail, reason: str, *, is_refused: bool = False) -> None:
    mail.state, mail.reason, mail.is_refused = State.FAILED, reason, is_refused
    mail.save(update_fields=["state", "reason", "is_refused"])


def refusal_of(error: Exception, address: str) -> Refusal:
    """What an error at sending means. The server's last word about this mail (5xx to the address or to the content)
    is final; about us or the connection it is not, nor is 4xx."""
    code, text = _answer(error)
    is_about_mail = isinstance(error, (smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError))
    is_final = (is_about_mail and code >= 500) or isinstance(
        error, (UnicodeError, SealBroken, smtplib.SMTPNotSupportedError)
    )
    reason = " ".join(f"{code or type(error).__name__} {text}".split())
    return Refusal(reason.replace(address, "…")[:300], is_final)


def _answer(error: Exception) -> tuple[int, str]:
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code, text = next(iter(error.recipients.values()), (0, b""))
    elif isinstance(error, smtplib.SMTPResponseException):
        code, text = error.smtp_code, error.smtp_error
    else:
        code, text = 0, str(error)
    return code, text.decode(errors="replace") if isinstance(text, bytes) else text
