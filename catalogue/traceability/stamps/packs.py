"""Single stamps: sold, void."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from catalogue.history import acting
from catalogue.traceability.errors import TraceRefused, WrongStep
from catalogue.traceability.models import Stamp, StampState
from catalogue.users import User


@transaction.atomic
def mark_sold(*, stamp: Stamp, by: User | None = None, where: str = "") -> Stamp:
    """The pack was sold at a counter. Once; a second sale of the same serial is refused."""
    locked = Stamp.objects.select_for_update(of=("self",)).select_related("batch").get(pk=stamp.pk)
    if locked.is_page_code:
        raise TraceRefused(_("This is the code of a page, not of a pack."))
    if locked.state != StampState.ACTIVE:
        raise WrongStep(
            _("This stamp is “%(state)s”; it cannot be sold.") % {"state": StampState(locked.state).label}
        )
    return _set(stamp, locked, StampState.SOLD, by=by, reason=where)


@transaction.atomic
def void_stamp(*, stamp: Stamp, reason: str, by: User | None = None) -> Stamp:
    """One stamp that must not be used any more: torn, lost. Cannot be undone."""
    locked = Stamp.objects.select_for_update(of=("self",)).select_related("batch").get(pk=stamp.pk)
    if locked.is_page_code:
        raise TraceRefused(_("This is the code of a page, not of a pack."))
    if not reason.strip():
        raise TraceRefused(_("Please say why the stamp is void."), field="reason")
    if locked.state_override == StampState.VOID:
        stamp.refresh_from_db()
        return stamp
    return _set(stamp, locked, StampState.VOID, by=by, reason=reason)


@transaction.atomic
def withdraw_page_code(*, stamp: Stamp, reason: str, by: User | None = None) -> Stamp:
    """Take back the code of a product page, for instance of a product that left the register."""
    locked = Stamp.objects.select_for_update().get(pk=stamp.pk)
    if not locked.is_page_code:
        raise TraceRefused(_("This is the code of a pack, not of a page."))
    if locked.withdrawn_at is None:
        with acting(by, reason=reason):
            locked.withdrawn_at = timezone.now()
            locked.save(update_fields=["withdrawn_at"])
    stamp.refresh_from_db()
    return stamp


def _set(stamp: Stamp, locked: Stamp, state: StampState, *, by: User | None, reason: str) -> Stamp:
    locked.state_override, locked.state_override_at = state, timezone.now()
    with acting(by, reason=reason.strip()[:300]):
        locked.save(update_fields=["state_override", "state_override_at"])
    stamp.refresh_from_db()
    return stamp
