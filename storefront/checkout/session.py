"""What the visitor typed on the way to an order: kept on the server, in the session, until it is placed."""

import dataclasses
import secrets
from collections.abc import Mapping

from storefront.basket.models import Basket
from storefront.tax.secrecy import opened, sealed

from .services import Contact

KEY = "checkout"
_PRIVATE = "invoice_tax_code"
"""May be a personal number: sessions of baskets that were left behind stay in the database for weeks."""


@dataclasses.dataclass
class Checkout:
    """One visitor's checkout. `token` belongs to one basket and is used once: it leads to one order."""

    session: object
    data: dict

    @classmethod
    def of(cls, request) -> "Checkout":
        return cls(request.session, request.session.get(KEY, {}))

    @property
    def contact(self) -> Contact | None:
        stored = self.data.get("contact")
        return Contact(**{**stored, _PRIVATE: opened(stored.get(_PRIVATE, ""))}) if stored else None

    @property
    def is_for_address_book(self) -> bool:
        """Whether the address is to be kept in the address book once it was ordered to."""
        return bool(self.data.get("keep"))

    def keep_contact(self, contact: Contact, *, for_address_book: bool = False) -> None:
        stored = dataclasses.asdict(contact)
        self._store(contact={**stored, _PRIVATE: sealed(stored[_PRIVATE])}, keep=for_address_book)

    @property
    def pickups(self) -> dict[int, int]:
        """Seller id → id of the place that was chosen to fetch his parcel."""
        return {int(seller): offer for seller, offer in self.data.get("pickups", {}).items()}

    def keep_pickups(self, pickups: Mapping[int, int]) -> None:
        self._store(pickups={str(seller): offer for seller, offer in pickups.items()})

    def token_for(self, basket: Basket) -> str:
        """The token to send with the order of this basket; made once."""
        if self.data.get("basket") != basket.pk:
            self._store(basket=basket.pk, token=secrets.token_urlsafe(16))
        return self.data["token"]

    def basket_of(self, token: str) -> Basket | None:
        """The basket a token was made for, ordered or not."""
        expected = self.data.get("token", "")
        if not expected or not secrets.compare_digest(expected.encode(), token.encode()):
            return None
        return Basket.objects.filter(pk=self.data["basket"]).first()

    def forget_contact(self) -> None:
        """After the order name and address are not needed here; the token stays, for a second click."""
        self._store(contact=None, pickups={}, keep=False)

    def _store(self, **values) -> None:
        self.data = {**self.data, **values}
        self.session[KEY] = self.data
