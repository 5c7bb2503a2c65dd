"""What can happen to a parcel, by name, for tests that try any sequence of it."""

from storefront.order.models import Order, Parcel
from storefront.order.services import parcels as moves
from storefront.partner.models import StockRecord


def parcel_of(order: Order, offer: StockRecord) -> Parcel:
    return order.parcels.get(partner=offer.partner)


def act(parcel: Parcel, step: str, units: int) -> None:
    """One thing that can happen to a parcel; `units` are taken off its first line where some are."""
    line = parcel.lines.first()
    some = {"quantities": {line.pk: units}, "reason": "Vỡ"}
    common = {"parcel": parcel, "by": None}
    {
        "confirm": lambda: moves.confirm_parcel(**common),
        "pack": lambda: moves.pack_parcel(**common),
        "ship": lambda: moves.ship_parcel(**common),
        "deliver": lambda: moves.deliver_parcel(**common),
        "cancel": lambda: moves.cancel_parcel(**common, reason="Hết hàng"),
        "fewer": lambda: moves.reduce_parcel(**common, **some),
        "refuse": lambda: moves.refuse_units(**common, **some, is_restocked=bool(units % 2)),
        "send back": lambda: moves.send_back_parcel(**common, reason="Không có nhà"),
        "take back": lambda: moves.take_back_parcel(**common, reason="Không có nhà", is_restocked=bool(units % 2)),
    }[step]()


STEPS = ("confirm", "pack", "ship", "deliver", "cancel", "fewer", "refuse", "send back", "take back")
