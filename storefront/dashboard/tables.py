"""Tables of the shop office."""

from django.core.exceptions import FieldError
from oscar.apps.dashboard import tables


class DashboardTable(tables.DashboardTable):
    """Stays in its usual order where it is asked to sort by a column that holds buttons, boxes or a computed text."""

    @property
    def order_by(self):
        return tables.DashboardTable.order_by.fget(self)

    @order_by.setter
    def order_by(self, value):
        try:
            tables.DashboardTable.order_by.fset(self, value)
        except FieldError:
            tables.DashboardTable.order_by.fset(self, ())
