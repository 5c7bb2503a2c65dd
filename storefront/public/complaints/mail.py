"""The department hears of a complaint, the sender gets the answer."""

from types import SimpleNamespace

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from storefront.mail.kinds import Letter, MailKind
from storefront.mail.services import queue_mail

from .models import Complaint, Kind


def mail_notice(complaint: Complaint) -> None:
    """To the department, in Vietnamese. Holds no contact data: those stay in the back office."""
    queue_mail(
        "complaint_notice",
        key=complaint.pk,
        to=settings.COMPLAINTS_EMAIL,
        language="vi",
        about=complaint.reference,
        complaint_id=complaint.pk,
    )


def mail_answer(complaint: Complaint) -> None:
    """To the sender, in the language of the form that was sent; once for each time that it was closed."""
    queue_mail(
        "complaint_answer",
        key=f"{complaint.pk}-{complaint.events.count()}",
        to=complaint.email,
        language=complaint.language,
        about=complaint.reference,
        complaint_id=complaint.pk,
    )


def _notice(complaint_id: int) -> Letter | None:
    complaint = Complaint.objects.select_related("product").filter(pk=complaint_id).first()
    if complaint is None:  # deleted by an administrator in the meantime
        return None
    return Letter({"complaint": complaint}, reverse("wagtailsnippets_complaints_complaint:edit", args=[complaint.pk]))


def _answer(complaint_id: int) -> Letter | None:
    complaint = Complaint.objects.filter(pk=complaint_id).first()
    return complaint and Letter({"complaint": complaint}, complaint.get_absolute_url())


def _samples() -> dict[str, Letter]:
    complaint = SimpleNamespace(
        reference="GY-0000000000",
        get_kind_display=Kind.PRODUCT.label,
        about="Cà phê bột Ea H'leo Coffee sạch – nguyên chất 100%",
        text=_("A sample, not a real case"),
        answer=_("A sample, not a real case"),
    )
    return {"": Letter({"complaint": complaint}, "/gop-y/")}


KINDS = (
    MailKind("complaint_notice", gettext_lazy("New complaint"), "public/complaints/mail/notice", _notice, _samples),
    MailKind(
        "complaint_answer", gettext_lazy("Answer to a complaint"), "public/complaints/mail/answer", _answer, _samples
    ),
)
