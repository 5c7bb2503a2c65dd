"""Reports of suspicion (báo nghi ngờ) by consumers: one comes in, inspectors deal with it."""

import dataclasses

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Count, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from catalogue import base32
from catalogue.parameters import text_in
from catalogue.references import new_reference, typed_reference
from catalogue.traceability.errors import TraceRefused
from catalogue.traceability.models import Stamp, SuspicionReport
from catalogue.traceability.stamps.serials import is_serial
from catalogue.users import User
from media.evidence import TakenIn, keep

HANDLE = "traceability.handle_suspicions"
"""Permission of the inspectors."""
PREFIX = "NN-"
"""Nghi ngờ; stands before the reference wherever people see it."""
CODE_LETTERS = 64
State = SuspicionReport.State


class ReportRefused(TraceRefused):
    """The report cannot go there; `message` says why."""


@transaction.atomic
def report_suspicion(
    *, text: str, code: str = "", where: str = "", contact: str = "", photo: TakenIn | None = None
) -> SuspicionReport:
    """Keep a report. `code` as typed, scanned or copied from the browser; a stamp of ours is found by it.

    `photo` is what `media.evidence.take_in` has opened. Nothing else about the sender is kept but `contact`.
    """
    code = code_in(code)
    return SuspicionReport.objects.create(
        reference=new_reference(),
        code=code,
        stamp=_stamp(code),
        text=text,
        where=where,
        contact=contact,
        photo=keep(photo, is_public=False) if photo else None,
    )


def is_known(code: str) -> bool:
    """Whether a code as `code_in` gives it is that of a stamp of ours. One query at most."""
    return _stamp(code) is not None


def _stamp(code: str) -> Stamp | None:
    return Stamp.objects.filter(code=code).first() if is_serial(code) else None


@transaction.atomic
def handle_suspicion(
    *, report: SuspicionReport, state: str, note: str, by: User, forget_contact: bool = False
) -> SuspicionReport:
    """Inspector: set state and note; a closed report says what was found. `forget_contact` cannot be undone.

    A closed report can be taken up again; none becomes new again. ReportRefused where the step is not allowed,
    PermissionDenied for all but inspectors.
    """
    if not by.has_perm(HANDLE):
        raise PermissionDenied
    row = SuspicionReport.objects.select_for_update().get(pk=report.pk)
    note = note.strip()
    if State(state) == State.NEW and row.state != State.NEW:
        raise ReportRefused(_("A report that was taken up does not become new again."))
    if state == State.CLOSED and not note:
        raise ReportRefused(_("Before you close the report, write down what was found."))
    row.closed_at = (row.closed_at or timezone.now()) if state == State.CLOSED else None
    row.state, row.note, row.inspector = state, note, by
    if forget_contact:
        row.contact = ""
    row.save()
    return row


def code_in(text: str) -> str:
    """The serial in what somebody typed, scanned or copied, also in a whole address; else the text, shortened."""
    text = text_in(text, max_length=2000)
    return base32.code_in(text, is_serial) or text[:CODE_LETTERS]


# -- reading ---------------------------------------------------------------------------------------


def by_reference(text: str) -> SuspicionReport | None:
    """The report of a number as people type it, with or without `NN-`. One query at most."""
    letters = typed_reference(text, prefix=PREFIX)
    return SuspicionReport.objects.filter(reference=letters).first() if letters else None


def queue(*, state: str = "") -> QuerySet[SuspicionReport]:
    """Reports of one state, or all, newest first."""
    rows = SuspicionReport.objects.select_related("stamp__product", "photo", "inspector")
    return rows.filter(state=state) if state else rows


def counts() -> dict[str, int]:
    """State → number of reports. One query."""
    rows = SuspicionReport.objects.values_list("state").annotate(Count("pk")).order_by()
    return dict.fromkeys(State.values, 0) | dict(rows)


@dataclasses.dataclass(frozen=True)
class Neighbours:
    """How often the same stamp was reported, this report left out, and how often it was scanned."""

    other_reports: int
    scans: int


def neighbours_of(report: SuspicionReport) -> Neighbours:
    """What else is known of the stamp. Two queries."""
    if report.stamp is None:
        return Neighbours(0, 0)
    others = SuspicionReport.objects.filter(stamp=report.stamp_id).exclude(pk=report.pk).count()
    return Neighbours(others, report.stamp.scans.count())
