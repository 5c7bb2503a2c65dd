"""The demo's orders of the last sixty days: in every state, to the đồng, and no offer has fewer units than before."""

import datetime

import pytest
from django.utils import timezone

from storefront.demo.accounts import DOMAIN, MEMBER_OF, ensure_demo_accounts
from storefront.demo.offers import load_demo_offers
from storefront.demo.past_orders import PAST_ORDERS, load_past_orders
from storefront.demo.payments import load_demo_payments
from storefront.demo.vouchers import load_demo_vouchers
from storefront.order.models import Order, Parcel, ParcelState
from storefront.partner.models import StockRecord
from storefront.payment.audit import differences


@pytest.fixture
def demo(db, settings):
    settings.IS_DEMO = True
    ensure_demo_accounts()
    load_demo_offers()
    load_demo_vouchers(seller=MEMBER_OF)
    load_demo_payments(seller=MEMBER_OF, officer_email=f"quantri@{DOMAIN}")


def test_past_orders_show_every_state_and_leave_stock_and_money_in_order(demo):
    def load() -> int:
        return load_past_orders(seller=MEMBER_OF, member_email=f"htx@{DOMAIN}")

    offered = {record.pk: record.net_stock_level for record in StockRecord.objects.all()}
    before = Order.objects.count()
    assert (load(), load()) == (len(PAST_ORDERS), 0)
    assert Order.objects.count() == before + len(PAST_ORDERS)
    assert {parcel.state for parcel in Parcel.objects.all()} == set(ParcelState)
    assert not list(differences())
    assert Order.objects.filter(discounts__isnull=False).distinct().count() == 2
    assert all(record.net_stock_level >= offered[record.pk] for record in StockRecord.objects.all())
    first = Order.objects.order_by("date_placed").first()
    assert timezone.now() - first.date_placed > datetime.timedelta(days=59)
    states = [event.state for event in first.parcels.get().events.order_by("pgh_created_at", "pgh_id")]
    assert list(dict.fromkeys(states)) == ["unconfirmed", "confirmed", "packed", "shipped", "delivered"]
    times = [event.pgh_created_at for event in first.parcels.get().events.order_by("pgh_id")]
    assert times == sorted(times)
    assert times[-1] - times[0] > datetime.timedelta(days=3)
