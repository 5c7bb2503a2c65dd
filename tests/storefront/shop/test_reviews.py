"""Reviews: who may write, what shows, who decides; and that points are never taken for OCOP stars."""

import re

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from catalogue.roles import EDITORS, OFFICERS
from storefront.accounts.models import User
from storefront.accounts.roles import ensure_roles, give_role
from storefront.checkout.services import place_order
from storefront.moderation import ChangedMeanwhile
from storefront.order.models import Line, ParcelState
from storefront.order.queries import order_address
from storefront.order.services.parcels import refund_units, refuse_units
from storefront.reviews.models import Purchase, Removal, Reply
from storefront.reviews.queries import ProductReview, review_digest
from storefront.reviews.services import approve_review, mark_of_review, remove_review, submit_review
from tests.catalogue.factories import make_product
from tests.media.drawn import drawn, upload
from tests.storefront.portal.people import member_of, signed_in

from .offers import LAN, make_basket, make_buyer, make_offer

pytestmark = pytest.mark.django_db
WORDS = {"score": "4", "title": "Thơm và đậm", "body": "Pha phin rất ngon.", "shown_name": ""}


def address(product) -> str:
    return f"{product.get_absolute_url()}danh-gia/"


def bought(offer, name: str = "lan", *, units: int = 1, is_guest: bool = False) -> Line:
    """A line of an order that has arrived."""
    user = None if is_guest else make_buyer(f"{name}@example.com")
    total = int(offer.price) * units + 30_000
    order = place_order(
        basket=make_basket(offer, owner=user, quantity=units), contact=LAN, shown_total=total, buyer=user
    )
    order.parcels.update(state=ParcelState.DELIVERED)
    return order.lines.select_related("order__user", "product").get()


def write(line: Line, *, score=4, approved=True, title="Thơm và đậm"):
    review = submit_review(line=line, user=line.order.user, score=score, title=title, body="Ngon.")
    return approve_review(review_id=review.pk) if approved else review


def officer() -> User:
    ensure_roles()
    user = make_buyer("canbo@example.com")
    give_role(user=user, role=OFFICERS)
    return user


def test_a_visitor_reads_without_a_cookie_and_must_sign_in_to_write(client):
    product = make_product()
    page = client.get(address(product))
    assert page.status_code == 200 and not page.cookies
    assert "csrfmiddlewaretoken" not in page.content.decode()
    answer = client.post(address(product), WORDS)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/tai-khoan/dang-nhap/?next=/san-pham/")
    assert not ProductReview.objects.exists()


def test_only_who_has_got_the_goods_reviews_them_and_others_read_it_after_moderation(client):
    offer = make_offer(units=9)
    line, product = bought(offer), offer.product
    lan, stranger = signed_in(line.order.user), signed_in(make_buyer("la@example.com"))
    for state in (ParcelState.SHIPPED, ParcelState.UNCONFIRMED, ParcelState.CANCELLED, ParcelState.RETURNED):
        line.order.parcels.update(state=state)
        assert lan.post(address(product), WORDS).status_code == 422
    line.order.parcels.update(state=ParcelState.DELIVERED)
    assert stranger.post(address(product), WORDS).status_code == 422
    assert "<textarea" not in stranger.get(address(product)).content.decode()
    assert not ProductReview.objects.exists()
    answer = lan.post(address(product), {**WORDS, "title": "<b>Thơm</b>", "photo": upload(drawn(200, 200))})
    assert (answer.status_code, answer["Location"]) == (302, address(product))
    assert "&lt;b&gt;Thơm" not in client.get(address(product)).content.decode()
    purchase = Purchase.objects.get()
    photo = f"{address(product)}anh/{purchase.pk}/"
    assert (client.get(photo).status_code, lan.get(photo).status_code) == (404, 200)
    approve_review(review_id=purchase.review_id)
    for url in (address(product), product.get_absolute_url()):
        page = client.get(url).content.decode()
        assert "&lt;b&gt;Thơm" in page and "4,0/5 điểm" in page and "Người mua" in page and photo in page
        assert "lan@example.com" not in page and "đã mua tại đây" in page
    assert client.get(photo)["Content-Type"] == "image/jpeg"
    # A changed one takes the place of the first, and waits again.
    lan.post(address(product), {**WORDS, "score": "1", "without_photo": "on"})
    review = ProductReview.objects.get()
    assert (review.score, review.status, review.purchase.photo.name) == (1, ProductReview.FOR_MODERATION, "")
    assert lan.post(address(product), {"withdraw": "1"}).status_code == 302
    assert not ProductReview.objects.exists() and not Purchase.objects.exists()


def test_a_guest_reviews_below_the_signed_address_and_nobody_below_that_of_another_order():
    offer = make_offer(units=9)
    line, other = bought(offer, is_guest=True), bought(offer, is_guest=True)
    own = f"{order_address(line.order)}danh-gia/{line.pk}/"
    guest = Client()
    for _again in range(2):
        assert guest.post(own, WORDS).status_code == 302
    assert ProductReview.objects.get().user is None
    assert guest.post(f"{order_address(line.order)}danh-gia/{other.pk}/", WORDS).status_code == 404
    assert guest.post(own.replace(str(line.order.number), str(other.order.number)), WORDS).status_code == 404
    member = bought(offer, "thanh-vien")
    link = f"{order_address(member.order)}danh-gia/{member.pk}/"
    assert "/dang-nhap/" in guest.post(link, WORDS)["Location"]  # an order of an account
    assert signed_in(make_buyer("la@example.com")).post(link, WORDS).status_code == 404
    assert ProductReview.objects.count() == 1


def test_who_refused_the_goods_at_the_door_has_no_say_and_who_got_them_broken_has():
    offer = make_offer(units=9)
    broken, refused = bought(offer, "vo", units=2), bought(offer, "tu-choi", units=2)
    refund_units(parcel=broken.parcel, quantities={broken.pk: 2}, reason="Vỡ", by=None)
    refuse_units(parcel=refused.parcel, quantities={refused.pk: 1}, reason="Không lấy", is_restocked=True, by=None)
    Line.objects.filter(pk=refused.pk).update(quantity=1)
    assert signed_in(broken.order.user).post(address(offer.product), WORDS).status_code == 302
    assert signed_in(refused.order.user).post(address(offer.product), WORDS).status_code == 422


def test_points_are_words_and_bars_never_the_stars_of_a_certificate(client):
    offer = make_offer()
    write(bought(offer), score=5)
    page = client.get(offer.product.get_absolute_url()).content.decode()
    assert "5/5 điểm" in page
    assert not re.search(r"#stars-[1-5]", page.partition("product-card")[0])  # other products may have stars


@pytest.mark.parametrize(
    "wrong",
    [{"score": "0"}, {"score": "6"}, {"score": ""}, {"title": "  "}, {"body": "x" * 10_000}, {"photo": b"PK"}],
)
def test_a_refused_form_keeps_what_was_typed(wrong):
    line = bought(make_offer())
    wrong = {name: upload(value) if name == "photo" else value for name, value in wrong.items()}
    answer = signed_in(line.order.user).post(address(line.product), {**WORDS, "body": "Chữ tôi đã gõ", **wrong})
    assert answer.status_code == 422
    assert wrong.get("body", "Chữ tôi đã gõ") in answer.content.decode()
    assert not ProductReview.objects.exists()


def test_the_producer_reviews_nothing_of_its_own_and_replies_once_the_review_shows(client):
    offer = make_offer(units=9)
    line, member = bought(offer), member_of(offer)
    assert signed_in(member).post(address(offer.product), WORDS).status_code == 422
    review = write(line, approved=False)
    desk, stranger = signed_in(member), signed_in(member_of(make_offer()))
    reply = f"/theo-doi/y-kien/danh-gia/{review.pk}/"
    assert desk.post(reply, {"text": "Cảm ơn chị"}).status_code == 404
    approve_review(review_id=review.pk)
    assert stranger.post(reply, {"text": "Cảm ơn chị"}).status_code == 403
    assert desk.post(reply, {"text": "Cảm ơn <i>chị</i>"}).status_code == 302
    public = client.get(address(offer.product)).content.decode()
    assert "Cảm ơn" not in public
    item = f"/theo-doi/can-bo/y-kien/phan-hoi/{Reply.objects.get().pk}/"
    reader = signed_in(officer())
    mark = re.search(r'name="mark" value="(\w+)"', reader.get(item).content.decode())[1]
    desk.post(reply, {"text": "Lời khác"})
    assert reader.post(item, {"step": "show", "mark": mark}).status_code == 409  # that is not what was read
    mark = re.search(r'name="mark" value="(\w+)"', reader.get(item).content.decode())[1]
    assert reader.post(item, {"step": "show", "mark": mark}).status_code == 302
    assert "Lời khác" in client.get(address(offer.product)).content.decode()


def test_the_average_counts_all_approved_reviews_not_only_those_shown():
    offer = make_offer(units=9)
    for number, score in enumerate((5, 5, 4, 2)):
        write(bought(offer, f"p{number}"), score=score)
    write(bought(offer, "waiting"), score=1, approved=False)
    digest = review_digest(offer.product)
    assert (digest.count, digest.average, len(digest.latest)) == (4, 4.0, 3)
    assert {bar.score: bar.count for bar in digest.bars} == {5: 2, 4: 1, 3: 0, 2: 1, 1: 0}
    assert review_digest(make_product()).average is None


def test_a_review_goes_only_on_a_ground_of_the_law_and_the_log_stays(client):
    line = bought(make_offer())
    review, reader = write(line), officer()
    item, list_ = f"/theo-doi/can-bo/y-kien/danh-gia/{review.pk}/", "/theo-doi/can-bo/y-kien/?muc=nhat-ky"
    mark = mark_of_review(review)
    editor = make_buyer("bientap@example.com")
    give_role(user=editor, role=EDITORS)
    assert signed_in(editor).post(item, {"step": "show", "mark": mark}).status_code == 403
    said = {"step": "refuse", "mark": mark, "ground": "indecent", "reason": "Câu đầu xúc phạm"}
    desk = signed_in(reader)
    for wrong in ({"ground": "off_topic"}, {"ground": ""}, {"reason": " "}):
        assert desk.post(item, {**said, **wrong}).status_code == 422
    assert desk.post(item, said).status_code == 302
    assert desk.post(item, said).status_code == 302  # a second click
    assert Removal.objects.count() == 1
    page = client.get(address(line.product)).content.decode()
    assert "Thơm và đậm" not in page and "Xúc phạm hoặc trái thuần phong mỹ tục" in page
    assert "Câu đầu xúc phạm" not in page and "Câu đầu xúc phạm" in desk.get(list_).content.decode()
    line.product.refresh_from_db()
    assert not line.product.rating
    approve_review(review_id=review.pk, by=reader)
    assert "thuần phong mỹ tục" not in client.get(address(line.product)).content.decode()
    with pytest.raises(ChangedMeanwhile):
        remove_review(review_id=review.pk, ground="indecent", reason="x", by=reader, mark="another")
    removal = Removal.objects.first()
    for change in (removal.delete, lambda: Removal.objects.update(reason="khác")):
        with pytest.raises(Exception, match="removal_is_kept"), transaction.atomic():
            change()
    with pytest.raises(IntegrityError), transaction.atomic():
        Removal.objects.create(
            review_number=1, product=line.product, act="removed", ground="off_topic", reason="x",
            score=1, title="t", body="b", by=reader,
        )  # fmt: skip


def test_a_review_page_belongs_to_a_public_product(client):
    hidden = make_product(is_public=False)
    assert client.get(address(hidden)).status_code == 404
    assert signed_in(make_buyer()).post(address(hidden), WORDS).status_code == 404


def test_the_page_of_reviews_costs_the_same_for_one_and_for_many(client):
    offer = make_offer(units=9)
    write(bought(offer, "p0"))

    def queries() -> int:
        with CaptureQueriesContext(connection) as caught:
            client.get(address(offer.product))
        return len(caught)

    first = queries()
    for number in range(1, 4):
        write(bought(offer, f"p{number}"))
    assert queries() == first
