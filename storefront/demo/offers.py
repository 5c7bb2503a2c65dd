"""Prices, net contents and stock of the demo. Every row is marked as illustrative; real sellers' rows stay."""

import hashlib

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction

from catalogue.products.models import Product
from storefront.partner.models import Partner, StockRecord
from storefront.salespoints.models import SalesPoint

# Plausible shop prices in đồng for one pack: lowest, highest, step. Invented for the demo.
PRICE_RANGES = {
    "coffee_cocoa": (75_000, 240_000, 5_000),
    "nuts": (120_000, 320_000, 10_000),
    "confectionery": (45_000, 260_000, 5_000),
    "herbal_tea": (55_000, 160_000, 5_000),
    "bird_nest": (350_000, 2_400_000, 50_000),
    "processed_fruit": (90_000, 380_000, 10_000),
    "processed_meat": (95_000, 420_000, 5_000),
    "processed_seafood": (65_000, 260_000, 5_000),
    "medicinal_mushroom": (180_000, 950_000, 10_000),
    "rice_cereal": (85_000, 210_000, 5_000),
    "spices": (45_000, 150_000, 5_000),
    "fish_sauce": (60_000, 180_000, 5_000),
    "honey": (120_000, 260_000, 10_000),
    "fresh_fruit_veg": (35_000, 120_000, 5_000),
    "fresh_meat_egg": (130_000, 260_000, 10_000),
    "alcohol": (120_000, 350_000, 10_000),
    "snack": (30_000, 80_000, 5_000),
    "salt": (15_000, 45_000, 5_000),
}
OTHER_PRICES = (40_000, 150_000, 5_000)
# What one pack holds, from the cheaper to the dearer half of the prices. Invented for the demo as well.
NET_CONTENTS = {
    "coffee_cocoa": ("250 g", "500 g"),
    "nuts": ("250 g", "500 g"),
    "confectionery": ("100 g", "300 g"),
    "herbal_tea": ("100 g", "20 × 3 g"),
    "bird_nest": ("50 g", "100 g"),
    "processed_fruit": ("250 g", "500 g"),
    "processed_meat": ("200 g", "500 g"),
    "processed_seafood": ("200 g", "500 g"),
    "medicinal_mushroom": ("50 g", "100 g"),
    "rice_cereal": ("3 kg", "5 kg"),
    "spices": ("100 g", "200 g"),
    "fish_sauce": ("500 ml", "1 l"),
    "honey": ("500 ml", "1 l"),
    "fresh_fruit_veg": ("1 kg", "2 kg"),
    "fresh_meat_egg": ("1 kg", "2 kg"),
    "alcohol": ("500 ml", "1 l"),
    "dairy": ("500 ml", "1 l"),
    "household_cleaning": ("500 ml", "1 l"),
    "snack": ("150 g", "300 g"),
    "salt": ("250 g", "500 g"),
}
OTHER_CONTENTS = ("200 g", "500 g")
OFFERED_PERCENT = 72  # of those with a known producer; about 60 % of all products
SHELF_SIZES = (25, 18, 12)


def _draw(key: str, purpose: str, size: int) -> int:
    """A number from 0 to size - 1 that is always the same for the same product and purpose."""
    digest = hashlib.sha256(f"{purpose}:{key}".encode()).digest()
    return int.from_bytes(digest[:8], "big") % size


def _key(product: Product) -> str:
    """What stays the same when the register is loaded into another database."""
    return f"{product.title}|{product.producer.name if product.producer else ''}"


def _price(product: Product) -> int:
    low, high, step = PRICE_RANGES.get(product.kind, OTHER_PRICES)
    return low + step * _draw(_key(product), "price", (high - low) // step + 1)


def _net_content(product: Product) -> str:
    """The larger pack at the higher price; nothing where the register has the real one."""
    if product.packaging:
        return ""
    low, high, _step = PRICE_RANGES.get(product.kind, OTHER_PRICES)
    small, large = NET_CONTENTS.get(product.kind, OTHER_CONTENTS)
    return large if 2 * _price(product) > low + high else small


@transaction.atomic
def load_demo_offers() -> dict[str, int]:
    """Give about 60 % of the products a price and stock, and each sales point a shelf.

    Returns the number of new rows by kind. What exists stays as it is, but for net contents that an earlier version
    did not say, so a second run changes nothing.
    ImproperlyConfigured outside the demo. Products whose producer is not known get no offer.
    """
    if not settings.IS_DEMO:
        raise ImproperlyConfigured("illustrative prices are loaded in the demo only")
    products = Product.objects.filter(is_public=True, producer__isnull=False)
    products = list(products.select_related("producer").order_by("pk"))
    offered = sorted(
        (product for product in products if _draw(_key(product), "offer", 100) < OFFERED_PERCENT),
        key=lambda product: _draw(_key(product), "rank", 10**9),
    )
    created = {"online": _online(offered), "at sales points": _shelves(products)}
    _say_net_contents(products)
    return created


def _online(offered: list[Product]) -> int:
    """One offer by the producer of each product that has none; our first has one unit left, our second none."""
    partners = {partner.producer_id: partner for partner in Partner.objects.filter(producer__isnull=False)}
    offers = StockRecord.objects.filter(partner__producer__isnull=False)
    theirs, ours = (
        set(offers.filter(is_illustrative=is_ours).values_list("product_id", flat=True)) for is_ours in (False, True)
    )
    created = 0
    for position, product in enumerate(product for product in offered if product.pk not in theirs):
        if product.pk in ours:
            continue
        partner = partners.get(product.producer_id)
        if partner is None:
            partner = Partner.objects.create(name=product.producer.name[:128], producer=product.producer)
            partners[product.producer_id] = partner
        units = {0: 1, 1: 0}.get(position, 8 + _draw(_key(product), "stock", 73))
        _record(product, partner, price=_price(product), units=units)
        created += 1
    return created


def _shelves(products: list[Product]) -> int:
    """What each sales point stocks: 12 to 25 products, at the producer's price."""
    created = 0
    points = SalesPoint.objects.select_related("partner").order_by("pk")
    for point, size in zip(points, SHELF_SIZES, strict=False):
        if point.partner.stockrecords.exists():
            continue
        shelf = sorted(products, key=lambda product: _draw(_key(product), point.name, 10**9))[:size]
        for product in shelf:
            units = 2 + _draw(_key(product), f"{point.name} stock", 29)
            _record(product, point.partner, price=_price(product), units=units)
            created += 1
    return created


def _say_net_contents(products: list[Product]) -> None:
    """Ours that have none get one."""
    mine = {product.pk: product for product in products if _net_content(product)}
    silent = list(StockRecord.objects.filter(is_illustrative=True, net_content="", product__in=mine))
    for record in silent:
        record.net_content = _net_content(mine[record.product_id])
    StockRecord.objects.bulk_update(silent, ["net_content"])


def _record(product: Product, partner: Partner, *, price: int, units: int) -> None:
    StockRecord.objects.create(
        product=product,
        partner=partner,
        partner_sku=product.code or f"demo-{product.pk}",
        price=price,
        num_in_stock=units,
        is_illustrative=True,
    )
