"""What happens to an order after it was placed."""

from django.db import transaction
from oscar.apps.order.exceptions import InvalidOrderStatus

from .models import Order

__all__ = ["InvalidOrderStatus", "cancel_order", "change_order_status"]


@transaction.atomic
def change_order_status(*, order: Order, status: str) -> Order:
    """Move an order along `OSCAR_ORDER_STATUS_PIPELINE`; InvalidOrderStatus if it cannot go there from here.

    `cancelled` gives the held units back, `shipped` takes them out of stock. Asking for the status the order
    already has changes nothing.
    """
    order = Order.objects.select_for_update(of=("self",)).get(pk=order.pk)
    if order.status == status:
        return order
    order.set_status(status)
    # One order of rows for everybody, so that two transactions never wait for each other.
    lines = order.lines.filter(stockrecord__isnull=False).order_by("stockrecord_id", "pk")
    for line in lines.select_related("stockrecord__product__product_class"):
        if status == "cancelled":
            line.cancel_allocation(line.num_allocated)
        elif status == "shipped":
            line.consume_allocation(line.num_allocated)
    return order


def cancel_order(*, order: Order) -> Order:
    """Cancel an order and give its units back. InvalidOrderStatus once it was shipped."""
    return change_order_status(order=order, status="cancelled")
