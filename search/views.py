"""The search page and the list of all products: the same machinery with and without a text."""

from typing import Any, cast
from urllib.parse import urlencode

from django.conf import settings
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView
from django_htmx.middleware import HtmxDetails

from .contract import Hit, SearchQuery, SearchResult
from .explaining import Explanation, explain
from .forms import parse
from .presentation import chips, dropped_labels, facets, kind_headings, left_out, sorts, tabs
from .queries import search, search_all_kinds, suggest
from .usage.published import others_searched
from .usage.recording import note_search

TRIES = ("cà phê bột", "mắc ca", "sầu riêng", "mật ong", "Krông Pắc")
"""What the empty page proposes to type."""


class ProductListView(TemplateView):
    """All products with their filters, certified ones first. No database query."""

    template_name = "search/listing.html"
    http_method_names = ("get", "head", "options")
    keeps_text = False
    url_name = "product-list"

    def get(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        context = self.get_context_data(**kwargs)
        response = self.render_to_response(context)
        patch_vary_headers(response, ["HX-Request"])
        if context["explained"]:
            patch_cache_control(response, private=True, no_store=True)
        if context["result"].is_degraded:
            patch_cache_control(response, no_store=True)  # the note on it must not outlive the reason
        self.note(context)
        return response

    def note(self, context: dict[str, Any]) -> None:
        """Look at what was answered before it is sent."""

    def get_template_names(self) -> list[str]:
        """The whole page, or only the part that changes when htmx asks for it."""
        htmx = cast(HtmxDetails, self.request.htmx)  # type: ignore[attr-defined]  # its middleware sets it
        is_part = htmx and not htmx.history_restore_request
        return ["search/_part.html" if is_part else self.template_name]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        params = parse(self.request.GET, has_kinds=self.keeps_text)
        has_tabs = bool(self.keeps_text and params.query.text)
        result, counts = search_all_kinds(params.query) if has_tabs else (search(params.query), {})
        clear_url = reverse(self.url_name)
        if self.keeps_text:
            kept = [(name, value) for name, value in params.parameters() if name in ("q", "kind") and value]
            clear_url += "?" + urlencode(kept) if kept else ""
        return super().get_context_data(
            params=params,
            query=params.query,
            result=result,
            counts=counts,
            page=_page_of(params.query, result),
            chips=chips(params, result, with_text=not self.keeps_text),
            tabs=tabs(params, counts) if has_tabs else [],
            left_out=left_out(params, result),
            dropped=dropped_labels(result),
            facets=facets(params, result),
            sorts=sorts(params),
            explained=_explained(self.request, params.query, result),
            clear_url=clear_url,
            first_page_url=params.address(),
            action=reverse(self.url_name),
            keeps_text=self.keeps_text,
            tries=TRIES,
            **kwargs,
        )


class SearchView(ProductListView):
    """Results for a text. Kept out of search engines: every text is another address."""

    template_name = "search/results.html"
    keeps_text = True
    url_name = "search"

    def note(self, context: dict[str, Any]) -> None:
        """Count what a browser fetches, not what it only prefetches."""
        is_of_products = context["query"].kind == "product"
        is_fetched = self.request.method == "GET" and "prefetch" not in self.request.headers.get("Sec-Purpose", "")
        if is_of_products and is_fetched:
            note_search(context["query"], context["result"], context["counts"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        hits = context["result"].hits if context["query"].kind == "product" else ()
        return {**context, "others": others_searched(context["query"].text, hits)}


@require_safe
@cache_control(public=True, max_age=60)
def suggestions(request: HttpRequest) -> JsonResponse:
    """What the typed text `q` may become: a list of kind, heading of the kind, label, detail and url."""
    headings = {**kind_headings(), "area": _("Areas"), "group": _("Product groups")}
    items = [
        {
            "kind": suggestion.kind,
            "heading": headings[suggestion.kind],
            "label": suggestion.label,
            "detail": suggestion.detail,
            "url": suggestion.url,
        }
        for suggestion in suggest(request.GET.get("q", ""))
    ]
    return JsonResponse(items, safe=False, json_dumps_params={"ensure_ascii": False})


def _explained(request: HttpRequest, query: SearchQuery, result: SearchResult) -> list[tuple[Hit, Explanation]]:
    """Every product with why it stands there, for staff who add `explain=1`. Nobody else is looked at."""
    is_wanted = request.GET.get("explain") == "1" and settings.SESSION_COOKIE_NAME in request.COOKIES
    if not is_wanted or query.kind != "product" or not request.user.is_staff:
        return []
    hits = [hit for hit in result.hits if isinstance(hit, Hit)]
    explanations = explain(hits, result.stage, stars_wanted=result.stars_wanted, on=query.on)
    return [(hit, explanations[hit.id]) for hit in hits if hit.id in explanations]


class _AnyPage(Page[Any]):
    """A page of a list that may lie beyond its end."""

    def has_next(self) -> bool:
        return self.number < self.paginator.num_pages

    def has_previous(self) -> bool:
        return 1 < self.number <= self.paginator.num_pages


def _page_of(query: SearchQuery, result: SearchResult) -> Page[Any]:
    """What the pagination component draws."""
    return _AnyPage(result.hits, query.page, Paginator(range(result.total), query.page_size))
