"""A report of suspicion comes in: it is kept and the department hears of it."""

from django.db import transaction

from catalogue.traceability.models import SuspicionReport
from catalogue.traceability.suspicions.services import report_suspicion
from media.evidence import TakenIn

from .mail import mail_notice


@transaction.atomic
def receive_report(
    *, text: str, code: str = "", where: str = "", contact: str = "", photo: TakenIn | None = None
) -> SuspicionReport:
    """Keep a report and have the inspectors told by mail (`COMPLAINTS_EMAIL`)."""
    report = report_suspicion(text=text, code=code, where=where, contact=contact, photo=photo)
    mail_notice(report)
    return report
