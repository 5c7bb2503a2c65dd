"""The address book of an account: addresses for the next orders. What an order says stays its own."""

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from catalogue.errors import Refusal
from catalogue.users import User
from storefront.address.models import UserAddress

from .services import Contact, address_fields

MAX_ADDRESSES = 20


class AddressRefused(Refusal):
    """The address book stays as it was; `message` says why."""


def addresses_of(user: User) -> QuerySet[UserAddress]:
    """The own addresses, the usual one first, then the newest."""
    return UserAddress.objects.filter(user=user)


def contact_of(address: UserAddress, *, email: str = "") -> Contact:
    """What the checkout asks for, as the address says it; `email` is the account's."""
    return Contact(
        name=address.name,
        phone=address.phone_number.as_e164 if address.phone_number else "",
        email=email,
        street=address.line1,
        commune=address.line4,
        province=address.state,
        note=address.notes,
        as_typed=address.line3,
    )


@transaction.atomic
def save_address(*, user: User, contact: Contact) -> UserAddress:
    """Keep an address; the first one is the usual one. One that is there already gets this phone number and note.

    AddressRefused for more than `MAX_ADDRESSES`.
    """
    _lock(user)
    address = UserAddress(user=user, **address_fields(contact))
    same = addresses_of(user).filter(hash=address.generate_hash()).first()
    if same:
        return _write(same, contact)
    count = addresses_of(user).count()
    if count >= MAX_ADDRESSES:
        raise AddressRefused(
            _("Your address book is full: %(n)s addresses. Please delete one first.") % {"n": MAX_ADDRESSES}
        )
    address.is_default_for_shipping = not count
    address.save()
    return address


@transaction.atomic
def change_address(*, address: UserAddress, contact: Contact) -> UserAddress:
    """AddressRefused where it would say what another one says, and where it was deleted meanwhile."""
    _lock(address.user)
    own = addresses_of(address.user)
    locked = own.filter(pk=address.pk).first()
    if locked is None:
        raise AddressRefused(_("This address was deleted meanwhile."))
    wanted = UserAddress(user=address.user, **address_fields(contact))
    if own.filter(hash=wanted.generate_hash()).exclude(pk=locked.pk).exists():
        raise AddressRefused(_("This address is in your address book already."))
    return _write(locked, contact)


@transaction.atomic
def make_usual(*, user: User, address_id: int) -> None:
    """Fill the checkout with this address. One that is gone, or not the person's, changes nothing."""
    _lock(user)
    address = addresses_of(user).filter(pk=address_id).first()
    if address and not address.is_default_for_shipping:
        address.is_default_for_shipping = True
        address.save()  # takes it from the former one


@transaction.atomic
def delete_address(*, user: User, address_id: int) -> None:
    """Orders keep what they say. After the usual one the newest is the usual one. A second click changes nothing."""
    _lock(user)
    address = addresses_of(user).filter(pk=address_id).first()
    if address is None:
        return
    address.delete()
    newest = addresses_of(user).first()
    if address.is_default_for_shipping and newest:
        newest.is_default_for_shipping = True
        newest.save()


def _lock(user: User) -> None:
    """One change of an address book at a time."""
    get_user_model().objects.select_for_update().get(pk=user.pk)


def _write(address: UserAddress, contact: Contact) -> UserAddress:
    for name, value in address_fields(contact).items():
        setattr(address, name, value)
    address.save()
    return address
