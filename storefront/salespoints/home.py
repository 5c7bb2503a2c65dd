"""The page that people of a sales point see first: what they were told and have not confirmed."""

import dataclasses

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from storefront.accounts.rules import is_administrator
from storefront.accounts.workplaces import Waiting
from storefront.order.models import ParcelState

from .models import SalesPoint


@dataclasses.dataclass(frozen=True)
class Work:
    """A sales point with what its people have to do."""

    point: SalesPoint
    items: tuple[Waiting, ...]


@require_safe
@never_cache
@login_required
def home(request):
    points = own_points(request.user)
    if not points:
        raise PermissionDenied
    return render(request, "salespoints/home.html", {"work": [_work(point) for point in points]})


def own_points(user) -> list[SalesPoint]:
    """Where this person works today (all for an administrator), with `n_open` notices not
    confirmed, `n_parcels` to hand over, and `n_asking` sellers who ask. One query."""
    own = SalesPoint.objects.all()
    if not is_administrator(user):
        own = own.filter(pk__in=user.sales_point_memberships.today().values("sales_point"))
    is_open = Q(recall_notices__confirmed_at=None)
    is_sent, is_asked = Q(pickups__parcel__state=ParcelState.SHIPPED), Q(pickup_offers__accepted_at=None)
    return list(
        own.annotate(
            n_open=Count("recall_notices", filter=is_open, distinct=True),
            n_parcels=Count("pickups", filter=is_sent, distinct=True),
            n_asking=Count("pickup_offers", filter=is_asked, distinct=True),
        ).order_by("name")
    )


def _work(point: SalesPoint) -> Work:
    address = reverse("sales-point-notices", args=[point.pk])
    parcels = reverse("sales-point-pickups", args=[point.pk])
    items = (
        Waiting(_("Recall notices that you have not confirmed"), point.n_open, address),
        Waiting(_("Parcels on their way to you or waiting for their buyers"), point.n_parcels, parcels),
        Waiting(_("Sellers who ask you to take their parcels"), point.n_asking, parcels),
    )
    return Work(point, items)
