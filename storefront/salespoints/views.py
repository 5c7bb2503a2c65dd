"""Public pages of the sales points."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from storefront.web.caching.units import shows_units_of

from . import queries
from .models import SalesPoint
from .notices import queries as notices


@require_safe
def sales_point_list(request):
    return render(request, "salespoints/list.html", {"points": queries.sales_points()})


@require_safe
def sales_point(request, slug: str):
    try:
        point = SalesPoint.objects.select_related("unit__parent__parent").by_slug(slug)
    except SalesPoint.DoesNotExist as error:
        raise Http404 from error
    if point.slug != slug:
        return redirect(point, permanent=True)
    shelf = queries.stocked_products(point)
    context = {
        "point": point,
        "place": queries.place_of(point),
        "shelf": shelf,
        "recalled": notices.recalled_on_shelf(point),
        "has_illustrative": any(item.is_illustrative for item in shelf),
        "has_real": any(not item.is_illustrative for item in shelf),
    }
    return shows_units_of(render(request, "salespoints/detail.html", context), [item.product_id for item in shelf])
