"""Which events a kind of product offers, and which one usually follows."""

import pytest

from catalogue.traceability.lots.event_kinds import next_event, product_kind_of, product_kinds
from tests.catalogue.factories import make_product

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("title", "kind", "name"),
    [
        ("Cà phê bột Ea Tu", "coffee_cocoa", "coffee"), ("Bột ca cao", "coffee_cocoa", "cocoa"),
        ("Hạt macca sấy", "nuts", "macadamia"), ("Hạt điều rang", "nuts", "nuts"),
        ("Mật ong hoa cà phê", "honey", "honey"), ("Bơ 034", "fresh_fruit_veg", "fresh fruit and vegetables"),
        ("Thổ cẩm", "", "other"), ("Gỗ macramé", "", "other"),
    ],
)  # fmt: skip
def test_each_kind_of_product_offers_its_own_events(title, kind, name):
    assert product_kind_of(make_product(title=title, kind=kind)).name == name


def test_the_usual_next_step_follows_the_last_one():
    coffee = make_product(title="Cà phê hạt")
    assert next_event(coffee, set()) == "cultivation"
    assert next_event(coffee, {"harvest", "drying"}) == "roasting"
    assert next_event(coffee, {"shipping"}) is None
    assert all(len(set(kind.events)) == len(kind.events) >= 5 for kind in product_kinds())
