"""Places, lots and what goes into them."""

import datetime
import re
import secrets
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from catalogue.base32 import encode
from catalogue.geography.models import AdminUnit
from catalogue.history import acting
from catalogue.producers.models import Producer
from catalogue.products.models import Product
from catalogue.traceability.errors import TraceRefused
from catalogue.traceability.gs1.contents import has_check_digit
from catalogue.traceability.models import Lot, LotInput, Place, PlaceKind, ProductGtin, QuantityUnit
from catalogue.traceability.models.lots import LOT_PATTERN
from catalogue.users import User

PLACE_CODE_LENGTH = 8
ROWS_AT_ONCE = 500
"""In one statement, where many are written."""
OLDEST_YEARS = 30
"""Longer ago no lot of today's producers was made; a year typed wrong is."""
LONGEST_LIFE_YEARS = 30
LOT_FIELDS = ("code", "quantity", "quantity_unit", "produced_on", "packed_on", "expires_on", "test_report")


@transaction.atomic
def create_place(
    *,
    producer: Producer,
    kind: PlaceKind,
    name: str,
    unit: AdminUnit | None = None,
    gln: str = "",
    latitude: Decimal | None = None,
    longitude: Decimal | None = None,
    area_ha: Decimal | None = None,
    by: User | None = None,
    is_illustrative: bool = False,
) -> Place:
    """A place of a producer, with a code of our own."""
    name, gln = name.strip(), gln.strip()
    facts: dict[str, Any] = {
        "producer": producer, "kind": kind, "name": name, "unit": unit, "gln": gln, "latitude": latitude,
        "longitude": longitude, "area_ha": area_ha,
    }  # fmt: skip
    if gln and not (len(gln) == 13 and has_check_digit(gln)):
        raise TraceRefused(_("This is not a GLN: 13 digits, the last of which checks the others."), field="gln")
    if Place.objects.filter(producer=producer, name=name).exists():
        raise TraceRefused(_("You have a place of this name already."), field="name")
    if gln and Place.objects.filter(gln=gln).exists():
        raise TraceRefused(_("This GLN is that of another place."), field="gln")
    if (latitude is None) != (longitude is None):
        raise TraceRefused(_("A point needs latitude and longitude."), field="longitude")
    code = encode(secrets.randbits(5 * PLACE_CODE_LENGTH), length=PLACE_CODE_LENGTH)
    with acting(by):
        return Place.objects.create(code=code, is_illustrative=is_illustrative, **facts)


def free_lot_code(*, product: Product, day: datetime.date | None = None) -> str:
    """A lot number that is still free: the day, then a count (`L260318`, `L260318-2`)."""
    base = f"L{day or timezone.localdate():%y%m%d}"
    taken = set(Lot.objects.filter(product=product, code__startswith=base).values_list("code", flat=True))
    number, code = 1, base
    while code in taken:
        number += 1
        code = f"{base}-{number}"
    return code


@transaction.atomic
def create_lot(
    *,
    product: Product,
    code: str = "",
    quantity: Decimal | None = None,
    quantity_unit: str = QuantityUnit.KG,
    produced_on: datetime.date | None = None,
    packed_on: datetime.date | None = None,
    expires_on: datetime.date | None = None,
    test_report: str = "",
    by: User | None = None,
    is_illustrative: bool = False,
) -> Lot:
    """A new lot; without a number its day names it."""
    facts: dict[str, Any] = {
        "product": product, "quantity": quantity, "quantity_unit": quantity_unit, "produced_on": produced_on,
        "packed_on": packed_on, "expires_on": expires_on, "test_report": test_report.strip(),
    }  # fmt: skip
    code = code.strip() or free_lot_code(product=product, day=produced_on or packed_on)
    lot = Lot(code=code, created_by=by, is_illustrative=is_illustrative, **facts)
    return _save(lot, by=by)


@transaction.atomic
def update_lot(*, lot: Lot, by: User | None = None, **fields: Any) -> Lot:
    """Other facts of a lot; what stood there before stays in the history."""
    locked = Lot.objects.select_for_update().get(pk=lot.pk)
    if unknown := set(fields) - set(LOT_FIELDS):
        raise TypeError(f"not fields of a lot: {sorted(unknown)}")
    if fields.get("code", locked.code) != locked.code and locked.stamp_batches.exists():
        raise TraceRefused(_("The number of a lot that has stamps cannot be changed."), field="code")
    for name, value in fields.items():
        setattr(locked, name, value)
    saved = _save(locked, by=by)
    lot.refresh_from_db()
    return saved


@transaction.atomic
def ensure_lots(*, keys: Iterable[tuple[int, str]], by: User | None = None) -> dict[tuple[int, str], Lot]:
    """Lots by product and number, read with their products; one heard of for the first time is made.

    Rows are made in the order of their keys, so that two that make the same lots wait for each other and never
    in a circle. Two queries, and one for each ROWS_AT_ONCE new lots.
    """
    wanted = set(keys)
    products = Product.objects.in_bulk({key[0] for key in wanted})
    lots = _lots_of(wanted, products)
    missing = sorted(wanted - lots.keys())
    for _product, code in missing:
        _check_code(code)
    new = [Lot(product=products[product], code=code, created_by=by) for product, code in missing]
    try:
        with transaction.atomic(), acting(by):
            Lot.objects.bulk_create(new, batch_size=ROWS_AT_ONCE)
    except IntegrityError as error:
        if "lot_code_once" not in str(error):
            raise
        with acting(by):  # somebody else has made one of them meanwhile: that one stands
            Lot.objects.bulk_create(new, batch_size=ROWS_AT_ONCE, ignore_conflicts=True)
        return _lots_of(wanted, products)
    return lots | {(lot.product_id, lot.code): lot for lot in new}


def _lots_of(keys: set[tuple[int, str]], products: dict[int, Product]) -> dict[tuple[int, str], Lot]:
    lots = {}
    codes = {key[1] for key in keys}
    for lot in Lot.objects.filter(product__in=products, code__in=codes) if keys else ():
        if (key := (lot.product_id, lot.code)) in keys:
            lot.product, lots[key] = products[lot.product_id], lot
    return lots


def _check_code(code: str) -> None:
    if not re.fullmatch(LOT_PATTERN, code):
        raise TraceRefused(
            _("A lot number has at most 20 letters without marks, digits and signs, and no spaces."), field="code"
        )


def _check_days(lot: Lot) -> None:
    today = timezone.localdate()
    for field in ("produced_on", "packed_on", "expires_on"):
        day = getattr(lot, field)
        if day and day.year < today.year - OLDEST_YEARS:
            raise TraceRefused(_("This day lies too far back. Please check the year."), field=field)
        if day and field != "expires_on" and day > today:
            raise TraceRefused(_("This day lies in the future. Please check it."), field=field)
    if lot.expires_on and lot.expires_on.year > today.year + LONGEST_LIFE_YEARS:
        raise TraceRefused(_("This day lies too far ahead. Please check the year."), field="expires_on")
    if lot.expires_on and lot.produced_on and lot.expires_on < lot.produced_on:
        raise TraceRefused(_("It cannot expire before it was made."), field="expires_on")
    if lot.expires_on and lot.packed_on and lot.expires_on < lot.packed_on:
        raise TraceRefused(_("It cannot expire before it was packed."), field="expires_on")
    if lot.packed_on and lot.produced_on and lot.packed_on < lot.produced_on:
        raise TraceRefused(_("It cannot be packed before it was made."), field="packed_on")


def _save(lot: Lot, *, by: User | None) -> Lot:
    _check_code(lot.code)
    _check_days(lot)
    if lot.quantity is not None and lot.quantity <= 0:
        raise TraceRefused(_("The quantity must be more than nothing."), field="quantity")
    try:
        with transaction.atomic(), acting(by):
            lot.save()
    except IntegrityError as error:
        if "lot_code_once" in str(error):
            raise TraceRefused(_("This product has a lot of this number already."), field="code") from error
        raise
    return lot


@transaction.atomic
def add_input(
    *,
    lot: Lot,
    source_lot: Lot | None = None,
    place: Place | None = None,
    material: str = "",
    quantity: Decimal | None = None,
    quantity_unit: str = QuantityUnit.KG,
    by: User | None = None,
) -> LotInput:
    """Something that went into a lot: another lot, or a raw material (of a place); sent again, it is the first one.
    Refuses a circle."""
    material = material.strip()
    facts: dict[str, Any] = {
        "lot": lot, "source_lot": source_lot, "place": place, "material": material, "quantity": quantity,
        "quantity_unit": quantity_unit,
    }  # fmt: skip
    if source_lot is None and not material:
        raise TraceRefused(_("Name the raw material, or choose a lot."), field="material")
    if quantity is not None and quantity <= 0:
        raise TraceRefused(_("The quantity must be more than nothing."), field="quantity")
    if source_lot is not None and source_lot.pk == lot.pk:
        raise TraceRefused(_("A lot cannot go into itself."), field="source_lot")
    if place is not None and lot.product.producer_id and place.producer_id != lot.product.producer_id:
        raise TraceRefused(_("This place is of another producer."), field="place")
    try:
        with transaction.atomic(), acting(by):
            return LotInput.objects.create(**facts)
    except IntegrityError as error:
        if "into itself" in str(error):
            raise TraceRefused(_("This lot is itself made from the other one."), field="source_lot") from error
        if "lot_input_once" in str(error):
            raise TraceRefused(_("This lot stands there already."), field="source_lot") from error
        raise


@transaction.atomic
def remove_input(*, lot: Lot, number: int, by: User | None = None) -> None:
    """Take back what was entered by mistake; the history keeps it."""
    with acting(by):
        LotInput.objects.filter(lot=lot, pk=number).delete()


def check_gtin(*, product: Product, gtin: str, is_illustrative: bool = False) -> str:
    """The GTIN of a product as it is kept, 14 digits, from 8, 12, 13 or 14. TraceRefused says why it cannot be."""
    digits = "".join(gtin.split())
    if len(digits) not in (8, 12, 13, 14) or not has_check_digit(digits):
        raise TraceRefused(
            _("This is not a GTIN: 8, 12, 13 or 14 digits, the last of which checks the others."), field="gtin"
        )
    digits = digits.zfill(14)
    if is_illustrative != digits.startswith("002"):
        raise TraceRefused(_("Only numbers that begin with 020 to 029 are illustrative."), field="gtin")
    if ProductGtin.objects.filter(Q(gtin=digits) & ~Q(product=product)).exists():
        raise TraceRefused(_("This GTIN is that of another product."), field="gtin")
    if product.stamp_batches.exclude(gtin=digits).exclude(state="void").exists():
        raise TraceRefused(_("There are stamps of this product with another number."), field="gtin")
    return digits


@transaction.atomic
def set_gtin(*, product: Product, gtin: str, is_illustrative: bool = False, by: User | None = None) -> ProductGtin:
    """Give a product its GTIN. Illustrative ones are of the range 020-029."""
    digits = check_gtin(product=product, gtin=gtin, is_illustrative=is_illustrative)
    with acting(by):
        row, _created = ProductGtin.objects.update_or_create(
            product=product, defaults={"gtin": digits, "is_illustrative": is_illustrative}
        )
    return row
