"""Prices and stock of many products from one table: what it would change, and every fault with line and column."""

import dataclasses
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence

from django.utils.translation import gettext as _

from catalogue.producers.models import Producer
from catalogue.products.models import Product
from catalogue.text import fold
from storefront.tables.faults import Fault, Unreadable
from storefront.tables.files import Table, tables
from storefront.tables.values import Cell, dong

from .models import StockRecord
from .offers import OfferEdit, fault_of, products_to_offer, version_of

COLUMNS = {
    "number": ("Số sản phẩm", "Product number"),
    "name": ("Tên sản phẩm", "Product"),
    "price": ("Giá bán (đồng)", "Price (đồng)"),
    "units": ("Số lượng trong kho", "Units on hand"),
    "net_content": ("Khối lượng tịnh", "Net content"),
}
"""Headings of the template, in both languages; the first cells of a table say which column is which."""
MAX_ROWS = 10_000
HEADING_ROWS = 10
"""Lines in which headings are looked for."""
_KNOWN = {fold(name): column for column, names in COLUMNS.items() for name in names} | {
    "gia ban": "price", "gia": "price", "price": "price", "so luong": "units", "ton kho": "units", "stock": "units",
    "ma so": "number", "so san pham": "number", "ten": "name",
}  # fmt: skip


@dataclasses.dataclass(frozen=True)
class Change:
    """What one line says of one product, beside what holds now."""

    line: int
    product: Product
    record: StockRecord | None
    edit: OfferEdit

    @property
    def is_other(self) -> bool:
        """Whether anything would be other than it is."""
        if self.record is None:
            return self.edit.price is not None or self.edit.units > 0
        now = (None if self.record.price is None else int(self.record.price), self.record.num_in_stock)
        content = self.record.net_content if not self.product.packaging else self.edit.net_content
        return (self.edit.price, self.edit.units, self.edit.net_content) != (*now, content)


@dataclasses.dataclass
class SheetReading:
    """What was read. `source` says how (encoding and separator, or the sheet of a workbook)."""

    source: str = ""
    changes: list[Change] = dataclasses.field(default_factory=list)
    faults: list[Fault] = dataclasses.field(default_factory=list)

    @property
    def others(self) -> list[Change]:
        """Lines that would change something."""
        return [change for change in self.changes if change.is_other]

    @property
    def version(self) -> str:
        """Another one as soon as an offer that would change is changed by somebody else."""
        seen = [(change.product.pk, change.edit.seen) for change in self.others]
        return hashlib.sha256(repr(seen).encode()).hexdigest()[:16]


def template_rows(producer: Producer) -> Iterator[Sequence[object]]:
    """The producer's offers as they are now, under the headings of this reader."""
    yield [names[0] for names in COLUMNS.values()]
    products = list(products_to_offer(producer))
    records = _records(producer, products)
    for product in products:
        record = records.get(product.pk)
        price = int(record.price) if record and record.price is not None else None
        content = product.packaging or (record.net_content if record else "")
        yield [product.pk, product.title, price, record.num_in_stock if record else 0, content]


def read_sheet(name: str, raw: bytes, *, producer: Producer) -> SheetReading:
    """What a file would change of the offers of this producer. Nothing is written. Three queries."""
    reading = SheetReading()
    try:
        table, header, first = _best(tables(raw))
    except Unreadable as error:
        reading.faults.append(Fault(name, 0, "", str(error)))
        return reading
    reading.source = table.source
    reading.faults += [Fault(name, line, "", reason) for line, reason in table.broken]
    products = {product.pk: product for product in products_to_offer(producer)}
    records = _records(producer, products.values())
    lines = list(zip(table.lines, table.rows, strict=False))[first + 1 :]
    if len(lines) > MAX_ROWS:
        reading.faults.append(Fault(name, 0, "", _("The file has more than 10,000 lines. Export less of it.")))
        return reading
    seen: dict[int, int] = {}
    for line, row in lines:
        cells = {column: row[place] if place < len(row) else None for column, place in header.items()}
        if not any(str(cell or "").strip() for cell in cells.values()):
            continue
        faults, change = _read_line(line, cells, products, records)
        if change and change.product.pk in seen:
            reason = _("This product stands in line %(line)s already.") % {"line": seen[change.product.pk]}
            faults, change = {"number": reason}, None
        reading.faults += [Fault(name, line, COLUMNS[column][0], reason) for column, reason in faults.items()]
        if change:
            seen[change.product.pk] = line
            reading.changes.append(change)
    return reading


def _best(candidates: Iterable[Table]) -> tuple[Table, dict[str, int], int]:
    """The first way to read the file that has the headings, where its columns are, and the row of the headings."""
    for table in candidates:
        for number, row in enumerate(table.rows[:HEADING_ROWS]):
            header = {}
            for place, cell in enumerate(row):
                column = _KNOWN.get(fold(str(cell or "")).strip())
                if column and column not in header:
                    header[column] = place
            if {"number", "price", "units"} <= header.keys():
                return table, header, number
    raise Unreadable(
        _("The headings “Số sản phẩm”, “Giá bán (đồng)” and “Số lượng trong kho” are missing. Start from our table.")
    )


def _read_line(
    line: int, cells: Mapping[str, Cell], products: Mapping[int, Product], records: Mapping[int, StockRecord]
) -> tuple[dict[str, str], Change | None]:
    faults: dict[str, str] = {}
    numbers: dict[str, int | None] = {}
    for column in ("number", "price", "units"):
        try:
            numbers[column] = dong(cells[column])
        except Unreadable as error:
            faults[column] = str(error)
    if "number" not in faults and numbers["number"] not in products:
        faults["number"] = _("None of your products has this number. Start from our table, which holds the numbers.")
    if "units" not in faults and numbers["units"] is None:
        faults["units"] = _("Please enter how many are there, 0 for none.")
    if faults:
        return faults, None
    product = products[numbers["number"] or 0]
    record = records.get(product.pk)
    content = record.net_content if record else ""
    if "net_content" in cells and not product.packaging:
        content = _plain(cells["net_content"])
    is_stopped = bool(record and record.is_stopped)  # a table says nothing of it
    edit = OfferEdit(product.pk, numbers["price"], numbers["units"] or 0, content, is_stopped, version_of(record))
    faults = fault_of(edit, record)
    return faults, None if faults else Change(line, product, record, edit)


def _plain(cell: Cell) -> str:
    """A text without the apostrophe that our own tables put before what looks like a formula."""
    return str(cell or "").strip().removeprefix("'")


def _records(producer: Producer, products: Iterable[Product]) -> dict[int, StockRecord]:
    own = StockRecord.objects.filter(partner__producer=producer, product__in=[product.pk for product in products])
    return {record.product_id: record for record in own}
