"""More buyers than units press the button at the same moment, each of them twice."""

import os
from collections import Counter

from . import Row
from .buyers import Buyer, all_at_once, clear_away, hot_offer, members

BUYERS, UNITS = 200, 7
PREPARED_AT_ONCE, PRESSED_AT_ONCE = 4, 50


def run(url: str, pid: int) -> list[Row]:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "storefront.settings.demo")
    django.setup()
    offer = hot_offer(units=BUYERS)
    try:
        return [race(url, offer, buyers=BUYERS, units=UNITS)]
    finally:
        clear_away(offer)


def race(url: str, offer, *, buyers: int, units: int) -> Row:
    """All have their review page; then only so many units are left, nobody holds any, and all order twice at once."""
    from storefront.order.models import Order
    from storefront.partner.models import CheckoutHold, StockRecord

    crowd = [Buyer(url, session) for session in members(buyers)]
    all_at_once(lambda buyer: buyer.prepare(offer.product_id), crowd, at_once=PREPARED_AT_ONCE)
    StockRecord.objects.filter(pk=offer.pk).update(num_in_stock=units)
    CheckoutHold.objects.filter(stockrecord=offer).delete()
    pressed = [twin for buyer in crowd for twin in (buyer, buyer.twin())]
    answers = all_at_once(Buyer.order, pressed, at_once=PRESSED_AT_ONCE)
    orders = Order.objects.filter(lines__stockrecord=offer)
    offer = StockRecord.objects.get(pk=offer.pk)
    sold = Counter(orders.values_list("user", flat=True))
    statuses = Counter(status for status, _location in answers)
    figure = f"{len(sold)} orders, {offer.num_allocated} allocated; " + ", ".join(
        f"{count} × {status}" for status, count in sorted(statuses.items())
    )
    held = sold.total() == len(sold) == units == offer.num_allocated and set(statuses) <= {302, 409}
    return f"{buyers} buyers of the last {units} units, each twice", figure, held
