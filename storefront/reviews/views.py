"""The page of a product's reviews: everybody reads, who has bought writes one, with an account or below an order."""

from allauth.core import ratelimit
from django import forms
from django.contrib.auth.views import redirect_to_login
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from catalogue.products.models import Product
from media import evidence
from media.decoding import RETRY_SECONDS, DecoderBusy
from media.uploads import busy
from storefront.order.access import buyer_view, line_of
from storefront.order.models import Line, Order
from storefront.order.queries import order_address
from storefront.web.addresses import by_slug
from storefront.web.client_address import device_of
from storefront.web.idempotency.decorators import sent_once

from .forms import ReviewForm
from .queries import (
    approved_reviews,
    delivered_line,
    own_review,
    photo_of,
    removed_counts,
    review_digest,
    review_of_line,
    reviewed_product,
)
from .services import NotBought, ReviewRefused, acts_for_reviewed_producer, submit_review, withdraw_review

REVIEWS_PER_PAGE = 20


@require_http_methods(["GET", "HEAD", "POST"])
def product_reviews(request, slug: str):
    """Read the reviews; post your own, or `withdraw` it. Every write ends in a redirect to this page."""
    product = _product(slug)
    address = reverse("product-review", args=[product.slug])
    if request.method == "POST":
        if not request.user.is_authenticated:
            return redirect_to_login(address)
        return _write_as_buyer(request, product, address)
    if product.slug != slug:
        return redirect(address, permanent=True)
    return _page(request, product, None)


@sent_once
def _write_as_buyer(request, product: Product, address: str):
    mine = own_review(user=request.user, product=product)
    line = mine.purchase.line if _has_purchase(mine) else delivered_line(user=request.user, product=product)
    form, status = _write(request, mine, line, user=request.user)
    return _page(request, product, form, status=status) if form else redirect(address)


@require_http_methods(["GET", "HEAD", "POST"])
@buyer_view
@sent_once
def order_review(request, order: Order, pk: int):
    """A guest's review of a line of his order, below its signed address."""
    line = line_of(order, pk)
    product = reviewed_product(line)
    if order.user_id:
        return redirect("product-review", product.slug)
    mine, form, status = review_of_line(line), None, 200
    if request.method == "POST":
        form, status = _write(request, mine, line)
        if form is None:
            return redirect(request.path)
    context = {
        "order": order,
        "order_url": order_address(order),
        "product": product,
        "mine": mine,
        "may_write": bool(mine or delivered_line(pk=line.pk)),
        "form": form or _form(mine),
        "has_files": bool(request.FILES),
        "is_refused": status >= 400,
    }
    return _answer(render(request, "reviews/order_review.html", context, status=status))


@require_safe
def review_photo(request, slug: str, pk: int):
    """The photo of a review: for everybody once the review shows, before that for its writer and whoever reads it."""
    purchase = photo_of(_product(slug), pk)
    if purchase is None or not _may_see(request, purchase):
        raise Http404
    try:
        with purchase.photo.open() as file:
            data = file.read()
    except OSError as error:
        raise Http404 from error
    response = HttpResponse(data, content_type=evidence.mime_type(purchase.photo.name))
    response["X-Robots-Tag"] = "noindex"
    return response


def _may_see(request, purchase) -> bool:
    review, user = purchase.review, request.user
    if review.is_approved:
        return True
    return user.is_authenticated and (review.user_id == user.pk or user.has_perm("reviews.moderate"))


def _product(slug: str) -> Product:
    product = by_slug(Product.objects.select_related("producer"), slug)
    if not product.is_public or product.parent_id:
        raise Http404(slug)
    return product


def _write(request, mine, line: Line | None, *, user=None) -> tuple[ReviewForm | None, int]:
    """Keep what was sent: the form with its status where something is wrong, None where all is done."""
    if "withdraw" in request.POST:
        if mine:
            withdraw_review(review=mine)
        return None, 302
    form = _form(mine, request)
    if not ratelimit.consume(request, action="order_review", key=device_of(request)):
        form.add_error(None, _("You have sent this form very often. Please wait an hour; nothing you typed is lost."))
        return form, 429
    if not form.is_valid():
        return form, 422
    if line is None:
        form.add_error(None, NotBought().message)
        return form, 422
    try:
        submit_review(line=line, user=user, **form.values())
    except ReviewRefused as refusal:
        form.add_error(None, refusal.message)
    except forms.ValidationError as error:
        form.add_error(None, error)
    except DecoderBusy:
        form.add_error("photo", busy())
        return form, 503
    else:
        return None, 302
    return form, 422


def _form(mine, request=None) -> ReviewForm:
    has_photo = _has_purchase(mine) and bool(mine.purchase.photo)
    if request is not None:
        return ReviewForm(request.POST, request.FILES, has_photo=has_photo)
    return ReviewForm(initial=_as_written(mine), has_photo=has_photo)


def _has_purchase(review) -> bool:
    return review is not None and hasattr(review, "purchase")


def _page(request, product: Product, form: ReviewForm | None, status: int = 200):
    context = {
        "product": product,
        "reviews": review_digest(product),
        "removed": removed_counts(product),
        "page": Paginator(approved_reviews(product), REVIEWS_PER_PAGE).get_page(request.GET.get("page")),
        "has_files": bool(request.FILES),
    }
    if request.user.is_authenticated:
        mine = own_review(user=request.user, product=product)
        context |= {
            "mine": mine,
            "form": form or _form(mine),
            "may_write": bool(mine or delivered_line(user=request.user, product=product)),
            "is_producer": acts_for_reviewed_producer(user=request.user, producer=product.producer),
        }
    return _answer(render(request, "reviews/product_reviews.html", context, status=status))


def _answer(response: HttpResponse) -> HttpResponse:
    if response.status_code == 503:
        response["Retry-After"] = str(RETRY_SECONDS)
    return response


def _as_written(review) -> dict:
    if review is None:
        return {}
    return {"score": review.score, "title": review.title, "body": review.body, "shown_name": review.name}
