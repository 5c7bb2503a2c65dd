"""Plain text mails: the department hears of a complaint, the sender gets the answer."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from .models import Complaint


def notice(complaint: Complaint) -> EmailMessage:
    """To the department, in Vietnamese. Holds no contact data: those stay in the back office."""
    back_office = reverse("wagtailsnippets_complaints_complaint:edit", args=[complaint.pk])
    return _mail(complaint, "notice", language="vi", to=settings.COMPLAINTS_EMAIL, url=back_office)


def answer(complaint: Complaint) -> EmailMessage:
    """To the sender, in the language of the form that was sent."""
    with translation.override(complaint.language):
        address = complaint.get_absolute_url()
    return _mail(complaint, "answer", language=complaint.language, to=complaint.email, url=address)


MAILS = {"notice": notice, "answer": answer}


def _mail(complaint: Complaint, name: str, *, language: str, to: str, url: str) -> EmailMessage:
    context = {"complaint": complaint, "url": f"{settings.SITE_URL}{url}", "site_url": settings.SITE_URL}
    with translation.override(language):
        subject = render_to_string(f"complaints/mail/{name}_subject.txt", context)
        body = render_to_string(f"complaints/mail/{name}.txt", context)
    return EmailMessage(
        subject=" ".join(subject.split()),
        body=body.strip() + "\n",
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[to],
        headers={"Auto-Submitted": "auto-generated"},
    )
