"""The only doors from a signed-in person to what an organisation owns."""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from catalogue.producers.models import Producer
from storefront.order.models import Confirmation
from storefront.salespoints.models import SalesPoint


def producer_for(user, pk: int) -> Producer:
    """The producer, if this person acts for it today (or is an administrator).

    Http404 if there is none, PermissionDenied for everybody else.
    """
    return _owned(user, Producer, pk, "producers.act_for")


def sales_point_for(user, pk: int) -> SalesPoint:
    """The sales point, if this person works there today (or is an administrator).

    Http404 if there is none, PermissionDenied for everybody else.
    """
    return _owned(user, SalesPoint, pk, "salespoints.act_for")


def confirmation_for(user, pk: int) -> Confirmation:
    """A seller's call about its part of an order, if this person acts for the seller today (or is an administrator).

    Http404 if there is none, PermissionDenied for everybody else.
    """
    if not user.is_authenticated:
        raise PermissionDenied
    calls = Confirmation.objects.select_related("order__shipping_address", "order__guest", "partner__producer")
    call = calls.filter(pk=pk).first()
    if call is None:
        raise Http404
    # A seller who is no producer has no members: its calls are the administrators'.
    if not user.has_perm("producers.act_for", call.partner.producer):
        raise PermissionDenied
    return call


def _owned(user, model, pk, permission):
    if not user.is_authenticated:
        raise PermissionDenied
    row = model.objects.filter(pk=pk).first()
    if row is None:
        raise Http404
    if not user.has_perm(permission, row):
        raise PermissionDenied
    return row
