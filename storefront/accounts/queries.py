"""What an account's own page shows."""

import dataclasses

from storefront.notifications.queries import unread_number
from storefront.order.models import Order
from storefront.order.queries import order_address, status_label, with_calls

from .roles import ROLE_LABELS
from .second_factor import must_have_second_factor
from .workplaces import workplaces

ORDERS_SHOWN = 20


@dataclasses.dataclass(frozen=True)
class OwnOrder:
    order: Order
    address: str
    status: str


def role_names(user) -> list:
    """The roles of an account, in words. One query."""
    names = set(user.groups.values_list("name", flat=True))
    return [label for name, label in ROLE_LABELS.items() if name in names]


def account_page(user) -> dict:
    """Roles, organisations, latest orders and the offices this person may enter."""
    orders = with_calls(Order.objects.filter(user=user)).order_by("-date_placed")[:ORDERS_SHOWN]
    return {
        **workplaces(user),
        "roles": role_names(user),
        "producers": [
            membership.producer
            for membership in user.producer_memberships.today().select_related("producer").order_by("pk")
        ],
        "sales_points": [
            membership.sales_point
            for membership in user.sales_point_memberships.today().select_related("sales_point").order_by("pk")
        ],
        "orders": [OwnOrder(order, order_address(order), status_label(order)) for order in orders],
        "unread": unread_number(user),
        "must_have_second_factor": must_have_second_factor(user),
    }
