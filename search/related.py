"""Related products, asked of the search: no database query beside those of the page that shows them."""

from collections.abc import Collection

from catalogue.geography.models import AdminUnit, Tier
from catalogue.products.models import Product

from .cards import group_of
from .contract import Hit
from .failover import first_answer
from .more_like_this import LikeQuery
from .photos import with_photos

DEFAULT_SIZE = 4


def related_products(
    product: Product, *, story: str = "", exclude: Collection[int] = (), size: int = DEFAULT_SIZE
) -> tuple[Hit, ...]:
    """At most `size` products like this one, most alike first: same sub-group, area, words of name and story.

    `product` is loaded `with_card_facts`; `story` is the text of its story; `exclude` are products that the
    page shows already. Empty while no engine answers.
    """
    group = group_of(product)
    query = LikeQuery(
        name=product.title,
        group=(group.code or "") if group else "",
        areas=_areas(product.unit),
        story=story,
        exclude=tuple(sorted({product.pk, *exclude})),
        size=size,
    )
    hits = first_answer(lambda engine: engine.more_like_this(query)).hits
    return with_photos(hit for hit in hits if isinstance(hit, Hit))


def _areas(unit: AdminUnit | None) -> tuple[str, ...]:
    """Slugs of the unit and of those around it, up to the district; the province is shared by all."""
    slugs: list[str] = []
    while unit is not None and unit.tier != Tier.PROVINCE:
        slugs.append(unit.slug)
        unit = unit.parent
    return tuple(slugs)
