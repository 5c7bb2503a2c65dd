"""The search page and the list of all products: the same machinery with and without a text."""

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView

from .contract import Facet, SearchQuery, SearchResult, search, suggest
from .forms import Asked, read

TRIES = ("cà phê bột", "mắc ca", "sầu riêng", "mật ong", "Krông Pắc")
"""What the empty page proposes to type."""


class ProductListView(TemplateView):
    """All products with their filters, certified ones first. Two database queries at most."""

    template_name = "search/listing.html"
    http_method_names = ("get", "head", "options")
    keeps_text = False
    url_name = "product-list"

    def get(self, request, *args, **kwargs):
        response = super().get(request, *args, **kwargs)
        patch_vary_headers(response, ["HX-Request"])
        return response

    def get_template_names(self):
        """The whole page, or only the part that changes when htmx asks for it."""
        htmx = self.request.htmx
        is_part = htmx and not htmx.history_restore_request
        return ["search/_part.html" if is_part else self.template_name]

    def get_context_data(self, **kwargs):
        asked = read(self.request.GET)
        result = search(asked.query)
        clear_url = reverse(self.url_name)
        if self.keeps_text:
            clear_url += asked.address(area=None, stars=None, group=None, sort=None).removeprefix("./")
        return super().get_context_data(
            asked=asked,
            query=asked.query,
            result=result,
            page=_page_of(asked.query, result),
            chips=_chips(asked, with_text=not self.keeps_text),
            facets=_facets(asked, result),
            sorts=_sorts(asked),
            clear_url=clear_url,
            first_page_url=asked.address(),
            action=reverse(self.url_name),
            keeps_text=self.keeps_text,
            number_chosen=len(asked.query.stars) + bool(asked.unit) + bool(asked.group),
            tries=TRIES,
            **kwargs,
        )


class SearchView(ProductListView):
    """Results for a text. Kept out of search engines: every text is another address."""

    template_name = "search/results.html"
    keeps_text = True
    url_name = "search"


def _headings() -> dict[str, str]:
    return {
        "product": _("Products"),
        "producer": _("Producers"),
        "area": _("Areas"),
        "group": _("Product groups"),
        "story": _("Stories"),
    }


@require_safe
@cache_control(public=True, max_age=60)
def suggestions(request: HttpRequest) -> JsonResponse:
    """What the typed text `q` may become: a list of kind, heading of the kind, label, detail and url."""
    headings = _headings()
    found = [
        {
            "kind": one.kind,
            "heading": headings[one.kind],
            "label": one.label,
            "detail": one.detail,
            "url": one.url,
        }
        for one in suggest(request.GET.get("q", ""))
    ]
    return JsonResponse(found, safe=False, json_dumps_params={"ensure_ascii": False})


class _AnyPage(Page):
    """A page of a list that may lie beyond its end."""

    def has_next(self):
        return self.number < self.paginator.num_pages

    def has_previous(self):
        return 1 < self.number <= self.paginator.num_pages


def _page_of(query: SearchQuery, result: SearchResult) -> Page:
    """What the pagination component draws."""
    return _AnyPage(result.hits, query.page, Paginator(range(result.total), query.page_size))


def _stars_label(stars: int) -> str:
    return ngettext("%(stars)s star", "%(stars)s stars", stars) % {"stars": stars}


def _chips(asked: Asked, *, with_text: bool) -> list[dict]:
    """Chosen filters; the address of each takes it away."""
    query, chips = asked.query, []
    if with_text and query.text:
        chips.append({"label": f"“{query.text}”", "url": asked.address(q=None)})
    if asked.unit:
        chips.append({"label": asked.unit.name, "url": asked.address(area=None)})
    for stars in query.stars:
        rest = tuple(other for other in query.stars if other != stars)
        chips.append({"label": _stars_label(stars), "url": asked.address(stars=rest)})
    if asked.group:
        chips.append({"label": asked.group.name, "url": asked.address(group=None)})
    return chips


def _facets(asked: Asked, result: SearchResult) -> list[dict]:
    """Filters with counts; the address of a chosen value takes it away again."""

    def option(name, facet, label, url):
        key = f"facet-{name}-{facet.value}".replace(".", "-")
        return {"id": key, "label": label, "count": facet.count, "is_chosen": facet.chosen, "url": url}

    query = asked.query
    stars = [
        option(
            "stars",
            facet,
            _stars_label(int(facet.value)),
            asked.address(stars=_toggled(query.stars, int(facet.value))),
        )
        for facet in result.facets["stars"]
    ]
    areas = [
        option("area", facet, facet.label, asked.address(area=None if facet.chosen else facet.value))
        for facet in result.facets["area"]
    ]
    groups = [
        option(
            "group",
            facet,
            _group_label(facet, asked),
            asked.address(group=None if facet.chosen else facet.value),
        )
        for facet in result.facets["group"]
    ]
    facets = [
        {"title": _("Certified stars"), "options": stars},
        {"title": _("Product group"), "options": groups},
        {"title": _("District before July 2025"), "options": areas},
    ]
    return [facet for facet in facets if facet["options"]]


def _group_label(facet: Facet, asked: Asked) -> str:
    """Name of a group, set in below the group it belongs to."""
    name = asked.group.name if facet.chosen else facet.label
    return "\u2003" * facet.value.count(".") + name


def _toggled(chosen: tuple[int, ...], stars: int) -> tuple[int, ...]:
    return tuple(sorted(set(chosen) ^ {stars}, reverse=True))


def _sorts(asked: Asked) -> list[dict]:
    first = _("Best match") if asked.query.text else _("Certified first")
    labels = {"relevance": first, "name": _("Name"), "newest": _("Newest")}
    if asked.query.text:
        labels["stars"] = _("Most stars")
    return [
        {
            "id": f"sort-{sort}",
            "label": label,
            "url": asked.address(sort=None if sort == "relevance" else sort),
            "is_chosen": sort == asked.query.sort,
        }
        for sort, label in labels.items()
    ]
