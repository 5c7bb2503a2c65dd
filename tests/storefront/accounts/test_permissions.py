"""Objects open to their own people only, and memberships begin and end with the day. Addresses: `test_matrix.py`."""

import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser, Permission
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.test import Client

from catalogue.producers.models import Producer
from catalogue.roles import ADMINISTRATORS
from storefront.accounts.access import producer_for
from storefront.accounts.models import User
from storefront.accounts.roles import ROLE_LABELS
from storefront.accounts.workplaces import needed_for
from storefront.checkout.services import place_order
from storefront.demo.accounts import MEMBER_OF, STAFF_OF, ensure_demo_accounts
from storefront.partner.models import Partner
from storefront.salespoints.access import sales_point_for
from storefront.salespoints.models import SalesPoint
from tests import matrix
from tests.catalogue.factories import make_producer
from tests.matrix import rule_for
from tests.storefront.shop.offers import LAN, make_basket, make_offer
from tests.url_table import routes

pytestmark = pytest.mark.django_db
# Django's own notice about the forms of its admin and of Oscar; it goes with Django 6.
url_scheme = pytest.mark.filterwarnings("ignore:The default scheme will be changed")
HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


def person(role: str) -> User:
    return User.objects.get(email=f"{role}@demo.saobuon.example")


@pytest.fixture
def accounts():
    ensure_demo_accounts()


@url_scheme
def test_the_office_opens_orders_and_products_and_cancels_by_hand(accounts):
    offer = make_offer(units=2)
    order = place_order(basket=make_basket(offer), contact=LAN, shown_total=130_000)
    client = Client()
    client.force_login(person("quantri"))
    assert order.number in client.get("/dashboard/orders/").content.decode()
    path = f"/dashboard/orders/{order.number}/"
    assert LAN.name in client.get(path).content.decode()
    assert client.get(f"/dashboard/catalogue/products/{offer.product_id}/").status_code == 200
    client.post(path, {"order_action": "change_order_status", "new_status": "cancelled"})
    order.refresh_from_db()
    offer.refresh_from_db()
    assert (order.status, offer.net_stock_level) == ("cancelled", 2)


def test_a_seller_who_is_an_oscar_partner_still_sees_no_orders(accounts):
    """Oscar would show a partner the lines of all partners: no seller gets into its dashboard."""
    member = person("htx")
    partner = Partner.objects.create(name="HTX", producer=Producer.objects.get(name=MEMBER_OF))
    partner.users.add(member)
    member.user_permissions.add(Permission.objects.get(codename="dashboard_access"))
    order = place_order(basket=make_basket(make_offer()), contact=LAN, shown_total=130_000)
    client = Client()
    client.force_login(member)
    for path in ("/dashboard/", "/dashboard/orders/", f"/dashboard/orders/{order.number}/"):
        assert client.get(path).status_code == 403


@url_scheme
def test_the_officer_corrects_the_register_but_deletes_nothing(accounts):
    client = Client()
    client.force_login(person("canbo"))
    producer = make_producer()
    assert client.get(f"/django-admin/producers/producer/{producer.pk}/change/").status_code == 200
    assert client.get(f"/django-admin/producers/producer/{producer.pk}/delete/").status_code == 403


@pytest.mark.parametrize(
    ("role", "own_producer", "own_point"),
    [
        ("nguoimua", False, False),
        ("htx", True, False),
        ("diemban", False, True),
        ("bientap", False, False),
        ("canbo", False, False),
        ("quantri", True, True),
    ],
)
def test_organisations_open_to_their_people_and_administrators_only(accounts, role, own_producer, own_point):
    user = person(role)
    producer, point = Producer.objects.get(name=MEMBER_OF), SalesPoint.objects.get(name=STAFF_OF)
    assert _opens(producer_for, user, producer) is own_producer
    assert _opens(sales_point_for, user, point) is own_point
    assert _opens(producer_for, user, make_producer()) is (role == "quantri")
    other = SalesPoint.objects.exclude(pk=point.pk).first()
    assert _opens(sales_point_for, user, other) is (role == "quantri")


def _opens(door, user, organisation) -> bool:
    try:
        return door(user, organisation.pk) == organisation
    except PermissionDenied:
        return False


def test_strangers_and_missing_organisations():
    producer = make_producer()
    with pytest.raises(PermissionDenied):
        producer_for(AnonymousUser(), producer.pk)
    with pytest.raises(Http404):
        producer_for(User.objects.create_user("a@example.com"), 0)


@pytest.mark.parametrize(
    ("moment", "is_member"),
    [
        (datetime.datetime(2026, 3, 1, 23, 59, 59, tzinfo=HANOI), False),
        (datetime.datetime(2026, 3, 2, 0, 0, 1, tzinfo=HANOI), True),
        (datetime.datetime(2026, 3, 9, 23, 59, 59, tzinfo=HANOI), True),
        (datetime.datetime(2026, 3, 10, 0, 0, 1, tzinfo=HANOI), False),
    ],
)
def test_a_membership_counts_from_its_first_to_its_last_day(moment, is_member):
    user = User.objects.create_user("a@example.com")
    days = {"since": datetime.date(2026, 3, 2), "until": datetime.date(2026, 3, 9)}
    producer, point = make_producer(), SalesPoint.objects.get(name=STAFF_OF)
    producer.memberships.create(user=user, **days)
    point.memberships.create(user=user, **days)
    with time_machine.travel(moment):
        assert _opens(producer_for, user, producer) is is_member
        assert _opens(sales_point_for, user, point) is is_member


def test_a_locked_account_opens_nothing():
    producer = make_producer()
    user = User.objects.create_user("a@example.com", is_active=False)
    producer.memberships.create(user=user, since=datetime.date(2020, 1, 1))
    assert not _opens(producer_for, user, producer)


def test_a_refusal_at_an_officers_screen_names_who_gets_in_there():
    administrators = [str(ROLE_LABELS[ADMINISTRATORS])]
    for route in routes():
        rule = rule_for(route)
        if route.pattern.startswith("/theo-doi/can-bo/") and rule:
            is_for_them_alone = (rule.get | rule.post) == matrix.ADMINISTRATORS
            assert (needed_for(route.pattern) == administrators) is is_for_them_alone, route.pattern
