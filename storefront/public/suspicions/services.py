"""A report of suspicion comes in: it is kept and the department hears of it."""

import hashlib

from django.db import transaction

from catalogue.sent_once import made_before
from catalogue.traceability.models import SuspicionReport
from catalogue.traceability.suspicions.services import code_in, report_suspicion
from media.evidence import TakenIn

from .tasks import send_suspicion_notice


@transaction.atomic
def receive_report(
    *, text: str, code: str = "", where: str = "", contact: str = "", photo: TakenIn | None = None
) -> SuspicionReport:
    """Keep a report and have the inspectors told by mail (`COMPLAINTS_EMAIL`); sent again, it is the first one."""
    shown = {"photo__sha256": hashlib.sha256(photo.original).hexdigest()} if photo else {"photo": None}
    said = {"text": text, "code": code_in(code), "where": where, "contact": contact}
    if before := made_before(SuspicionReport, **said, **shown):
        return before
    report = report_suspicion(text=text, code=code, where=where, contact=contact, photo=photo)
    # The task is a row of this transaction: it exists if and only if the report does.
    send_suspicion_notice.enqueue(report_id=report.pk)
    return report
