"""The only way from a signed-in person to a sales point."""

from storefront.accounts.access import owned

from .models import SalesPoint


def sales_point_for(user, pk: int) -> SalesPoint:
    """The sales point, if this person works there today (or is an administrator).

    Http404 if there is none, PermissionDenied for everybody else.
    """
    point: SalesPoint = owned(user, SalesPoint, pk, "salespoints.act_for")
    return point
