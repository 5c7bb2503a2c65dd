"""Mails to sales points, sent by the worker."""

import datetime
import logging

from django.utils import timezone
from django_tasks import task

from .models import RecallNotice

logger = logging.getLogger(__name__)

RETRY_MINUTES = (1, 2, 5, 15, 60, 240)


@task()
def send_recall_notice(notice_id: int, attempt: int = 0) -> None:
    """Mail a notice to everybody who works at the sales point. When the mail server does not take it, try again."""
    from .mail import recall_notice
    from .notices import note_mailed, with_names

    notice = with_names(RecallNotice.objects.filter(pk=notice_id, mailed_at=None)).first()
    message = recall_notice(notice) if notice else None
    if message is None:  # sent already, or nobody there has an address
        return
    try:
        message.send()
    except OSError:  # network and SMTP errors alike
        if attempt >= len(RETRY_MINUTES):
            raise
        logger.warning("recall notice %s: mail not sent, attempt %s", notice_id, attempt + 1)
        again = timezone.now() + datetime.timedelta(minutes=RETRY_MINUTES[attempt])
        send_recall_notice.using(run_after=again).enqueue(notice_id=notice_id, attempt=attempt + 1)
        return
    note_mailed(notice=notice, addresses=len(message.to))
