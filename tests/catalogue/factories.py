"""Small factories: only what a test does not care about has a default."""

from itertools import count

from catalogue.certification.models import Certificate
from catalogue.producers.models import Producer
from catalogue.products.models import Product
from catalogue.products.services import ocop_product_class
from catalogue.traceability.stamps.batches import ensure_page_code

_number = count(1)


def make_producer(**fields) -> Producer:
    n = next(_number)
    defaults = {"name": f"Hợp tác xã thử {n}", "slug": f"hop-tac-xa-thu-{n}", "type": "cooperative"}
    return Producer.objects.create(**{**defaults, **fields})


def make_product(**fields) -> Product:
    n = next(_number)
    defaults = {
        "title": f"Sản phẩm thử {n}",
        "slug": f"san-pham-thu-{n}",
        "product_class": ocop_product_class(),
    }
    product = Product.objects.create(**{**defaults, **fields})
    ensure_page_code(product=product)
    return product


def make_certificate(**fields) -> Certificate:
    if "suspended_from" in fields:
        fields.setdefault("suspension_reason", "Chờ hậu kiểm")
    product = fields.pop("product", None) or make_product()
    certificate = Certificate.objects.create(**{"product": product, "stars": 4, "issued": "2024-03-15", **fields})
    certificate.refresh_from_db()
    return certificate
