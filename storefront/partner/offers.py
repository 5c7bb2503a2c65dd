"""A producer's own offers: price, stock and net content of many products changed at once, or not at all."""

import dataclasses
import hashlib
from collections.abc import Iterable

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from catalogue.history import acting
from catalogue.producers.models import Producer
from catalogue.products.models import Product
from catalogue.users import User

from .models import Partner, StockRecord

MAX_PRICE, MAX_UNITS, MAX_NET_CONTENT = 1_000_000_000, 1_000_000, 60


@dataclasses.dataclass(frozen=True)
class OfferEdit:
    """What is to be of one product: price in đồng, None where it is not sold online; units on hand.

    `is_stopped`: not sold for now, whatever the price. `seen` is the `version_of` its offer when the person saw it,
    blank where it had none.
    """

    product_id: int
    price: int | None
    units: int
    net_content: str = ""
    is_stopped: bool = False
    seen: str = ""


class OffersRefused(Exception):
    """Nothing was changed. `faults`: product id → field of `OfferEdit` → what to do."""

    def __init__(self, faults: dict[int, dict[str, str]]):
        super().__init__(str(faults))
        self.faults = faults


def version_of(record: StockRecord | None) -> str:
    """A mark that changes with price, units on hand, net content, and with stopping it."""
    if record is None:
        return ""
    facts = (record.price and int(record.price), record.num_in_stock, record.net_content, record.is_stopped)
    return hashlib.sha256(repr(facts).encode()).hexdigest()[:16]


def products_to_offer(producer: Producer) -> QuerySet[Product]:
    """Public products of the producer and their variants; of a product with variants only these are sold."""
    variants = Product.objects.filter(parent=OuterRef("pk"), is_public=True)
    own = Product.objects.filter(Q(producer=producer) | Q(parent__producer=producer), is_public=True)
    return own.filter(~Exists(variants)).order_by("title", "pk")


@transaction.atomic
def edit_offers(*, producer: Producer, edits: Iterable[OfferEdit], by: User) -> int:
    """Change these offers of the producer and make those that are missing; how many are other than before.

    OffersRefused names every fault of every offer: a count below what is promised to orders, a value out of bounds,
    an offer that somebody else has changed since it was seen, a product that is not the producer's.
    """
    edits = {edit.product_id: edit for edit in edits}
    seller = _locked_seller(producer)
    products = {product.pk: product for product in products_to_offer(producer).filter(pk__in=edits)}
    own = StockRecord.objects.select_for_update(of=("self",)).filter(partner=seller, product__in=edits)
    records = {record.product_id: record for record in own.order_by("pk")}
    faults = {pk: fault for pk, edit in edits.items() if (fault := _fault(edit, records.get(pk), pk in products))}
    if faults:
        raise OffersRefused(faults)
    changed = 0
    with acting(by):
        for pk in sorted(edits):
            changed += _save(edits[pk], records.get(pk), products[pk], seller)
    return changed


def _locked_seller(producer: Producer) -> Partner:
    """One at a time changes the offers of a seller. The first offer makes the seller."""
    seller, _is_new = Partner.objects.get_or_create(producer=producer, defaults={"name": producer.name[:128]})
    return Partner.objects.select_for_update().get(pk=seller.pk)


def _fault(edit: OfferEdit, record: StockRecord | None, is_own: bool) -> dict[str, str]:
    if not is_own:
        return {"": _("This product cannot be offered here.")}
    if edit.seen != version_of(record):
        return {"": _("Somebody else, or an order, has changed this offer meanwhile. Please look at it once more.")}
    return fault_of(edit, record)


def fault_of(edit: OfferEdit, record: StockRecord | None) -> dict[str, str]:
    """Field of `OfferEdit` → why its value cannot be, beside the offer as it is now; nothing where all is right."""
    fault = {}
    if edit.price is not None and not 0 < edit.price <= MAX_PRICE:
        fault["price"] = _("Please enter a price between 1 and 1,000,000,000 đồng, or leave it empty.")
    promised = (record.num_allocated or 0) + record.num_held if record else 0
    if not 0 <= edit.units <= MAX_UNITS:
        fault["units"] = _("Please enter a number from 0 to 1,000,000.")
    elif edit.units < promised and edit.units != (record.num_in_stock or 0):
        values = {"promised": promised}
        fault["units"] = _("%(promised)s units are promised to orders: there cannot be fewer.") % values
    if len(edit.net_content) > MAX_NET_CONTENT:
        fault["net_content"] = _("Please shorten it to 60 letters.")
    return fault


def _save(edit: OfferEdit, record: StockRecord | None, product: Product, seller: Partner) -> bool:
    net_content = "" if product.packaging else edit.net_content.strip()
    if record is None:
        if edit.price is None and not edit.units:
            return False
        StockRecord.objects.create(
            product=product,
            partner=seller,
            partner_sku=f"{product.code or 'sp'}-{product.pk}",
            price=edit.price,
            num_in_stock=edit.units,
            net_content=net_content,
            is_stopped=edit.is_stopped,
            is_illustrative=settings.IS_DEMO,
        )
        return True
    values = {
        "price": edit.price,
        "num_in_stock": edit.units,
        "net_content": net_content,
        "is_stopped": edit.is_stopped,
    }
    if product.packaging:
        values.pop("net_content")
    before = {"price": None if record.price is None else int(record.price), "num_in_stock": record.num_in_stock}
    before |= {"net_content": record.net_content, "is_stopped": record.is_stopped}
    if all(before[name] == value for name, value in values.items()):
        return False
    for name, value in values.items():
        setattr(record, name, value)
    record.save(update_fields=[*values, "date_updated"])
    return True
