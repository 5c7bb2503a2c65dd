"""What an agreed complaint does to parcel, stock and money: only through the services that exist for them."""

from django.utils.translation import gettext as _

from catalogue.users import User
from storefront.order.models import ParcelState
from storefront.order.services import parcels
from storefront.partner.services import send_from_stock, units_by_record
from storefront.payment.models import Share
from storefront.payment.queries import surpluses
from storefront.payment.services.refunds import ask_for_refund

from .models import Claim, Outcome


def carry_out_outcome(*, claim: Claim, is_restocked: bool, by: User) -> None:
    """Do what was agreed, under the lock of the order. Units that are off already are not taken off twice."""
    granted = {row.line: row.granted for row in claim.lines.select_related("line") if row.granted}
    if claim.outcome == Outcome.REPLACEMENT:
        send_from_stock(quantities=units_by_record(granted))
        return
    left = parcels.units_left(claim.parcel)
    units = {line.pk: some for line, most in granted.items() if (some := min(most, left.get(line, 0)))}
    if units:
        is_whole = units == {line.pk: some for line, some in left.items()}
        _take_off(claim, units, is_whole=is_whole, is_restocked=is_restocked, by=by)
    _ask_money_back(claim, by=by)


def _take_off(claim: Claim, units: dict[int, int], *, is_whole: bool, is_restocked: bool, by: User) -> None:
    parcel, reason = claim.parcel, _("Complaint %(reference)s") % {"reference": claim.reference}
    is_return = claim.outcome == Outcome.RETURN
    if is_whole and (is_return or parcel.state == ParcelState.SHIPPED):
        # What never arrived ends like what came back, except that nothing is on the shelf again.
        if parcel.state != ParcelState.RETURNING:
            parcels.send_back_parcel(parcel=parcel, reason=reason, by=by)
        parcels.take_back_parcel(parcel=parcel, reason=reason, is_restocked=is_return and is_restocked, by=by)
    elif is_return:
        parcels.return_units(parcel=parcel, quantities=units, reason=reason, is_restocked=is_restocked, by=by)
    else:
        parcels.refund_units(parcel=parcel, quantities=units, reason=reason, by=by)


def _ask_money_back(claim: Claim, *, by: User) -> None:
    """What was paid for the parcel and nothing needs any more is asked back; somebody else sends it."""
    shares = list(Share.objects.filter(parcel=claim.parcel).select_related("parcel", "receipt__payment"))
    surplus = surpluses(shares)
    for share in shares:
        if surplus[share.pk]:
            ask_for_refund(share=share, reason=_("Complaint %(reference)s") % {"reference": claim.reference}, by=by)
