"""Which column is what, from its heading. The package's docstring says where the words are from."""

import dataclasses
from collections.abc import Sequence

from catalogue.text import fold, visible
from storefront.tables.values import Cell, is_value

DATE, DEBIT, CREDIT, AMOUNT = "date", "debit", "credit", "amount"
DIRECTION, BALANCE, DESCRIPTION, REFERENCE = "direction", "balance", "description", "reference"
ROWS_SEARCHED = 60
MAX_HEADING = 80
"""Letters; what is longer is a sentence."""
WORDS = {
    DATE: (
        "ngay giao dich", "transaction date", "tnx date", "ngay gd", "ngay gio giao dich", "thoi gian giao dich",
        "ngay hach toan", "posting date", "ngay phat sinh", "ngay ghi so", "booking date", "ngay hieu luc",
        "effective date", "value date", "ngay thuc hien", "ngay kh thuc hien", "thoi gian", "ngay", "date",
    ),
    DEBIT: (
        "so tien ghi no", "phat sinh no", "ghi no", "so tien rut ra", "rut ra", "tien ra", "no tktt", "chi ra",
        "debit amount", "debit", "withdrawal", "withdrawals",
    ),
    CREDIT: (
        "so tien ghi co", "phat sinh co", "ghi co", "so tien gui vao", "gui vao", "tien vao", "co tktt", "thu vao",
        "credit amount", "credit", "deposit", "deposits",
    ),
    AMOUNT: ("so tien giao dich", "so tien gd", "transaction amount", "gia tri giao dich", "so tien", "amount"),
    DIRECTION: ("ghi no co", "no co", "loai giao dich", "transaction type", "dr cr", "cr dr", "d c", "type"),
    BALANCE: ("so du sau giao dich", "so du cuoi", "so du hien tai", "running balance", "so du", "balance"),
    DESCRIPTION: (
        "noi dung chi tiet", "transactions in detail", "noi dung giao dich", "noi dung chuyen khoan",
        "dien giai chi tiet", "dien giai", "mo ta giao dich", "noi dung", "mo ta", "description", "details",
        "remarks", "narrative", "ghi chu",
    ),
    REFERENCE: (
        "so tham chieu", "ma tham chieu", "reference number", "reference no", "so but toan", "ma giao dich",
        "so giao dich", "so gd", "ma gd", "transaction no", "transaction id", "so ct", "doc no", "so chung tu",
        "reference", "ref no", "ref",
    ),
}  # fmt: skip
"""Folded words for each kind of column, the best first."""
_MARKED = {DEBIT: "nợ", CREDIT: "có"}
"""Too short to be told from `No` without their marks."""
_BOTH_SIDES = ("no co", "dr cr", "cr dr")
"""A column that says which of the two an amount is."""
_NOT_AMOUNTS = ("tai khoan", "account", "ngan hang", "bank", "ten", "name", "phi", "fee")
"""`Tài khoản ghi có` is no amount."""


@dataclasses.dataclass(frozen=True)
class Header:
    """`columns` gives the place of each kind of column; `index` and `last` are the first and last row of headings."""

    index: int
    last: int
    columns: dict[str, int]
    headings: list[str]

    def heading(self, kind: str) -> str:
        """As the file writes it; blank for a kind that the file lacks."""
        return self.headings[self.columns[kind]] if kind in self.columns else ""


def find_header(rows: Sequence[Sequence[Cell]]) -> Header | None:
    """The row with most known headings, or two rows of which the second says the same in English.

    None without a day or without an amount.
    """
    found = []
    for height in (1, 2):
        for index in range(min(len(rows) - height + 1, ROWS_SEARCHED)):
            last = index + height - 1
            headings = _headings(rows[index : last + 1])
            columns = _columns(headings)
            if DATE in columns and columns.keys() & {DEBIT, CREDIT, AMOUNT}:
                found.append(Header(index, last, columns, headings))
    return max(found, key=lambda header: len(header.columns), default=None)  # the first of equals


def _headings(rows: Sequence[Sequence[Cell]]) -> list[str]:
    """Blank where the rows are none of headings: one of two has a single label only, or there are values."""
    if any(map(is_value, rows[-1])) or (len(rows) > 1 and any(sum(map(bool, row)) < 3 for row in rows)):
        return []
    width = max((len(row) for row in rows), default=0)
    texts = []
    for column in range(width):
        parts = [row[column] for row in rows if column < len(row)]
        text = " ".join(" ".join(visible(str(part or "")).split()) for part in parts).strip()
        texts.append(text if len(text) <= MAX_HEADING else "")
    return texts


def _columns(headings: Sequence[str]) -> dict[str, int]:
    folded = [f" {fold(heading)} " for heading in headings]
    columns: dict[str, int] = {}
    for kind in WORDS:
        if kind == AMOUNT and columns.keys() & {DEBIT, CREDIT}:
            continue
        place = _place(kind, headings, folded, taken=set(columns.values()))
        if place is not None:
            columns[kind] = place
    if REFERENCE not in columns and DATE in columns and _rank(REFERENCE, folded[columns[DATE]]) is not None:
        columns[REFERENCE] = columns[DATE]  # Vietcombank: day and document in one cell
    return columns


def _place(kind: str, headings: Sequence[str], folded: Sequence[str], taken: set[int]) -> int | None:
    ranks = []
    for place, (heading, words) in enumerate(zip(headings, folded, strict=True)):
        rank = -1 if heading.lower() == _MARKED.get(kind) else _rank(kind, words)
        if rank is not None and place not in taken:
            ranks.append((rank, place))
    return min(ranks)[1] if ranks else None


def _rank(kind: str, words: str) -> int | None:
    if kind in (DEBIT, CREDIT, AMOUNT) and any(f" {word} " in words for word in (*_NOT_AMOUNTS, *_BOTH_SIDES)):
        return None
    return next((rank for rank, known in enumerate(WORDS[kind]) if f" {known} " in words), None)
