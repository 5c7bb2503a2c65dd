"""Pages of the register: the front door, product, producer and area."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe
from wagtail.views import serve

from catalogue.geography.models import AdminUnit
from catalogue.parameters import text_in
from catalogue.producers.models import Producer
from cms.queries import front_door
from storefront.web.addresses import by_slug
from storefront.web.caching.units import shows_units_of

from . import areas, groups, producers
from .products import product_page, products_of_pages


def home(request):
    """The front door, found in one query where Wagtail takes four. What is not plain is left to Wagtail."""
    page = front_door() if request.method in ("GET", "HEAD") else None
    return page.serve(request) if page else serve(request, "")


@require_safe
def product(request, slug: str):
    item = by_slug(products_of_pages(), slug)
    if not item.is_public:
        raise Http404(slug)
    if item.parent:
        return redirect(item.parent)
    if item.slug != slug:
        return redirect(item, permanent=True)
    page = product_page(item)
    shown = [item.pk, *(variant.product_id for variant in page["variants"])]
    return shows_units_of(render(request, "public/register/product.html", page), shown)


@require_safe
def producer(request, slug: str):
    item = by_slug(Producer.objects.all(), slug)
    if item.slug != slug:
        return redirect(item, permanent=True)
    return render(request, "public/register/producer.html", producers.producer_page(item))


@require_safe
def producer_list(request):
    context = producers.producer_list(
        text=text_in(request.GET.get("q"), max_length=100),
        kind=request.GET.get("loai", ""),
        page_number=request.GET.get("page"),
    )
    return render(request, "public/register/producer_list.html", context)


@require_safe
def group_list(request):
    return render(request, "public/register/group_list.html", groups.group_list())


@require_safe
def group(request, code: str):
    return render(request, "public/register/group.html", groups.group_page(code, request.GET.get("page")))


@require_safe
def area(request, slug: str):
    unit = by_slug(AdminUnit.objects.select_related("parent__parent"), slug)
    if unit.slug != slug:
        return redirect(unit, permanent=True)
    return render(request, "public/register/area.html", areas.area_page(unit))


@require_safe
def area_list(request):
    return render(request, "public/register/area_list.html", areas.area_index(request.GET.get("ban-do", "")))
