"""Related products, asked of the search: no database query beside those of the page that shows them."""

from collections.abc import Collection

from catalogue.geography.models import AdminUnit, Tier
from catalogue.products.models import Product

from .answering import answer_like
from .cards import group_of
from .contract import Hit
from .likeness import LikeQuery

SHOWN = 4


def related_products(
    product: Product, *, story: str = "", but: Collection[int] = (), size: int = SHOWN
) -> tuple[Hit, ...]:
    """At most `size` products like this one, most alike first: same sub-group, area, words of name and story.

    `product` is loaded `with_card_facts`; `story` is the text of its story; `but` are products that the page
    shows already. Empty while no engine answers.
    """
    group = group_of(product)
    asked = LikeQuery(
        name=product.title,
        group=(group.code or "") if group else "",
        areas=_areas(product.unit),
        story=story,
        but=tuple(sorted({product.pk, *but})),
        size=size,
    )
    return answer_like(asked).hits


def _areas(unit: AdminUnit | None) -> tuple[str, ...]:
    """Slugs of the unit and of those around it, up to the district; the province is shared by all."""
    slugs = []
    while unit is not None and unit.tier != Tier.PROVINCE:
        slugs.append(unit.slug)
        unit = unit.parent
    return tuple(slugs)
