"""Mails about complaints, sent by the worker."""

import datetime
import logging

from django.utils import timezone
from django_tasks import task

from .mail import MAILS
from .models import Complaint

logger = logging.getLogger(__name__)

RETRY_MINUTES = (1, 5, 30, 120)


@task()
def send_complaint_mail(complaint_id: int, mail: str, forget: bool = False, attempt: int = 0) -> None:
    """Send the mail called `notice` or `answer`. When the mail server does not take it, try again, four times.

    `forget`: the sender's e-mail is removed afterwards, sent or given up.
    """
    complaint = Complaint.objects.select_related("product").filter(pk=complaint_id).first()
    if complaint is None:  # deleted by an administrator in the meantime
        return
    try:
        MAILS[mail](complaint).send()
    except OSError:  # network and SMTP errors alike
        if attempt < len(RETRY_MINUTES):
            logger.warning("complaint %s: mail %s not sent, attempt %s", complaint.reference, mail, attempt + 1)
            again = timezone.now() + datetime.timedelta(minutes=RETRY_MINUTES[attempt])
            send_complaint_mail.using(run_after=again).enqueue(
                complaint_id=complaint_id, mail=mail, forget=forget, attempt=attempt + 1
            )
            return
        _forget(complaint, forget)
        raise
    _forget(complaint, forget)


def _forget(complaint: Complaint, wanted: bool) -> None:
    from .services import forget_email

    if wanted:
        forget_email(complaint=complaint)
