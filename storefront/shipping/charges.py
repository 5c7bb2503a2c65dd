"""What delivery of one parcel costs: the seller's own charge and threshold, else the charge of the site."""

from django.conf import settings

from storefront.partner.models import Partner


def delivery_charge(seller: Partner, goods: int) -> int:
    """Delivery of a parcel with goods of this value, in đồng."""
    if seller.free_delivery_from is not None and goods >= seller.free_delivery_from:
        return 0
    return settings.SHIPPING_FLAT_CHARGE if seller.delivery_charge is None else seller.delivery_charge


def missing_to_free_delivery(seller: Partner, goods: int) -> int:
    """Đồng of goods that make the delivery of this parcel free; 0 where it is free, or never will be."""
    return max((seller.free_delivery_from or 0) - goods, 0) if delivery_charge(seller, goods) else 0


def missing_to_minimum(seller: Partner, goods: int) -> int:
    """Đồng of goods that this seller's least order still wants."""
    return max((seller.minimum_order or 0) - goods, 0)
