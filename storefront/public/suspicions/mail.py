"""Inspectors hear of a report. The mail holds no contact data."""

from types import SimpleNamespace

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalogue.traceability.models import SuspicionReport
from storefront.mail.kinds import Letter, MailKind
from storefront.mail.services import queue_mail


def mail_notice(report: SuspicionReport) -> None:
    """To the department, in Vietnamese."""
    queue_mail(
        "suspicion_notice",
        key=report.pk,
        to=settings.COMPLAINTS_EMAIL,
        language="vi",
        about=f"NN-{report.reference}",
        report_id=report.pk,
    )


def _notice(report_id: int) -> Letter | None:
    report = SuspicionReport.objects.select_related("stamp__product").filter(pk=report_id).first()
    return report and Letter({"report": report}, reverse("office-suspicion", args=[report.pk]))


def _samples() -> dict[str, Letter]:
    product = SimpleNamespace(title="Cà phê bột Ea H'leo Coffee sạch – nguyên chất 100%")
    report = SimpleNamespace(
        reference="0000000000",
        stamp=SimpleNamespace(product=product),
        code="AAAA BBBB CCCC",
        where="Chợ Ea H'leo",
        text=_("A sample, not a real case"),
    )
    return {"": Letter({"report": report}, "/theo-doi/can-bo/nghi-ngo/")}


KINDS = (
    MailKind(
        "suspicion_notice", gettext_lazy("New report of suspicion"), "public/suspicions/mail", _notice, _samples
    ),
)
