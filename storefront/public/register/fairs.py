"""What the register gives to the page of a fair."""

from catalogue.products.models import Product
from cms.models import FairPage
from search.cards import product_hits


def products_at(fair: FairPage) -> dict:
    """The products that were or will be there, where a source says so. Seven queries."""
    there = fair.fair_products.values("product")
    return {"hits": product_hits(Product.objects.filter(pk__in=there, is_public=True, parent=None).order_by("title"))}
