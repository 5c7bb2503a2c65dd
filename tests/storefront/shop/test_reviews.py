"""Reviews: who may write, what shows, who decides; and that points are never taken for OCOP stars."""

import re

import pytest
from django.test import Client

from catalogue.producers.models import Membership
from catalogue.roles import EDITORS, OFFICERS
from storefront.accounts.models import User
from storefront.accounts.roles import ensure_roles, give_role
from storefront.checkout.services import place_order
from storefront.order.models import ParcelState
from storefront.order.services.parcels import move_order
from storefront.reviews.queries import ProductReview, approved_reviews, review_digest
from storefront.reviews.services import moderate_review, submit_review
from tests.catalogue.factories import make_producer, make_product

from .offers import LAN, make_basket, make_buyer, make_offer

pytestmark = pytest.mark.django_db
WORDS = {"score": "4", "title": "Thơm và đậm", "body": "Pha phin rất ngon.", "shown_name": ""}


def person(name: str) -> User:
    return User.objects.create_user(f"{name}@example.com")


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def address(product) -> str:
    return f"{product.get_absolute_url()}danh-gia/"


def write(user, product, *, score=4, approved=True, title="Thơm và đậm"):
    review = submit_review(user=user, product=product, score=score, title=title, body="Ngon.")
    return moderate_review(review_id=review.pk, status=ProductReview.APPROVED) if approved else review


def test_a_visitor_reads_without_a_cookie_and_must_sign_in_to_write(client):
    product = make_product()
    page = client.get(address(product))
    assert page.status_code == 200 and not page.cookies
    assert "csrfmiddlewaretoken" not in page.content.decode()
    answer = client.post(address(product), WORDS)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/tai-khoan/dang-nhap/?next=/san-pham/")
    assert not ProductReview.objects.exists()


def test_a_review_shows_to_its_writer_at_once_and_to_others_after_moderation(client):
    product, lan = make_product(), person("lan")
    answer = signed_in(lan).post(address(product), WORDS)
    assert (answer.status_code, answer["Location"]) == (302, address(product))
    assert "Thơm và đậm" in signed_in(lan).get(address(product)).content.decode()
    for url in (address(product), product.get_absolute_url()):
        assert "Thơm và đậm" not in client.get(url).content.decode()
    moderate_review(review_id=ProductReview.objects.get().pk, status=ProductReview.APPROVED)
    for url in (address(product), product.get_absolute_url()):
        page = client.get(url).content.decode()
        assert "Thơm và đậm" in page and "4,0/5 điểm" in page and "Người mua" in page
        assert "lan@example.com" not in page


def test_points_are_words_and_bars_never_the_stars_of_a_certificate(client):
    product = make_product()
    write(person("lan"), product, score=5)
    page = client.get(product.get_absolute_url()).content.decode()
    assert "5/5 điểm" in page
    assert not re.search(r"#stars-[1-5]", page.partition("product-card")[0])  # other products may have stars


def test_one_review_for_each_person_and_product_a_changed_one_waits_again():
    product, other, lan = make_product(), make_product(), person("lan")
    client = signed_in(lan)
    client.post(address(product), WORDS)
    moderate_review(review_id=ProductReview.objects.get().pk, status=ProductReview.APPROVED)
    client.post(address(product), {**WORDS, "score": "1", "title": "Lần này kém"})
    review = ProductReview.objects.get(product=product, user=lan)
    assert (review.score, review.title, review.status) == (1, "Lần này kém", ProductReview.FOR_MODERATION)
    client.post(address(other), WORDS)
    assert ProductReview.objects.filter(user=lan).count() == 2


@pytest.mark.parametrize(
    "wrong", [{"score": "0"}, {"score": "6"}, {"score": ""}, {"title": "  "}, {"body": "x" * 2001}]
)
def test_a_refused_form_keeps_what_was_typed(wrong):
    product = make_product()
    client = signed_in(person("lan"))
    answer = client.post(address(product), {**WORDS, "body": "Chữ tôi đã gõ", **wrong})
    assert answer.status_code == 422
    assert wrong.get("body", "Chữ tôi đã gõ") in answer.content.decode()
    assert not ProductReview.objects.exists()


def test_nobody_reviews_the_goods_of_the_own_producer(client):
    producer = make_producer()
    product, member, buyer = make_product(producer=producer), person("htx"), person("lan")
    Membership.objects.create(user=member, producer=producer, since="2020-01-01")
    assert signed_in(member).post(address(product), WORDS).status_code == 422
    assert "<textarea" not in signed_in(member).get(address(product)).content.decode()
    assert signed_in(buyer).post(address(product), WORDS).status_code == 302
    assert ProductReview.objects.get().user == buyer


def test_a_person_withdraws_only_the_own_review():
    product, lan, minh = make_product(), person("lan"), person("minh")
    write(lan, product)
    write(minh, product, score=2)
    assert signed_in(minh).post(address(product), {"withdraw": "1"}).status_code == 302
    assert ProductReview.objects.get().user == lan
    product.refresh_from_db()
    assert product.rating == 4


def test_who_bought_here_is_marked_unless_the_order_was_cancelled_or_is_unconfirmed():
    offer = make_offer(units=9)
    buyers = {"unconfirmed": person("unconfirmed")}
    buyers |= {name: make_buyer(f"{name}@example.com") for name in ("bought", "cancelled", "stranger")}
    for name in ("bought", "cancelled", "unconfirmed"):
        order = place_order(
            basket=make_basket(offer, owner=buyers[name]), contact=LAN, shown_total=130_000, buyer=buyers[name]
        )
        if name == "cancelled":
            move_order(order=order, state=ParcelState.CANCELLED)
    for user in buyers.values():
        write(user, offer.product)
    marks = {review.user.email.partition("@")[0]: review.bought_here for review in approved_reviews(offer.product)}
    assert marks == {"bought": True, "cancelled": False, "stranger": False, "unconfirmed": False}
    page = Client().get(offer.product.get_absolute_url()).content.decode()
    assert page.count("đã mua tại đây") == 1


def test_the_average_counts_all_approved_reviews_not_only_those_shown():
    product = make_product()
    for number, score in enumerate((5, 5, 4, 2)):
        write(person(f"p{number}"), product, score=score)
    write(person("waiting"), product, score=1, approved=False)
    digest = review_digest(product)
    assert (digest.count, digest.average, len(digest.latest)) == (4, 4.0, 3)
    assert {bar.score: bar.count for bar in digest.bars} == {5: 2, 4: 1, 3: 0, 2: 1, 1: 0}
    assert review_digest(make_product()).average is None


def test_officers_moderate_in_the_back_office_and_editors_do_not():
    ensure_roles()
    product = make_product()
    review = write(person("lan"), product, approved=False)
    officer, editor = person("canbo"), person("bientap")
    give_role(user=officer, role=OFFICERS)
    give_role(user=editor, role=EDITORS)
    queue = "/django-admin/reviews/productreview/"
    choice = {"action": "approve", "_selected_action": [review.pk]}
    assert signed_in(editor).post(queue, choice).status_code == 302  # to the sign-in of the back office
    review.refresh_from_db()
    assert review.status == ProductReview.FOR_MODERATION
    assert signed_in(officer).get(queue).status_code == 200
    signed_in(officer).post(queue, choice)
    review.refresh_from_db()
    assert review.status == ProductReview.APPROVED
    form = f"{queue}{review.pk}/change/"
    signed_in(officer).post(form, {"status": ProductReview.REJECTED, "title": "Sửa lời người khác"})
    review.refresh_from_db()
    assert (review.status, review.title) == (ProductReview.REJECTED, "Thơm và đậm")
    assert "Thơm và đậm" not in Client().get(product.get_absolute_url()).content.decode()


def test_a_review_page_belongs_to_a_public_product(client):
    hidden = make_product(is_public=False)
    assert client.get(address(hidden)).status_code == 404
    assert signed_in(person("lan")).post(address(hidden), WORDS).status_code == 404
