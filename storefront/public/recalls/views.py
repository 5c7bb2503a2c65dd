"""Recalls as everybody reads them."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from catalogue.traceability.models import Recall
from catalogue.traceability.recalls import services as recalls

PER_PAGE = 30


@require_safe
@cache_control(public=True, no_cache=True)
def recall_list(request):
    """All recalls in force."""
    rows = recalls.with_ends(Recall.objects.filter(ended_at=None))
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "items": [recalls.present(recall) for recall in page]}
    return render(request, "public/recalls/list.html", context)


@require_safe
@cache_control(public=True, no_cache=True)
def recall(request, pk: int):
    """One recall, in force or over: what, why, what to do."""
    return render(request, "public/recalls/detail.html", {"item": recalls.present(_recall(pk))})


def _recall(pk: int) -> Recall:
    return get_object_or_404(recalls.with_ends(Recall.objects.all()), pk=pk)
