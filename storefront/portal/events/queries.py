"""What the next entry of a producer begins with."""

from catalogue.traceability.models import Event, Lot


def last_said(lot: Lot) -> dict:
    """Place, who and unit of the newest event of the lot, or of the producer: what the next one begins with."""
    events = Event.objects.filter(is_void=False, corrected_by=None)
    newest = (
        events.filter(lot=lot).order_by("-recorded_at").first()
        or events.filter(lot__product__producer=lot.product.producer_id).order_by("-recorded_at").first()
    )
    if newest is None:
        return {
            "quantity_unit": lot.quantity_unit,
            "actor": lot.product.producer.name if lot.product.producer else "",
        }
    return {"place": newest.place_id, "actor": newest.actor, "quantity_unit": newest.quantity_unit}
