"""What a platform withholds from households: for each sale, less what is taken off it later, summed by seller."""

import dataclasses
import datetime
from collections.abc import Iterable, Iterator

from django.utils import timezone
from django.utils.translation import gettext as _

from catalogue.producers.models import ProducerType
from storefront.partner.models import Partner

from .models import SellerTax
from .movements import Movement
from .rates import permille_of, withholding_on

COMPANIES = (ProducerType.COOPERATIVE, ProducerType.COMPANY)


@dataclasses.dataclass(frozen=True)
class Entry:
    """A sale, or what came back of one, in đồng. Taxes are None where nothing is withheld or it is not known.

    The tax of an entry is that of what is left after it less that of what was left before, by the rates of the day of
    the sale: what was withheld and is given back again is the same to the đồng.
    """

    movement: Movement
    vat: int | None
    income: int | None


@dataclasses.dataclass
class Withheld:
    """One seller's month, in đồng. `applies` is None where the kind of seller is not known; taxes are None where
    nothing is withheld, or no rate is known for one of its sales."""

    seller: Partner
    kind: str
    applies: bool | None
    entries: list[Entry] = dataclasses.field(default_factory=list)

    @property
    def tax_code(self) -> str:
        return tax_of(self.seller).tax_code

    @property
    def shown_code(self) -> str:
        return tax_of(self.seller).shown_code

    @property
    def sold(self) -> int:
        return sum(entry.movement.amount for entry in self.entries if not entry.movement.is_correction)

    @property
    def returned(self) -> int:
        return sum(entry.movement.amount for entry in self.entries if entry.movement.is_correction)

    @property
    def base(self) -> int:
        return self.sold + self.returned

    @property
    def vat(self) -> int | None:
        return _sum(entry.vat for entry in self.entries)

    @property
    def income(self) -> int | None:
        return _sum(entry.income for entry in self.entries)


def tax_of(seller: Partner) -> SellerTax:
    """What is known of the seller's taxes; nothing, if it has said nothing."""
    return getattr(seller, "tax", None) or SellerTax()


def _sum(parts: Iterable[int | None]) -> int | None:
    known = list(parts)
    return None if None in known else sum(part for part in known if part is not None)


def withheld(rows: Iterable[Movement]) -> list[Withheld]:
    """By seller, in the order of their names.

    Only households; companies and cooperatives declare themselves. A group without legal form, or a seller of unknown
    kind, stays unknown: somebody has to decide.
    """
    sellers: dict[int, Withheld] = {}
    for row in rows:
        seller = row.parcel.partner
        if seller.pk not in sellers:
            kind = seller.producer.type if seller.producer else ProducerType.UNKNOWN
            applies = {ProducerType.HOUSEHOLD: True, **dict.fromkeys(COMPANIES, False)}.get(kind)
            sellers[seller.pk] = Withheld(seller, str(ProducerType(kind).label), applies)
        own = sellers[seller.pk]
        own.entries.append(_entry(row, is_withheld=bool(own.applies)))
    return sorted(sellers.values(), key=lambda own: own.seller.name)


def _entry(row: Movement, *, is_withheld: bool) -> Entry:
    rates = withholding_on(timezone.localdate(row.sold_at)) if is_withheld else None
    if rates is None:
        return Entry(row, None, None)

    def change(permille: int) -> int:
        return permille_of(row.before + row.amount, permille) - permille_of(row.before, permille)

    return Entry(row, change(rates.vat_permille), change(rates.income_permille))


def withheld_sheets(found: list[Withheld]) -> list[tuple[str, Iterator[list]]]:
    """A workbook: a row for each seller, and one for each sale and correction."""
    return [(_("By seller"), _seller_rows(found)), (_("Sales and corrections"), _entry_rows(found))]


def _seller_rows(found: list[Withheld]) -> Iterator[list]:
    yield [
        _("Seller"), _("Tax code"), _("Kind of seller"), _("Sold (đồng)"), _("Returned (đồng)"), _("Base (đồng)"),
        _("VAT withheld (đồng)"), _("Income tax withheld (đồng)"), _("Note"),
    ]  # fmt: skip
    for own in found:
        yield [
            own.seller.name, own.tax_code, own.kind, own.sold, own.returned, own.base, own.vat, own.income,
            _note(own),
        ]  # fmt: skip


def _entry_rows(found: list[Withheld]) -> Iterator[list]:
    yield [
        _("Seller"), _("Parcel"), _("Sold on"), _("Delivered or returned on"), _("Goods or service"), _("Quantity"),
        _("Base (đồng)"), _("VAT withheld (đồng)"), _("Income tax withheld (đồng)"), _("Note"),
    ]  # fmt: skip
    for own in found:
        for entry in own.entries:
            row = entry.movement
            yield [
                own.seller.name, row.parcel.reference, _day(row.sold_at), _day(row.at), row.title, row.quantity,
                row.amount, entry.vat, entry.income, row.note,
            ]  # fmt: skip


def _note(own: Withheld) -> str:
    if own.applies is False:
        return _("Nothing is withheld")
    return "" if own.vat is not None else _("Not known what is withheld")


def _day(at: datetime.datetime) -> datetime.date:
    return timezone.localdate(at)
