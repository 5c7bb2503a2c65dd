from oscar.apps.order import processing
from oscar.apps.payment.exceptions import PaymentError

from storefront.partner.services import InsufficientStock

from .models import ParcelState
from .services.parcels import ParcelRefused, move_order


class StatusRefused(PaymentError):
    """The one refusal that all of the dashboard's screens show in words."""


class EventHandler(processing.EventHandler):
    """The dashboard's way to change an order: through our own service, which moves its parcels and their stock."""

    def handle_order_status_change(self, order, new_status, note_msg=None):
        try:
            move_order(order=order, state=ParcelState(new_status), by=self.user)
        except (InsufficientStock, ParcelRefused) as refusal:
            raise StatusRefused(refusal.message) from refusal
        order.refresh_from_db()
        if note_msg:
            self.create_note(order, note_msg)
