"""Mails to sales points, sent by the worker."""

from django_tasks import task

from storefront.mail import send_or_retry
from storefront.salespoints.models import RecallNotice

from .mail import note_mailed, recall_notice
from .queries import with_names

RETRY_MINUTES = (1, 2, 5, 15, 60, 240)


@task()
def send_recall_notice(notice_id: int, attempt: int = 0) -> None:
    """Mail a notice to everybody who works at the sales point. When the mail server does not take it, try again."""
    notice = with_names(RecallNotice.objects.filter(pk=notice_id, mailed_at=None)).first()
    message = recall_notice(notice) if notice else None
    if message is None:  # sent already, or nobody there has an address
        return
    if send_or_retry(message, task=send_recall_notice, attempt=attempt, pauses=RETRY_MINUTES, notice_id=notice_id):
        note_mailed(notice=notice, addresses=len(message.to))
