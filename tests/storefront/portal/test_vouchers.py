"""The seller's own vouchers: given once, paused, and nobody else's."""

import pytest
from django.urls import reverse
from django.utils import timezone

from storefront.vouchers.models import Terms
from tests.storefront.portal.people import member_of, signed_in
from tests.storefront.shop.offers import make_offer

pytestmark = pytest.mark.django_db


def typed(**changes):
    today = timezone.localdate().isoformat()
    filled = {"name": "Thử", "code": "Mật Ong 1", "kind": "percent", "percent": "10"}
    return {**filled, "first_day": today, "last_day": today, "max_uses_per_buyer": "1", **changes}


def test_a_seller_gives_and_pauses_its_own_vouchers_and_no_others(django_assert_max_num_queries):
    mine, other = make_offer(), make_offer()
    client, stranger = signed_in(member_of(mine)), signed_in(member_of(other))
    address = reverse("portal-vouchers", args=[mine.partner.producer_id])
    elsewhere = reverse("portal-vouchers", args=[other.partner.producer_id])
    for changes in (
        {"percent": "0"},
        {"percent": "101"},
        {"percent": "-5"},
        {"percent": ""},
        {"kind": "gift"},
        {"kind": "fixed", "amount": "0"},
        {"kind": "fixed", "amount": "99999999999999999999"},
        {"code": "--"},
        {"code": "x" * 30},
        {"last_day": "2020-01-01"},
        {"first_day": "9999-01-01", "last_day": "9999-12-31"},
        {"first_day": "0001-01-01"},
        {"max_uses": "0"},
        {"max_uses": "9" * 30},
    ):
        answer = client.post(address, typed(**changes))
        assert answer.status_code == 422, changes
        assert not Terms.objects.exists()
    for _click in range(2):
        assert client.post(address, typed(form_key="k" * 22)).status_code == 302
    terms = Terms.objects.get()
    assert (terms.seller, terms.payer, terms.key) == (mine.partner, "seller", "MAT0NG1")
    assert client.post(address, typed(code="MATONG-I")).status_code == 422
    assert stranger.post(address, {"pause": terms.pk}).status_code == 403
    assert stranger.post(elsewhere, {"pause": terms.pk}).status_code == 404
    assert client.post(address, {"pause": terms.pk}).status_code == 302
    assert Terms.objects.get().is_paused
    with django_assert_max_num_queries(14):
        page = client.get(address).content.decode()
    assert "MẬT ONG 1" in page
    assert "MẬT ONG 1" not in stranger.get(elsewhere).content.decode()
