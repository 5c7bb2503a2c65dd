"""Who may act for a sales point, as a predicate."""

import rules

from storefront.accounts.rules import is_administrator

from .models import SalesPoint


@rules.predicate
def works_at_sales_point(user, sales_point: SalesPoint) -> bool:
    """On the staff of the sales point today."""
    return sales_point is not None and user.sales_point_memberships.today().filter(sales_point=sales_point).exists()


rules.add_perm("salespoints.act_for", rules.is_active & (is_administrator | works_at_sales_point))
