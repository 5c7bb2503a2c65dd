"""Plain text mails: the department hears of a complaint, the sender gets the answer."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.urls import reverse
from django.utils import translation

from storefront.mail import text_mail

from .models import Complaint


def notice(complaint: Complaint) -> EmailMessage:
    """To the department, in Vietnamese. Holds no contact data: those stay in the back office."""
    back_office = reverse("wagtailsnippets_complaints_complaint:edit", args=[complaint.pk])
    return _mail(complaint, "notice", language="vi", to=settings.COMPLAINTS_EMAIL, path=back_office)


def answer(complaint: Complaint) -> EmailMessage:
    """To the sender, in the language of the form that was sent."""
    with translation.override(complaint.language):
        path = complaint.get_absolute_url()
    return _mail(complaint, "answer", language=complaint.language, to=complaint.email, path=path)


MAILS = {"notice": notice, "answer": answer}


def _mail(complaint: Complaint, name: str, *, language: str, to: str, path: str) -> EmailMessage:
    context = {"complaint": complaint}
    return text_mail(f"public/complaints/mail/{name}", context, language=language, to=[to], path=path)


@transaction.atomic
def forget_email(*, complaint: Complaint) -> None:
    """Remove the sender's e-mail, after the last mail to it."""
    row = Complaint.objects.select_for_update().get(pk=complaint.pk)
    row.email = ""
    row.save(update_fields=["email"])
