"""What producers want to be shown of their products: the department agrees, or says why not."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from catalogue.errors import Refusal
from catalogue.products.listing import MODERATED, answer_change
from catalogue.products.models import ListingChange, Product
from catalogue.products.photos import product_pictures
from media.queries import picture_of
from storefront.office.access import officer_screen, officer_view
from storefront.web.idempotency.decorators import sent_once

from .differences import word_differences
from .forms import AnswerForm

PER_PAGE = 30
PERMISSION = "catalogue.change_product"
office = officer_view(PERMISSION)


@require_safe
@office
def listing_changes(request):
    """Those that wait, oldest first; or with `muc=xong` the answered ones."""
    is_done = request.GET.get("muc") == "xong"
    changes = ListingChange.objects.select_related("product__producer", "product__parent__producer", "asked_by")
    waiting = changes.waiting().order_by("pk")
    own = reverse("office-listings")
    context = {
        **officer_screen(request.user, "office-listings"),
        "lists": [
            {"label": _("Waiting"), "url": own, "is_current": not is_done, "count": waiting.count()},
            {"label": _("Answered"), "url": f"{own}?muc=xong", "is_current": is_done},
        ],
        "page": Paginator(changes.exclude(answered_at=None) if is_done else waiting, PER_PAGE).get_page(
            request.GET.get("page")
        ),
    }
    return render(request, "office/listings/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@office
@sent_once
def listing_change(request, pk: int):
    """One change, beside what is shown now."""
    changes = ListingChange.objects.select_related(
        "product__producer", "product__parent__producer", "asked_by", "answered_by", "photo"
    )
    change = get_object_or_404(changes, pk=pk)
    form = AnswerForm(request.POST or None)
    if form.is_bound and form.is_valid():
        is_agreed = request.POST.get("answer") == "agree"
        try:
            answer_change(change=change, is_agreed=is_agreed, note=form.cleaned_data["note"], by=request.user)
        except Refusal as refusal:
            form.add_error("note" if not is_agreed and not form.cleaned_data["note"] else None, refusal.message)
        else:
            messages.success(request, _("It is shown from now on.") if is_agreed else _("Refused."))
            return redirect("office-listings")
    context = {
        "change": change,
        "producer": change.product.producer or (change.product.parent and change.product.parent.producer),
        "public": change.product.parent or change.product,
        "texts": [
            {
                "label": Product._meta.get_field(name).verbose_name,
                "parts": word_differences(change.before.get(name, ""), change.after[name]),
                "before": change.before.get(name, ""),
                "after": change.after[name],
            }
            for name in MODERATED
            if name in change.after
        ],
        "picture": picture_of(change.photo, "text"),
        "shown": product_pictures(change.product) if change.is_photo else [],
        "form": form,
    }
    return render(request, "office/listings/change.html", context, status=422 if form.errors else 200)
