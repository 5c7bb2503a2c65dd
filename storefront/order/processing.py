from oscar.apps.order import processing
from oscar.apps.payment.exceptions import PaymentError

from storefront.partner.services import InsufficientStock

from .services import InvalidOrderStatus, change_order_status


class StatusRefused(PaymentError):
    """The one refusal that all of the dashboard's screens show in words."""


class EventHandler(processing.EventHandler):
    """The dashboard's way to change an order: through our own service, which also moves the stock."""

    def handle_order_status_change(self, order, new_status, note_msg=None):
        try:
            change_order_status(order=order, status=new_status, by=self.user)
        except InsufficientStock as refusal:
            raise StatusRefused(refusal.message) from refusal
        except InvalidOrderStatus as refusal:
            raise StatusRefused(refusal) from refusal
        order.refresh_from_db()
        if note_msg:
            self.create_note(order, note_msg)
