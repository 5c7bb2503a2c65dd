"""Work on payments that the worker does."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import translation
from django_tasks import task

from storefront.mail import send_or_retry, text_mail

from .models import Notice
from .services import notices


@task()
def book_notice(notice_id: int) -> None:
    """Book a notice that is kept and answered."""
    notices.book_notice(Notice.objects.get(pk=notice_id))


@task()
def send_stray_money_alert(receipts: int, messages: int, attempt: int = 0) -> None:
    """Tell the office of money that nothing explains. When the mail server does not take it, try again."""
    message = stray_money_mail(receipts=receipts, messages=messages)
    send_or_retry(message, task=send_stray_money_alert, attempt=attempt, receipts=receipts, messages=messages)


def stray_money_mail(*, receipts: int, messages: int) -> EmailMessage:
    """In Vietnamese; numbers only, no names and no texts of banks."""
    with translation.override("vi"):
        path = reverse("office-payments") + "?muc=la"
    context = {"receipts": receipts, "messages": messages}
    to = [settings.COMPLAINTS_EMAIL]
    return text_mail("office/payments/mail_stray", context, language="vi", to=to, path=path)
