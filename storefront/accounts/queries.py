"""What an account's own page shows."""

import dataclasses

from storefront.order.models import Order
from storefront.order.queries import order_address, status_label, with_calls

from .roles import ROLE_LABELS
from .second_factor import must_have_second_factor

ORDERS_SHOWN = 20


@dataclasses.dataclass(frozen=True)
class OwnOrder:
    order: Order
    address: str
    status: str


def account_page(user) -> dict:
    """Roles, organisations, latest orders and the offices this person may enter."""
    names = set(user.groups.values_list("name", flat=True))
    orders = with_calls(Order.objects.filter(user=user)).order_by("-date_placed")[:ORDERS_SHOWN]
    return {
        "roles": [label for name, label in ROLE_LABELS.items() if name in names],
        "producers": [
            membership.producer
            for membership in user.producer_memberships.today().select_related("producer").order_by("pk")
        ],
        "sales_points": [
            membership.sales_point
            for membership in user.sales_point_memberships.today().select_related("sales_point").order_by("pk")
        ],
        "orders": [OwnOrder(order, order_address(order), status_label(order)) for order in orders],
        "may_edit_pages": user.has_perm("wagtailadmin.access_admin"),
        "may_enter_shop_office": user.is_staff and user.has_perm("shop.enter_office"),
        "may_enter_register": user.is_staff,
        "may_recall": user.has_perm("traceability.manage_recalls"),
        "may_reset_second_factors": user.has_perm("accounts.reset_second_factor"),
        "must_have_second_factor": must_have_second_factor(user),
        "may_read_searches": user.has_perm("search_usage.read_report"),
    }
