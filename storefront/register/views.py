"""Pages of the register: product, producer, area and the stamp that leads to them."""

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from catalogue.certification.queries import standing
from catalogue.geography.models import AdminUnit
from catalogue.geography.queries import place_text
from catalogue.producers.models import Producer
from catalogue.products.models import Product
from catalogue.traceability.queries import normalise_code, stamp_by_code
from media.qr import qr_svg

from . import areas, groups, queries
from .producers import producer_page, producers, type_choices
from .products import product_page
from .verdict import verdict_of

PRODUCERS_PER_PAGE = 30


@require_safe
def product(request, slug: str):
    item = queries.found(Product, slug, "unit__parent__parent", "parent")
    if not item.is_public:
        raise Http404(slug)
    if item.parent:
        return redirect(item.parent)
    if item.slug != slug:
        return redirect(item, permanent=True)
    return render(request, "pages/product.html", product_page(item))


@require_safe
def producer(request, slug: str):
    item = queries.found(Producer, slug, "unit__parent__parent")
    if item.slug != slug:
        return redirect(item, permanent=True)
    return render(request, "pages/producer.html", producer_page(item))


@require_safe
def producer_list(request):
    text = request.GET.get("q", "").replace("\x00", "").strip()[:100]
    kind = request.GET.get("loai", "")
    context = {
        "page": Paginator(producers(text=text, kind=kind), PRODUCERS_PER_PAGE).get_page(request.GET.get("page")),
        "kinds": type_choices(text=text, kind=kind),
        "q": text,
    }
    return render(request, "pages/producer_list.html", context)


@require_safe
def group_list(request):
    return render(request, "pages/group_list.html", groups.group_list())


@require_safe
def group(request, code: str):
    return render(request, "pages/group.html", groups.group_page(code, request.GET.get("page")))


@require_safe
def area(request, slug: str):
    unit = queries.found(AdminUnit, slug, "parent__parent")
    if unit.slug != slug:
        return redirect(unit, permanent=True)
    return render(request, "pages/area.html", areas.area_page(unit))


@require_safe
def area_list(request):
    return render(request, "pages/area_list.html", areas.area_index(request.GET.get("ban-do", "")))


@require_safe
def stamp(request, code: str):
    """Where a scanned or typed code leads: the verdict first, then product, producer and certificate."""
    found = stamp_by_code(code)
    if found is None:
        context = {"verdict": verdict_of(None, None), "code": normalise_code(code[:64])}
        return render(request, "pages/stamp.html", context, status=404)
    if found.code != code:
        return redirect(found)
    item = found.product
    stands = standing(item.pk)
    context = {
        "verdict": verdict_of(found, stands),
        "code": found.code,
        "stamp": found,
        "product": item,
        "producer": item.producer,
        "producer_place": place_text(item.producer.unit) if item.producer else "",
        "place": place_text(item.unit, item.former_commune),
        "standing": stands,
        **queries.stamp_extras(item),
    }
    return render(request, "pages/stamp.html", context)


@require_safe
@cache_control(public=True, max_age=86_400)
def stamp_svg(request, code: str):
    """QR code of a stamp as SVG."""
    found = stamp_by_code(code)
    if found is None:
        raise Http404(code)
    return HttpResponse(qr_svg(f"{settings.SITE_URL}/q/{found.code}"), content_type="image/svg+xml")
