"""The address book of the demo's buyer. Nobody lives there; the number is the site's example of one."""

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from storefront.accounts.models import User
from storefront.checkout.address_book import addresses_of, save_address
from storefront.checkout.services import Contact

NOTE = "Địa chỉ minh họa, không có thật."
DEMO_ADDRESSES = (
    ("Khách Minh Họa", "+84912345678", "Số 1, buôn minh họa", "Xã Ea Na", "Đắk Lắk"),
    ("Cơ quan của khách minh họa", "+84912345678", "Số 2, đường minh họa", "Phường Tân Lập", "Đắk Lắk"),
)


def load_demo_addresses(*, buyer_email: str) -> int:
    """Two addresses of this buyer; how many are new. Nothing happens where the account has one already."""
    if not settings.IS_DEMO:
        raise ImproperlyConfigured("illustrative addresses are made in the demo only")
    buyer = User.objects.get(email=buyer_email)
    if addresses_of(buyer).exists():
        return 0
    for name, phone, street, commune, province in DEMO_ADDRESSES:
        contact = Contact(
            name=name, phone=phone, email="", street=street, commune=commune, province=province, note=NOTE
        )
        save_address(user=buyer, contact=contact)
    return len(DEMO_ADDRESSES)
