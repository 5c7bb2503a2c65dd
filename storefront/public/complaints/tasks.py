"""Mails about complaints, sent by the worker."""

from django_tasks import task

from storefront.mail import send_or_retry

from .mail import MAILS, forget_email
from .models import Complaint


@task()
def send_complaint_mail(complaint_id: int, mail: str, forget: bool = False, attempt: int = 0) -> None:
    """Send the mail called `notice` or `answer`. When the mail server does not take it, try again, four times.

    `forget`: the sender's e-mail is removed afterwards, sent or given up.
    """
    complaint = Complaint.objects.select_related("product").filter(pk=complaint_id).first()
    if complaint is None:  # deleted by an administrator in the meantime
        return
    is_over = True
    try:
        is_over = send_or_retry(
            MAILS[mail](complaint),
            task=send_complaint_mail,
            attempt=attempt,
            complaint_id=complaint_id,
            mail=mail,
            forget=forget,
        )
    finally:
        if forget and is_over:
            forget_email(complaint=complaint)
