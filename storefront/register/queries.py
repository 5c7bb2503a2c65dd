"""What the pages of the register show, gathered in a constant number of queries."""

import dataclasses
from datetime import date

from django.db.models import Count, Q
from django.http import Http404

from catalogue.certification.models import ReportedStep
from catalogue.certification.queries import standing
from catalogue.dates import PartialDate
from catalogue.geography.models import AdminUnit, System, Tier
from catalogue.geography.queries import place_text, successors_today
from catalogue.producers.models import Producer
from catalogue.products.illustrations import illustration_for
from catalogue.products.models import Product
from catalogue.text import fold
from catalogue.traceability.queries import page_code_of
from cms.queries import story_teaser
from search.cards import group_of, product_hits, with_card_facts
from storefront.salespoints.queries import sales_points_for

PLACE = ("unit__parent__parent",)


@dataclasses.dataclass(frozen=True)
class Offer:
    """What a visitor can buy online: price in đồng or none, units left, and whether both are demo values."""

    product_id: int
    price: int | None
    left: int
    is_illustrative: bool

    @property
    def can_buy(self) -> bool:
        return self.price is not None and self.left > 0


def online_offer(product) -> Offer | None:
    """The producer's own offer of a product with prefetched stock records; None if there is none."""
    records = [record for record in product.stockrecords.all() if record.partner.sells_online]
    if not records:
        return None
    record = min(records, key=lambda record: record.pk)
    price = int(record.price) if record.price is not None else None
    return Offer(product.pk, price, max(record.net_stock_level, 0), record.is_illustrative)


def found(model, slug: str, *related: str):
    """Row by slug, the slug of today or a former one; Http404 otherwise."""
    queryset = model.objects.select_related(*related) if related else model.objects.all()
    try:
        return queryset.by_slug(slug)
    except model.DoesNotExist as error:
        raise Http404(slug) from error


def history(product: Product) -> list[ReportedStep]:
    """What sources report of a product, oldest first; a bare year stands at its end. One query.

    The register's own row is left out where a dated report says the same.
    """
    steps = list(ReportedStep.objects.filter(product=product))
    dated = {(step.event, step.date[:4], step.stars) for step in steps if not step.is_register_row}
    kept = [step for step in steps if not (step.is_register_row and (step.event, step.date[:4], step.stars) in dated)]
    return sorted(kept, key=lambda step: (PartialDate.parse(step.date).latest if step.date else date.min, step.pk))


def product_page(product: Product) -> dict:
    """Everything on a product's page. Constant number of queries."""
    loaded = with_card_facts(Product.objects.filter(pk=product.pk)).get()
    group = group_of(loaded)
    return {
        "product": product,
        "group": group,
        "illustration": illustration_for(group.code if group else None),
        "standing": standing(product.pk),
        "history": history(product),
        "place": place_text(product.unit, product.former_commune),
        "offer": online_offer(loaded),
        "story": story_teaser(product),
        "sales_points": sales_points_for(product),
        "stamp": page_code_of(product),
    }


def producer_page(producer: Producer) -> dict:
    """A producer with all its products."""
    return {
        "producer": producer,
        "place": place_text(producer.unit),
        "today": successors_today([producer.unit]) if producer.unit else [],
        "hits": product_hits(Product.objects.filter(producer=producer, is_public=True).order_by("title")),
    }


def producer_list(text: str = ""):
    """Producers with the number of their products, by name."""
    queryset = (
        Producer.objects.select_related("unit__parent")
        .annotate(n_products=Count("products", filter=Q(products__is_public=True)))
        .order_by("name")
    )
    return queryset.filter(name__icontains=text) if text else queryset


def area_page(unit: AdminUnit) -> dict:
    """A unit with its place in both systems. The products come from the search contract."""
    successions = list(unit.succession_out.select_related("new").order_by("-is_default", "new__name"))
    predecessors = list(unit.succession_in.select_related("old__parent").order_by("old__name"))
    children = list(unit.children.order_by("name"))
    is_old = unit.system == System.PRE2025
    return {
        "unit": unit,
        "is_old": is_old,
        "children": children,
        "successions": successions,
        "predecessors": predecessors,
        "today": successors_today([unit]) if is_old and unit.tier == Tier.DISTRICT else [],
    }


def area_index() -> dict:
    """All districts of the old map by province, and all units of today."""
    units = list(AdminUnit.objects.exclude(tier=Tier.COMMUNE, system=System.PRE2025).select_related("parent"))
    provinces = [unit for unit in units if unit.system == System.PRE2025 and unit.tier == Tier.PROVINCE]
    return {
        "provinces": [
            (
                province,
                [unit for unit in units if unit.parent_id == province.pk and unit.tier == Tier.DISTRICT],
            )
            for province in sorted(provinces, key=lambda province: province.code, reverse=True)
        ],
        "communes": sorted(
            (unit for unit in units if unit.system == System.POST2025 and unit.tier == Tier.COMMUNE),
            key=lambda unit: fold(unit.short_name),
        ),
    }


def stamp_extras(product: Product) -> dict:
    """What the stamp page adds to product and producer: group, drawing and story. Two or three queries."""
    group = group_of(product)
    return {
        "group": group,
        "illustration": illustration_for(group.code if group else None),
        "story": story_teaser(product),
    }
