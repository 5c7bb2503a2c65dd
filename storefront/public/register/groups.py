"""The groups of the official product catalogue: what belongs to each and which products it has."""

import dataclasses

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q
from django.http import Http404

from catalogue.products.illustrations import Illustration, illustration_of_group
from catalogue.products.models import Category, Product
from search.contract import SearchQuery, SearchResult
from search.queries import search

from .areas import CERTIFIED

PRODUCTS_PER_PAGE = 24
DRINKS = "II"


@dataclasses.dataclass(frozen=True)
class Group:
    """A group with all groups below it. `n_certified` counts products with stars today; None: not asked."""

    code: str
    name: str
    ministries: tuple[str, ...]
    illustration: Illustration
    n_products: int
    children: tuple["Group", ...] = ()
    n_certified: int | None = None


class GroupCode:
    """Path converter: the code `I.3.c` is `i-3-c` in an address."""

    regex = r"[ivx]+(?:-[0-9a-z]{1,3}){0,3}"

    def to_python(self, value: str) -> str:
        first, *rest = value.split("-")
        return ".".join([first.upper(), *rest])

    def to_url(self, value: str) -> str:
        return str(value).lower().replace(".", "-")


def group_list() -> dict:
    """The six groups with what belongs to them. Two queries."""
    return {
        "groups": [_with_certified(group) for group in _trees(_categories())],
        "n_without_group": Product.objects.filter(is_public=True, parent=None, categories=None).count(),
    }


def group_page(code: str, page_number: str | None) -> dict:
    """One group: its place in the catalogue, the groups below it, its products. One query; Http404 if none."""
    categories = _categories()
    own = next((category for category in categories if category.code == code), None)
    if own is None:
        raise Http404(code)
    below = [category for category in categories if category.path.startswith(own.path)]
    result, page = _products(code, page_number)
    return {
        "group": _with_certified(_trees(below)[0]),
        "above": [category for category in categories if own.path.startswith(category.path) and category != own],
        "result": result,
        "page": page,
        "is_drinks": code == DRINKS,
    }


def _categories() -> list[Category]:
    """All groups in the order of the catalogue, each with `n_own`, its own public products."""
    own = Count("product", filter=Q(product__is_public=True, product__parent=None))
    return list(Category.objects.annotate(n_own=own).order_by("path"))


def _products(code: str, page_number: str | None) -> tuple[SearchResult, Page]:
    """The products on one page, certified ones first; an impossible number leads to the nearest page."""
    first = search(SearchQuery(group=code, page_size=PRODUCTS_PER_PAGE))
    page = Paginator(range(first.total), PRODUCTS_PER_PAGE).get_page(page_number)
    if page.number == 1:
        return first, page
    return search(SearchQuery(group=code, page_size=PRODUCTS_PER_PAGE, page=page.number)), page


def _with_certified(group: Group) -> Group:
    result = search(SearchQuery(group=group.code, stars=CERTIFIED, page_size=1))
    return dataclasses.replace(group, n_certified=result.total if result.is_available else None)


def _trees(categories: list[Category]) -> list[Group]:
    """Trees from categories in the order of their paths; the least deep ones are the roots."""
    top = min((category.depth for category in categories), default=1)
    return [_tree(category, categories) for category in categories if category.depth == top]


def _tree(category: Category, categories: list[Category]) -> Group:
    """A group without a ministry of its own takes those of the groups below it."""
    children = tuple(
        _tree(other, categories)
        for other in categories
        if other.depth == category.depth + 1 and other.path.startswith(category.path)
    )
    below = tuple(dict.fromkeys(name for child in children for name in child.ministries))
    return Group(
        code=category.code or "",
        name=category.name,
        ministries=_split(category.description) or below,
        illustration=illustration_of_group(category.code or ""),
        n_products=category.n_own + sum(child.n_products for child in children),
        children=children,
    )


def _split(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())
