"""What the register gives to the front door."""

import dataclasses

from catalogue.products.illustrations import Illustration, illustration_of_group
from search.contract import SearchQuery, SearchResult
from search.queries import search
from storefront.salespoints.queries import sales_points

from .areas import CERTIFIED, home_map
from .seasons import in_season

CERTIFIED_ON_HOME, GROUPS_ON_HOME, SALES_POINTS_ON_HOME = 8, 8, 3


@dataclasses.dataclass(frozen=True)
class GroupTile:
    """A way into one group of the product catalogue."""

    code: str
    name: str
    n_products: int
    illustration: Illustration


def register_on_home() -> dict:
    """Certified products, groups, map, season and sales points. Three queries; the rest is asked of the search."""
    everything = search(SearchQuery(page_size=1))
    certified = search(SearchQuery(stars=CERTIFIED, sort="stars", page_size=CERTIFIED_ON_HOME))
    points = sales_points()
    return {
        "certified_hits": certified.hits,
        "certified_total": certified.total,
        "products_total": everything.total,
        "groups": _groups(everything),
        "area_map": home_map(everything, certified),
        "seasons": in_season(shown={hit.id for hit in certified.hits}),
        "sales_points": points[:SALES_POINTS_ON_HOME],
        "n_sales_points": len(points),
    }


def _groups(everything: SearchResult) -> list[GroupTile]:
    """Groups of the second level (`I.6`) with most products first."""
    facets = [facet for facet in everything.facets.get("group", ()) if facet.value.count(".") == 1 and facet.count]
    facets.sort(key=lambda facet: -facet.count)
    return [
        GroupTile(facet.value, facet.label, facet.count, illustration_of_group(facet.value))
        for facet in facets[:GROUPS_ON_HOME]
    ]
