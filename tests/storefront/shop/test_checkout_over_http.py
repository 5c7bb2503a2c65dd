"""A crowd at the button, against the web process as it runs in production (`make drill-abuse` sends 200 buyers)."""

import threading

from django.db import connection, transaction

from deploy.drills.buyers import Buyer, members
from deploy.drills.checkout import race
from storefront.basket.models import Basket
from storefront.order.models import Order
from tests.storefront.web_process import kill, web_process
from tests.waiting import wait_until

from .offers import make_offer

BUYERS, UNITS = 16, 7


def test_the_last_units_are_sold_once_each_and_a_kill_in_the_middle_costs_no_order(committed_db, tmp_path):
    offer = make_offer(units=BUYERS + 1)
    with web_process(tmp_path / "log") as (url, process):
        slow = Buyer(url, members(1)[0])
        slow.prepare(offer.product_id)
        _what, figure, held = race(url, offer, buyers=BUYERS, units=UNITS)
        assert held, figure
        type(offer).objects.filter(pk=offer.pk).update(num_in_stock=UNITS + 1)
        _kill_while_it_orders(slow, process)
        assert Order.objects.count() == UNITS
    with web_process(tmp_path / "log") as (url, _process):
        again = slow.twin(url)
        status, address = again.order()
        assert status == 302 and "/don-hang/" in address
        assert slow.twin(url).order() == (status, address)
    assert Order.objects.count() == UNITS + 1


def _kill_while_it_orders(buyer: Buyer, process) -> None:
    """The order waits for its basket, which we hold, when the process dies."""
    with transaction.atomic():
        list(Basket.objects.select_for_update().order_by("pk"))
        threading.Thread(target=buyer.order).start()
        wait_until(_somebody_waits)
        kill(process)


def _somebody_waits() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
        return bool(cursor.fetchone()[0])
