"""From a typed trade item number to its product."""

from django.db.models import QuerySet

from catalogue.products.models import Product

from .typed import typed_gtin


def products_of_typed_gtin(text: str) -> QuerySet[Product] | None:
    """Public products with the GTIN in a text (one at most); None where the text has no GTIN. Asks nothing yet."""
    gtin = typed_gtin(text)
    return Product.objects.filter(trade_item__gtin=gtin, is_public=True) if gtin else None
