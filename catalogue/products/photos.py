"""Photos of products, ready to be shown."""

from django.db.models import Exists, OuterRef

from media.models import Photo
from media.queries import Picture, pictures

from .models import Product, ProductPhoto


def product_pictures(product: Product, shape_name: str = "card") -> list[Picture]:
    """The product's photos that can be shown, the one for the top of its page first. Two queries."""
    return pictures(
        Photo.objects.filter(products__product=product).order_by("products__position", "products"), shape_name
    )


def has_photos(product: str = "pk") -> Exists:
    """Whether there is a photo, for a query whose rows hold the number of a product as `product`."""
    return Exists(ProductPhoto.objects.filter(product=OuterRef(product)).order_by())


def lead_picture(product: Product | None, shape_name: str = "wide") -> Picture | None:
    """The first photo of a product, None without one."""
    pictures = product_pictures(product, shape_name) if product else []
    return pictures[0] if pictures else None
