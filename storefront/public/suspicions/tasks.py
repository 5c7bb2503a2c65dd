"""The mail that tells inspectors of a report, sent by the worker. It holds no contact data."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import translation
from django_tasks import task

from catalogue.traceability.models import SuspicionReport
from storefront.mail import send_or_retry, text_mail


@task()
def send_suspicion_notice(report_id: int, attempt: int = 0) -> None:
    """Tell the department. When the mail server does not take it, try again, four times."""
    report = SuspicionReport.objects.select_related("stamp__product").filter(pk=report_id).first()
    if report:
        send_or_retry(notice(report), task=send_suspicion_notice, attempt=attempt, report_id=report_id)


def notice(report: SuspicionReport) -> EmailMessage:
    """In Vietnamese, with the address of the queue."""
    with translation.override("vi"):
        path = reverse("office-suspicion", args=[report.pk])
    to = [settings.COMPLAINTS_EMAIL]
    return text_mail("public/suspicions/mail", {"report": report}, language="vi", to=to, path=path)
