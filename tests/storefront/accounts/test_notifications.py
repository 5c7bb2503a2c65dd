"""What an account is told on the site and by mail, and what it does not want to be told."""

import pytest
from django.test import Client

from storefront.accounts.models import User
from storefront.mail.models import OutgoingMail
from storefront.notifications.models import Notification
from storefront.notifications.services import notify
from storefront.order.services.parcels import cancel_parcel, confirm_parcel
from tests.mails import delivered
from tests.storefront.shop.offers import buy, make_basket, make_buyer, make_offer

pytestmark = pytest.mark.django_db
LIST, MAILS = "/tai-khoan/thong-bao/", "/tai-khoan/thu/"


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def test_steps_of_an_order_are_told_read_and_lead_to_it():
    buyer = make_buyer()
    client, stranger = signed_in(buyer), signed_in(make_buyer("khac@example.com"))
    assert "Chưa có thông báo nào" in client.get(LIST).content.decode()
    order = buy(make_basket(make_offer()), buyer=buyer)()
    parcel = confirm_parcel(parcel=order.parcels.get(), by=None)
    confirmed, received = Notification.objects.all()
    page = client.get(LIST).content.decode()
    assert f"Người bán đã xác nhận gói hàng {parcel.reference}" in page
    assert "2 mới" in client.get("/tai-khoan/").content.decode()
    english = client.get(f"/en{LIST}").content.decode()
    assert f"The seller has confirmed parcel {parcel.reference}" in english

    address = f"{LIST}{confirmed.pk}/"
    assert client.get(address).status_code == 405
    assert stranger.post(address).status_code == 404
    assert Client().post(address).headers["Location"].startswith("/tai-khoan/dang-nhap/")
    for _click in range(2):
        assert f"/don-hang/{order.number}/" in client.post(address).headers["Location"]
    assert list(Notification.objects.values_list("pk", flat=True).filter(read_at=None)) == [received.pk]

    cancel_parcel(parcel=parcel, reason="Mất mùa", by=None)
    stranger.post(f"{LIST}da-doc/", {"up_to": received.pk})
    for up_to in ("x", "-1", "", str(10**30)):
        client.post(f"{LIST}da-doc/", {"up_to": up_to})
    client.post(f"{LIST}da-doc/", {"up_to": confirmed.pk})  # what came since the page was shown stays new
    assert [row.kind for row in Notification.objects.filter(read_at=None)] == ["parcel_cancelled"]


def test_what_is_gone_or_another_persons_now_is_not_opened(django_assert_num_queries):
    buyer, other = make_buyer(), make_buyer("khac@example.com")
    order = buy(make_basket(make_offer()), buyer=other)()
    notify(buyer, "order_received", order)
    notify(buyer, "order_received", order)
    notify(None, "order_received", order)
    row = Notification.objects.get(user=buyer)
    client = signed_in(buyer)
    answer = client.post(f"{LIST}{row.pk}/", follow=True)
    assert answer.redirect_chain[0][0] == LIST
    assert "không còn nữa" in answer.content.decode()
    with pytest.raises(KeyError):
        notify(buyer, "nonsense", order)


def test_the_list_asks_the_same_number_of_questions_however_long_it_is(django_assert_max_num_queries):
    buyer = make_buyer()
    rows = [Notification(user=buyer, kind="order_received", key=str(key), target=key) for key in range(40)]
    Notification.objects.bulk_create([*rows, Notification(user=buyer, kind="forgotten-kind", key="1", target=1)])
    client = signed_in(buyer)
    with django_assert_max_num_queries(8):
        assert client.get(LIST).content.decode().count("Đã nhận đơn hàng") == 30


def test_mails_that_may_be_switched_off_are_and_others_come_anyway():
    buyer = make_buyer()
    client = signed_in(buyer)
    page = client.get(MAILS).content.decode()
    assert page.count("checked") == 4  # three kinds and the language
    assert client.post(MAILS, {"language": "fr", "wanted": ["parcel_shipped"]}).status_code == 422
    assert client.post(MAILS, {"language": "en", "wanted": ["order_received"]}).status_code == 422
    assert client.post(MAILS, {"language": "en", "wanted": ["parcel_shipped"]}).status_code == 302
    assert User.objects.get(pk=buyer.pk).language == "en"
    order = buy(make_basket(make_offer()), buyer=User.objects.get(pk=buyer.pk))()
    parcel = confirm_parcel(parcel=order.parcels.get(), by=None)
    cancel_parcel(parcel=parcel, reason="Mất mùa", by=None)
    kinds = set(OutgoingMail.objects.values_list("kind", flat=True))
    assert kinds == {"order_received", "parcel_cancelled"}
    assert {row.kind for row in Notification.objects.all()} == {*kinds, "parcel_confirmed"}
    client.post(MAILS, {"language": "vi", "wanted": ["parcel_shipped", "parcel_confirmed", "parcel_delivered"]})
    assert not buyer.mail_opt_outs.exists()
    assert len(delivered()) == 2
