"""Writing, withdrawing and moderating reviews. Only buyers write one; nothing shows unapproved."""

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _
from oscar.core.loading import get_model

from catalogue.errors import Refusal
from catalogue.history import acting
from catalogue.producers.models import Producer
from catalogue.products.models import Product
from catalogue.users import User
from media.decoding import Decoded
from media.uploads import named
from storefront.accounts.rules import acts_for_producer
from storefront.moderation import GROUNDS_OF_REVIEWS, ChangedMeanwhile, State, mark_of
from storefront.order.models import Line

from .models import Purchase, Removal, Reply
from .queries import delivered_line, own_review, review_of_line, reviewed_product

ProductReview = get_model("reviews", "ProductReview")


class ReviewRefused(Refusal):
    """The review was not kept; `message` tells the writer why."""


class OwnProduct(ReviewRefused):
    """Nobody praises or blames the goods of the producer he or she acts for."""

    def __init__(self) -> None:
        super().__init__(_("You act for the producer of this product, so you cannot review it."))


class NotBought(ReviewRefused):
    """Only who has received it says how it is."""

    def __init__(self) -> None:
        super().__init__(_("You can review this product once you have bought it here and your parcel has arrived."))


@transaction.atomic
def submit_review(
    *,
    line: Line,
    score: int,
    title: str,
    body: str,
    user: User | None = None,
    shown_name: str = "",
    photo: Decoded | None = None,
    without_photo: bool = False,
):
    """Keep the review of a buyer: 1 to 5 points. A second one replaces the first: one for each account and product,
    of a guest one for each order and product.

    It waits for moderation, also when an approved one was changed. A new `photo` takes the place of the old one.
    ValueError for another score, OwnProduct for members of the producer, NotBought unless the line was delivered.
    """
    if score not in range(1, 6):
        raise ValueError("a score goes from 1 to 5")
    product = _locked(reviewed_product(line).pk)
    if user and acts_for_reviewed_producer(user=user, producer=product.producer):
        raise OwnProduct
    review = own_review(user=user, product=product) if user else review_of_line(line)
    if review is None:
        if delivered_line(pk=line.pk, user=user) is None:
            raise NotBought
        review = ProductReview(user=user, product=product)
    review.product = product
    review.score, review.title, review.body, review.name = score, title, body, shown_name
    review.status = ProductReview.FOR_MODERATION
    review.save()
    purchase, _is_new = Purchase.objects.get_or_create(review=review, defaults={"line": line})
    if photo or without_photo:
        _keep_photo(purchase, photo)
    return review


@transaction.atomic
def withdraw_review(*, review) -> None:
    """Delete a review, by its writer. What was removed stays in the log."""
    _locked(review.product_id)
    review = ProductReview.objects.select_related("product").filter(pk=review.pk).first()
    if review is None:
        return
    if purchase := Purchase.objects.filter(review=review).first():
        _keep_photo(purchase, None)
    review.delete()


@transaction.atomic
def reply_to_review(*, review, text: str, by: User) -> Reply:
    """The producer's reply; another one replaces it. It waits to be read. ReviewRefused unless the review shows."""
    _locked(review.product_id)
    if not ProductReview.objects.approved().filter(pk=review.pk).exists():
        raise ReviewRefused(_("This review is not shown, so nobody can reply to it."))
    text = text.strip()
    if not text:
        raise ReviewRefused(_("Please write a few words."))
    values = {"text": text, "state": State.WAITING, "ground": "", "by": by}
    before = Reply.objects.filter(review=review).first()
    if before and before.text == text and before.state != State.REFUSED:
        return before  # a second click
    reply, _is_new = Reply.objects.update_or_create(review=review, defaults=values)
    return reply


# -- moderation -----------------------------------------------------------------------------------------------------


def mark_of_review(review) -> str:
    """What a moderator has read of a review; see `moderation.mark_of`."""
    purchase = Purchase.objects.filter(review=review).first()
    return mark_of(review.score, review.title, review.body, review.name, purchase.photo.name if purchase else "")


@transaction.atomic
def approve_review(*, review_id: int, by: User | None = None, mark: str | None = None):
    """Show a review to everybody. ProductReview.DoesNotExist if it was withdrawn, ChangedMeanwhile."""
    review = _to_judge(review_id, mark)
    if review.is_rejected:
        _log(review, Removal.Act.RESTORED, by=by)
    return _enter(review, ProductReview.APPROVED, by=by)


@transaction.atomic
def remove_review(*, review_id: int, ground: str, reason: str, by: User, mark: str | None = None):
    """Show a review to nobody, on a ground of the law, and write that down. Refusals as of `approve_review`;
    ReviewRefused without ground and reason."""
    review = _to_judge(review_id, mark)
    if review.is_rejected:
        return review
    reason = reason.strip()
    if ground not in GROUNDS_OF_REVIEWS or not reason:
        raise ReviewRefused(_("A review is removed only where the law asks for it. Please say why."))
    _log(review, Removal.Act.REMOVED, by=by, ground=ground, reason=reason[:300])
    return _enter(review, ProductReview.REJECTED, by=by)


@transaction.atomic
def judge_reply(*, reply: Reply, is_shown: bool, ground: str = "", by: User, mark: str | None = None) -> Reply:
    """Show the producer's reply, or refuse it on a ground. ChangedMeanwhile."""
    reply = Reply.objects.select_for_update().get(pk=reply.pk)
    if mark is not None and mark != mark_of(reply.text):
        raise ChangedMeanwhile
    if not is_shown and not ground:
        raise ReviewRefused(_("Please choose why it is not shown."))
    reply.state, reply.ground = (State.SHOWN, "") if is_shown else (State.REFUSED, ground)
    with acting(by):
        reply.save(update_fields=["state", "ground"])
    return reply


def acts_for_reviewed_producer(*, user, producer: Producer | None) -> bool:
    """Whether the person is a member of the producer today."""
    return producer is not None and acts_for_producer(user, producer)


# -- parts ----------------------------------------------------------------------------------------------------------


def _locked(product_id: int) -> Product:
    """Oscar writes the whole product when its rating changes, so nobody else may be changing it meanwhile."""
    return Product.objects.select_for_update(of=("self",)).select_related("producer").get(pk=product_id)


def _to_judge(review_id: int, mark: str | None):
    product_id = ProductReview.objects.values_list("product_id", flat=True).get(pk=review_id)
    product = _locked(product_id)
    review = ProductReview.objects.get(pk=review_id)
    review.product = product
    if mark is not None and mark != mark_of_review(review):
        raise ChangedMeanwhile
    return review


def _enter(review, status: int, *, by: User | None):
    review.status = status
    with acting(by):
        review.save()
    return review


def _log(review, act: str, *, by: User | None, ground: str = "", reason: str = "") -> None:
    Removal.objects.create(
        review_number=review.pk, product_id=review.product_id, act=act, ground=ground, reason=reason,
        score=review.score, title=review.title, body=review.body, by=by,
    )  # fmt: skip


def _keep_photo(purchase: Purchase, photo: Decoded | None) -> None:
    """Put a photo in the place of the one before, whose file goes when the transaction has come to its end."""
    storage, old = purchase.photo.storage, purchase.photo.name
    purchase.photo, purchase.photo_width, purchase.photo_height = "", 0, 0
    if photo:
        file = named(photo)
        purchase.photo.save(file.name, ContentFile(file.read()), save=False)
        purchase.photo_width, purchase.photo_height = photo.width, photo.height
    purchase.save()
    if old:
        transaction.on_commit(lambda: storage.delete(old))
