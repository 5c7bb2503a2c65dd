"""What `tests.world` has of a sale that is over: an order that arrived, a review, a complaint, a question."""

from types import SimpleNamespace

from oscar.core.loading import get_model

from media.decoding import SIGNED_IN
from media.evidence import take_in
from media.uploads import opened
from storefront.checkout.services import place_order
from storefront.claims.services import open_claim
from storefront.order.models import ParcelState
from storefront.public.questions.services import ask, judge_question
from storefront.reviews.services import approve_review, submit_review
from tests.media.drawn import drawn, upload
from tests.storefront.shop.offers import LAN, make_basket


def after_sale(offer, *, buyer, officer) -> SimpleNamespace:
    """`parcel`, `review`, `claim`, `question` and `guest_alert`, each one that its pages can show."""
    order = place_order(basket=make_basket(offer, owner=buyer), contact=LAN, shown_total=130_000, buyer=buyer)
    order.parcels.update(state=ParcelState.DELIVERED)
    parcel, line = order.parcels.get(), order.lines.get()
    said = {"score": 5, "title": "Tốt", "body": "Thơm", "photo": opened(drawn(200, 200), limits=SIGNED_IN)}
    photos = [take_in(upload(drawn(200, 200)))]
    asked = ask(product=offer.product, text="Hạt rang mộc không?")
    guest_alert = get_model("customer", "ProductAlert")(product=offer.product, email="khach@example.vn")
    guest_alert.save()
    return SimpleNamespace(
        parcel=parcel,
        review=approve_review(review_id=submit_review(line=line, user=buyer, **said).pk),
        claim=open_claim(parcel=parcel, kind="broken", quantities={line.pk: 1}, text="Vỡ", by=buyer, photos=photos),
        question=judge_question(question=asked, is_shown=True, by=officer),
        guest_alert=guest_alert,
    )
