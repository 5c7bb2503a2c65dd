"""The mail that tells inspectors of a report, sent by the worker. It holds no contact data."""

import datetime
import logging

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django_tasks import task

from catalogue.traceability.models import SuspicionReport

logger = logging.getLogger(__name__)

RETRY_MINUTES = (1, 5, 30, 120)


@task()
def send_suspicion_notice(report_id: int, attempt: int = 0) -> None:
    """Tell the department. When the mail server does not take it, try again, four times."""
    report = SuspicionReport.objects.select_related("stamp__product").filter(pk=report_id).first()
    if report is None or not settings.COMPLAINTS_EMAIL:
        return
    try:
        notice(report).send()
    except OSError:  # network and SMTP errors alike
        if attempt >= len(RETRY_MINUTES):
            raise
        logger.warning("report of suspicion %s: mail not sent, attempt %s", report.reference, attempt + 1)
        again = timezone.now() + datetime.timedelta(minutes=RETRY_MINUTES[attempt])
        send_suspicion_notice.using(run_after=again).enqueue(report_id=report_id, attempt=attempt + 1)


def notice(report: SuspicionReport) -> EmailMessage:
    """In Vietnamese, with the address of the queue."""
    with translation.override("vi"):
        path = reverse("trace-officer-suspicion", args=[report.pk])
        context = {"report": report, "url": f"{settings.SITE_URL}{path}"}
        subject = render_to_string("trace/report/mail_subject.txt", context)
        body = render_to_string("trace/report/mail.txt", context)
    return EmailMessage(
        subject=" ".join(subject.split()),
        body=body.strip() + "\n",
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[settings.COMPLAINTS_EMAIL],
        headers={"Auto-Submitted": "auto-generated"},
    )
