"""Photos of products, ready to be shown."""

from collections.abc import Collection

from django.db.models import Exists, OuterRef

from media.models import Photo
from media.queries import Picture, picture_of, pictures, with_renditions

from .models import Product, ProductPhoto


def product_pictures(product: Product, shape_name: str = "card") -> list[Picture]:
    """The product's photos that can be shown, the one for the top of its page first. Two queries."""
    return pictures(
        Photo.objects.filter(products__product=product).order_by("products__position", "products"), shape_name
    )


def first_pictures(products: Collection[int], shape_name: str = "card") -> dict[int, Picture]:
    """The first photo of each of these products, by its number, as far as it can be shown.

    Two queries; none for no products: ask for those only that have photos (`has_photos`).
    """
    if not products:
        return {}
    first = ProductPhoto.objects.filter(product__in=products).order_by("product_id", "position", "pk")
    rows = list(first.distinct("product_id").select_related("photo"))
    with_renditions(row.photo for row in rows)
    shown = {row.product_id: picture_of(row.photo, shape_name) for row in rows}
    return {product: picture for product, picture in shown.items() if picture}


def has_photos(product: str = "pk") -> Exists:
    """Whether there is a photo, for a query whose rows hold the number of a product as `product`."""
    return Exists(ProductPhoto.objects.filter(product=OuterRef(product)).order_by())


def lead_picture(product: Product | None, shape_name: str = "wide") -> Picture | None:
    """The first photo of a product, None without one."""
    pictures = product_pictures(product, shape_name) if product else []
    return pictures[0] if pictures else None
