"""The measures against certificates as officers read them: which are in force, and who did what to one."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from catalogue import approvals
from catalogue.history import HistoryLine, HistoryStep, actor_of, fact_of, history_lines

from .clock import registry_day
from .models import Certificate, Restoration


def taken_away() -> QuerySet[Certificate]:
    """Certificates that are revoked, or suspended now, the newest measure first; `is_asked`: an officer has asked to
    restore it."""
    day = registry_day()
    is_suspended = Q(suspended_from__lte=day) & (Q(suspended_until=None) | Q(suspended_until__gte=day))
    requests = Restoration.objects.filter(certificate=OuterRef("pk"), answered_at=None)
    rows = Certificate.objects.filter(Q(revoked_on__isnull=False) | is_suspended)
    return rows.annotate(is_asked=Exists(requests)).select_related("product__producer").order_by("-updated_at", "-pk")


def history_of(certificate: Certificate) -> list[HistoryLine]:
    """Who suspended, revoked and restored it, and who asked for that, oldest first. Three queries."""
    events = certificate.events  # type: ignore[attr-defined]  # pghistory adds it
    rows = list(events.select_related("pgh_context").order_by("pgh_id"))
    steps = [step for before, row in zip([None, *rows], rows, strict=False) for step in _steps(before, row)]
    # That a request was agreed to is told by the restoration itself.
    steps += [
        step
        for step in approvals.history_steps(
            certificate.restorations, asked=_("restoration asked for"), agreed="", refused=_("restoration refused")
        )
        if step.step != "agree"
    ]
    return history_lines(steps)


def _steps(before: Any, row: Any) -> list[HistoryStep]:
    """What two neighbouring states tell of revocations and suspensions."""
    steps, at, actor = [], row.pgh_created_at, actor_of(row)
    if (before.revoked_on if before else None) != row.revoked_on:
        if row.revoked_on:
            steps.append(HistoryStep(at, "revoke", _("certificate revoked"), actor, row.revocation_reason))
        else:
            steps.append(HistoryStep(at, "restore", _("certificate restored"), actor))
    start, end = row.suspended_from, row.suspended_until
    former = (before.suspended_from, before.suspended_until) if before else (None, None)
    if (start, end) != former:
        if start and start != former[0]:
            steps.append(HistoryStep(at, "suspend", _("certificate suspended"), actor, row.suspension_reason))
        else:
            note = fact_of(row, "reason") or ""
            steps.append(HistoryStep(at, "reinstate", _("suspension ended"), actor, note))
    return steps
