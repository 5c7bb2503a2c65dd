"""The only way from a signed-in person to an organisation; what a producer owns: `storefront/portal/access.py`."""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from catalogue.producers.models import Producer
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


def _owned(user, model, pk, permission):
    if not user.is_authenticated:
        raise PermissionDenied
    row = model.objects.filter(pk=pk).first()
    if row is None:
        raise Http404
    if not user.has_perm(permission, row):
        raise PermissionDenied
    return row
