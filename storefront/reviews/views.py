"""The page of a product's reviews: everybody reads, who is signed in writes one."""

from django.contrib.auth.views import redirect_to_login
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from catalogue.products.models import Product
from storefront.web.addresses import by_slug
from storefront.web.idempotency.decorators import sent_once

from .forms import ReviewForm
from .queries import approved_reviews, own_review, review_digest
from .services import ReviewRefused, acts_for_reviewed_producer, submit_review, withdraw_review

REVIEWS_PER_PAGE = 20


@require_http_methods(["GET", "HEAD", "POST"])
def product_reviews(request, slug: str):
    """Read the reviews; post your own, or `withdraw` it. Every write ends in a redirect to this page."""
    product = by_slug(Product.objects.select_related("producer"), slug)
    if not product.is_public or product.parent_id:
        raise Http404(slug)
    address = reverse("product-review", args=[product.slug])
    if request.method == "POST":
        if not request.user.is_authenticated:
            return redirect_to_login(address)
        return _write(request, product, address)
    if product.slug != slug:
        return redirect(address, permanent=True)
    return _page(request, product, None)


@sent_once
def _write(request, product: Product, address: str):
    if "withdraw" in request.POST:
        withdraw_review(user=request.user, product=product)
        return redirect(address)
    form = ReviewForm(request.POST)
    if form.is_valid():
        try:
            submit_review(user=request.user, product=product, **form.cleaned_data)
        except ReviewRefused as refusal:
            form.add_error(None, refusal.message)
        else:
            return redirect(address)
    return _page(request, product, form, status=422)


def _page(request, product: Product, form: ReviewForm | None, status: int = 200):
    context = {
        "product": product,
        "reviews": review_digest(product),
        "page": Paginator(approved_reviews(product), REVIEWS_PER_PAGE).get_page(request.GET.get("page")),
    }
    if request.user.is_authenticated:
        mine = own_review(user=request.user, product=product)
        context |= {
            "mine": mine,
            "form": form or ReviewForm(initial=_as_written(mine)),
            "is_producer": acts_for_reviewed_producer(user=request.user, producer=product.producer),
        }
    return render(request, "reviews/product_reviews.html", context, status=status)


def _as_written(review) -> dict:
    if review is None:
        return {}
    return {"score": review.score, "title": review.title, "body": review.body, "shown_name": review.name}
