"""What the pages of the register show, gathered in a constant number of queries."""

import dataclasses
from datetime import date

from django.db.models import Count, Prefetch, Q
from django.http import Http404

from catalogue.certification.models import ReportedStep
from catalogue.certification.queries import Standing, standing, standings
from catalogue.dates import PartialDate
from catalogue.geography.models import AdminUnit, System, Tier
from catalogue.geography.queries import old_names, place_text, successors_today
from catalogue.producers.models import Producer
from catalogue.products.illustrations import illustration_for
from catalogue.products.models import Category, Product
from catalogue.text import fold
from catalogue.traceability.queries import page_code_of
from cms.queries import story_teaser
from search.contract import Hit
from storefront.partner.models import StockRecord
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


def leaf_group(product) -> Category | None:
    """The sub-group of a product with prefetched categories."""
    groups = sorted(product.categories.all(), key=lambda group: group.depth)
    return groups[-1] if groups else None


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
    loaded = Product.objects.prefetch_related(
        "categories",
        Prefetch("stockrecords", queryset=StockRecord.objects.select_related("partner")),
    ).get(pk=product.pk)
    group = leaf_group(loaded)
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


def cards(products) -> list[Hit]:
    """Cards of products (a queryset), for lists that are not search results. Six queries."""
    rows = list(
        products.select_related("producer", "unit__parent__parent").prefetch_related(
            "categories",
            Prefetch("stockrecords", queryset=StockRecord.objects.select_related("partner")),
        )
    )
    stand = standings([product.pk for product in rows])
    return [_card(product, stand[product.pk]) for product in rows]


def _card(product: Product, stands: Standing) -> Hit:
    group, offer = leaf_group(product), online_offer(product)
    return Hit(
        id=product.pk,
        code=product.code or "",
        name=product.title,
        url=product.get_absolute_url(),
        producer_name=product.producer.name if product.producer else "",
        producer_url=product.producer.get_absolute_url() if product.producer else "",
        place=place_text(product.unit, product.former_commune),
        stars=stands.stars,
        state_label=stands.label,
        group_code=group.code if group else "",
        group_name=group.name if group else "",
        illustration=illustration_for(group.code if group else None),
        price=offer.price if offer else None,
        price_is_illustrative=bool(offer and offer.is_illustrative),
        in_stock=bool(offer and offer.can_buy),
        **old_names(product.unit),
        producer_id=product.producer_id,
    )


def producer_page(producer: Producer) -> dict:
    """A producer with all its products."""
    return {
        "producer": producer,
        "place": place_text(producer.unit),
        "today": successors_today([producer.unit]) if producer.unit else [],
        "hits": cards(Product.objects.filter(producer=producer, is_public=True).order_by("title")),
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
    group = max(product.categories.all(), key=lambda category: category.depth, default=None)
    return {
        "group": group,
        "illustration": illustration_for(group.code if group else None),
        "story": story_teaser(product),
    }
