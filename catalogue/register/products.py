"""Loading the products of the register: each with its certificate and its page code."""

import copy
from pathlib import Path

from catalogue.certification.services import record_register_row
from catalogue.geography.lookup import PlaceLookup
from catalogue.importing import Report, Row, RowRefused, apply_changes, kept_name, read_rows
from catalogue.known_names import KnownNames
from catalogue.producers.models import Producer, ProducerType
from catalogue.products.models import Category, Product
from catalogue.products.services import ocop_product_class
from catalogue.slugs import free_slug
from catalogue.text import name_key
from catalogue.traceability.stamps.batches import ensure_page_code

REQUIRED = ("product_name_vi", "producer_name", "subgroup", "stars", "recognition_status", "year")


OPTIONAL = (
    "producer_type", "district", "commune", "product_group", "product_kind", "potential_5_star", "score",
    "council_level", "decision_no", "price_vnd", "packaging", "old_province", "source_url", "note", "code",
)  # fmt: skip


def import_products(path: Path, *, places: PlaceLookup, report: Report) -> None:
    """Read products.csv: product, what the source reports, certificate of recognised rows, page code.

    Key: the register code where the row has one, else (name, producer). Can be rerun; a row that
    changes nothing writes nothing.
    """
    context = _Context(places, report)
    seen: dict[tuple[str, int | None], int] = {}
    for row in read_rows(path, required=REQUIRED, optional=OPTIONAL, report=report):
        with report.row(row):
            name = row.text("product_name_vi", required=True, max_length=255)
            producer = context.producer(row)
            key = (name_key(name), producer.pk if producer else None)
            if key in seen:
                raise RowRefused("product_name_vi", f"this name and producer stand already in line {seen[key]}")
            product, action = context.write(row, name, producer)
            action = _strongest(action, record_register_row(product=product, row=row, report=report))
            ensure_page_code(product=product)
            seen[key] = row.line
            context.products.add(name, key[1], product)
            report.did(action, row, str(product.title))


def _strongest(*actions: str) -> str:
    return next((action for action in ("created", "updated") if action in actions), "unchanged")


class _Context:
    """What every row is checked against, read once."""

    def __init__(self, places: PlaceLookup, report: Report):
        self.places, self.report = places, report
        self.product_class = ocop_product_class()
        self.categories = {category.code: category for category in Category.objects.all()}
        self.parents = {code.rpartition(".")[0] for code in self.categories if "." in code}
        producers = Producer.objects.all()
        self.producers = KnownNames("producer_name", ((producer.name, None, producer) for producer in producers))
        products = list(Product.objects.prefetch_related("categories"))
        self.products = KnownNames(
            "product_name_vi", ((str(product.title), product.producer_id, product) for product in products)
        )
        self.by_code = {product.code: product for product in products if product.code}

    def producer(self, row: Row) -> Producer | None:
        name = row.text("producer_name", max_length=200)
        if not name:
            return None
        producer = self.producers.find(name)
        if producer is None:
            raise RowRefused("producer_name", f"{name!r} is not in the register; add it to producers.csv first")
        kind = row.choice("producer_type", ProducerType.values)
        if kind and kind not in (ProducerType.UNKNOWN, producer.type):
            raise RowRefused("producer_type", f"{kind!r}, but the register has {producer.type!r} for {name}")
        return producer

    def category(self, row: Row) -> Category | None:
        code = row.text("subgroup")
        if not code:
            return None
        if code not in self.categories:
            raise RowRefused("subgroup", f"no group {code!r} in the official catalogue")
        if code in self.parents:
            raise RowRefused("subgroup", f"{code} has sub-groups; name one of them")
        return self.categories[code]

    def write(self, row: Row, name: str, producer: Producer | None) -> tuple[Product, str]:
        category = self.category(row)
        row.choice("product_group", ("food", "drink", "herbal", "handicraft", "ornamental", "tourism_service"))
        row.integer("price_vnd", low=0, high=1_000_000_000)
        unit, former_commune = self.places.unit_of(row)
        values = {
            "title": name,
            "producer": producer,
            "unit": unit,
            "former_commune": former_commune,
            "kind": row.text("product_kind", max_length=40),
            "packaging": row.text("packaging", max_length=200),
            "source_urls": row.urls("source_url"),
            "source_note": row.text("note", max_length=4000),
        }
        code = row.text("code", max_length=60)
        product = self.by_code.get(code) if code else None
        within = producer.pk if producer else None
        if product is None and (product := self.products.find(name, within)) is None:
            self.products.check_new(name, within)
        if product:
            values["title"] = kept_name(
                str(product.title), name, row=row, column="product_name_vi", report=self.report
            )
            product = copy.copy(product)  # the held one stays as it is if the row is refused further on
            action = apply_changes(product, **values)
            held = [held_category.pk for held_category in product.categories.all()]
        else:
            slug = free_slug(Product, name, f"{name} {producer.name if producer else unit.name if unit else ''}")
            product = Product(slug=slug, code=code or None, product_class=self.product_class, **values)
            product.save()
            action, held = "created", []
        if held != ([category.pk] if category else []):
            product.categories.set([category] if category else [])
            action = _strongest(action, "updated")
        return product, action
