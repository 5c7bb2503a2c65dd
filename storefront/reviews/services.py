"""Writing, withdrawing and moderating reviews. One review per person and product; nothing shows unapproved."""

from django.db import transaction
from django.utils.translation import gettext as _
from oscar.core.loading import get_model

from catalogue.history import acting
from catalogue.producers.models import Producer
from catalogue.products.models import Product
from storefront.accounts.rules import acts_for_producer

ProductReview = get_model("reviews", "ProductReview")


class ReviewRefused(Exception):
    """The review was not kept; `message` tells the writer why."""

    message: str


class OwnProduct(ReviewRefused):
    """Nobody praises or blames the goods of the producer he or she acts for."""

    @property
    def message(self) -> str:
        return _("You act for the producer of this product, so you cannot review it.")


@transaction.atomic
def submit_review(*, user, product: Product, score: int, title: str, body: str, shown_name: str = ""):
    """Keep a person's review of a product: 1 to 5 points. A second one replaces the first.

    It waits for moderation, also when an approved one was changed. ValueError for another score,
    OwnProduct for members of the producer.
    """
    if score not in range(1, 6):
        raise ValueError("a score goes from 1 to 5")
    product = _locked(product.pk)
    if acts_for_reviewed_producer(user=user, producer=product.producer):
        raise OwnProduct
    review, _created = ProductReview.objects.update_or_create(
        user=user,
        product=product,
        defaults={
            "score": score,
            "title": title,
            "body": body,
            "name": shown_name,
            "status": ProductReview.FOR_MODERATION,
        },
    )
    return review


@transaction.atomic
def withdraw_review(*, user, product: Product) -> bool:
    """Delete a person's own review of a product; False if there was none."""
    _locked(product.pk)
    review = ProductReview.objects.filter(user=user, product=product).first()
    if review is None:
        return False
    review.delete()
    return True


@transaction.atomic
def moderate_review(*, review_id: int, status: int, by=None):
    """Show a review to everybody (`APPROVED`), refuse it or put it back into the queue.

    ProductReview.DoesNotExist if its writer has withdrawn it.
    """
    product_id = ProductReview.objects.values_list("product_id", flat=True).get(pk=review_id)
    product = _locked(product_id)
    review = ProductReview.objects.get(pk=review_id)
    review.product = product
    review.status = status
    with acting(by):
        review.save()
    return review


def acts_for_reviewed_producer(*, user, producer: Producer | None) -> bool:
    """Whether the person is a member of the producer today."""
    return producer is not None and acts_for_producer(user, producer)


def _locked(product_id: int) -> Product:
    """Oscar writes the whole product when its rating changes, so nobody else may be changing it meanwhile."""
    return Product.objects.select_for_update(of=("self",)).select_related("producer").get(pk=product_id)
