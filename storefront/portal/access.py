"""The only way from a signed-in person to lots, events, stamps and orders: through the producer they belong to."""

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404

from catalogue.parameters import number_in
from catalogue.producers.models import Producer
from catalogue.products.models import ListingChange, Product, ProductPhoto
from catalogue.traceability.models import Event, Lot, PrintRun, StampBatch
from storefront.accounts.access import producer_for
from storefront.accounts.rules import is_administrator
from storefront.claims.models import Claim
from storefront.claims.queries import claims_to_show
from storefront.moderation import State
from storefront.order.models import Parcel
from storefront.partner.models import OfferSheet
from storefront.public.questions.models import Question
from storefront.reviews.queries import ProductReview
from storefront.shipping.models import DeliveryZone


def own_producers(user):
    """Producers this person may write for: all that have a product for an administrator."""
    if is_administrator(user):
        return Producer.objects.filter(products__isnull=False).distinct()
    return Producer.objects.filter(pk__in=user.producer_memberships.today().values("producer")).order_by("name")


def lot_for(user, pk: int) -> Lot:
    """The lot with its product and producer, if this person acts for the producer. Http404, PermissionDenied."""
    return _owned(user, Lot.objects.select_related("product__producer"), pk, lambda lot: lot.product)


def event_for(user, pk: int) -> Event:
    """The event with its lot, if this person acts for the producer. Http404, PermissionDenied."""
    events = Event.objects.select_related("lot__product__producer", "place", "photo", "evidence")
    return _owned(user, events, pk, lambda event: event.lot.product)


def batch_for(user, pk: int) -> StampBatch:
    """The batch of stamps, if this person acts for the producer. Http404, PermissionDenied."""
    batches = StampBatch.objects.select_related("product__producer", "lot", "certificate", "key")
    return _owned(user, batches, pk, lambda batch: batch.product)


def print_run_for(user, pk: int) -> PrintRun:
    """The run with its batch and product, if this person acts for the producer. Http404, PermissionDenied."""
    if not user.is_authenticated:
        raise PermissionDenied
    print_run = PrintRun.objects.filter(pk=pk).first()
    if print_run is None:
        raise Http404
    print_run.batch = batch_for(user, print_run.batch_id)
    return print_run


def parcel_for(user, pk: int) -> Parcel:
    """A seller's parcel of an order, if this person acts for the seller today (or is an administrator).

    Http404 if there is none, PermissionDenied for everybody else.
    """
    if not user.is_authenticated:
        raise PermissionDenied
    parcel = Parcel.objects.select_related("order", "call", "partner__producer").filter(pk=pk).first()
    if parcel is None:
        raise Http404
    # A seller who is no producer has no members: its parcels are the administrators'.
    if not user.has_perm("producers.act_for", parcel.partner.producer):
        raise PermissionDenied
    return parcel


def product_for(user, pk: int) -> Product:
    """A public product or variant, if this person acts for its producer. Http404, PermissionDenied."""
    products = Product.objects.select_related("producer", "parent__producer").filter(is_public=True)
    return _owned(user, products, pk, lambda product: product)


def photo_for(user, pk: int) -> ProductPhoto:
    """A photo that is shown of such a product. Http404, PermissionDenied."""
    photos = ProductPhoto.objects.select_related("photo", "product__producer", "product__parent__producer")
    return _owned(user, photos, pk, lambda photo: photo.product)


def listing_change_for(user, pk: int) -> ListingChange:
    """What was asked for such a product. Http404, PermissionDenied."""
    changes = ListingChange.objects.select_related("photo", "product__producer", "product__parent__producer")
    return _owned(user, changes, pk, lambda change: change.product)


def sheet_for(user, pk: int) -> OfferSheet:
    """A table of offers, if this person acts for its seller today. Http404, PermissionDenied."""
    if not user.is_authenticated:
        raise PermissionDenied
    sheet = OfferSheet.objects.select_related("seller__producer").filter(pk=pk).first()
    if sheet is None:
        raise Http404
    if not user.has_perm("producers.act_for", sheet.seller.producer):
        raise PermissionDenied
    return sheet


def parcels_for(user, producer_pk: int, numbers: Iterable[str]) -> tuple[Producer, QuerySet]:
    """The producer, and those of its parcels that a request names by their keys, as texts.

    Http404 if one of them is not the producer's; PermissionDenied as `producer_for`.
    """
    producer = producer_for(user, producer_pk)
    keys = {number_in(number) for number in numbers}
    parcels = Parcel.objects.filter(partner__producer=producer, pk__in=keys - {None})
    if parcels.count() != len(keys):
        raise Http404
    return producer, parcels


def claim_for(user, pk: int) -> Claim:
    """A complaint about a seller's parcel, if this person acts for the seller today. Http404, PermissionDenied."""
    if not user.is_authenticated:
        raise PermissionDenied
    claim = claims_to_show().filter(pk=pk).first()
    if claim is None:
        raise Http404
    if not user.has_perm("producers.act_for", claim.parcel.partner.producer):
        raise PermissionDenied
    return claim


def review_for(user, pk: int):
    """A review that shows, of a product of a producer this person acts for. Http404, PermissionDenied."""
    reviews = ProductReview.objects.approved().select_related("product__producer", "reply", "purchase")
    return _owned(user, reviews, pk, lambda review: review.product)


def question_for(user, pk: int) -> Question:
    """A question that shows, about a product of a producer this person acts for. Http404, PermissionDenied."""
    questions = Question.objects.filter(state=State.SHOWN).select_related("product__producer", "answer")
    return _owned(user, questions, pk, lambda question: question.product)


def zone_for(user, pk: int) -> DeliveryZone:
    """A delivery zone with its seller, if this person acts for the seller. Http404, PermissionDenied."""
    if not user.is_authenticated:
        raise PermissionDenied
    zone = DeliveryZone.objects.select_related("seller__producer").filter(pk=pk).first()
    if zone is None:
        raise Http404
    if not user.has_perm("producers.act_for", zone.seller.producer):
        raise PermissionDenied
    return zone


def _owned(user, rows, pk, product_of):
    if not user.is_authenticated:
        raise PermissionDenied
    row = rows.filter(pk=pk).first()
    if row is None:
        raise Http404
    product = product_of(row)
    if product.producer_id is None and product.parent_id:  # a variant is its product's
        product = product.parent
    if product.producer_id is None:  # no producer known: nobody acts for it but an administrator
        if not is_administrator(user):
            raise PermissionDenied
    else:
        producer_for(user, product.producer_id)
    return row
