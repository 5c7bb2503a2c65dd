"""A bank's file as movements, with what was guessed for a preview and every fault with its place."""

import contextlib
import dataclasses
import re
from collections.abc import Sequence

from django.utils.translation import gettext as _

from catalogue.text import fold
from storefront.tables import values
from storefront.tables.faults import Fault, Unreadable
from storefront.tables.files import Table, tables
from storefront.tables.values import Cell

from ..movements import VIETNAM, Movement
from .checks import check
from .headings import AMOUNT, BALANCE, CREDIT, DATE, DEBIT, DESCRIPTION, DIRECTION, REFERENCE, Header, find_header
from .identity import is_newest_first, with_identities

_TOTALS = re.compile(
    r"(?:tong|cong|total|so du dau|so du cuoi|opening|closing|ending|doanh so|phat sinh trong|so phat sinh)\b"
)
_OTHER_CURRENCY = re.compile(
    r"\b(?:loai tien|tien te|currency)\b[ a-z]{0,20}?\b(usd|eur|jpy|cny|aud|gbp|sgd|krw|thb)\b"
)
_ACCOUNT = re.compile(r"(?:so tai khoan|account (?:no|number)|tai khoan account)[ a-z]{0,30}?\b([0-9]{6,19})\b")
_IN = {"co", "c", "cr", "credit", "ghi co", "in", "tien vao", "thu", "+"}
_OUT = {"no", "d", "dr", "debit", "ghi no", "out", "tien ra", "chi", "-", "−"}


@dataclasses.dataclass(frozen=True)
class Guesses:
    """What a preview shows. `columns`: the heading of each kind of column. Blank where nothing could be told."""

    source: str = ""
    header_line: int = 0
    columns: dict[str, str] = dataclasses.field(default_factory=dict)
    date_format: str = ""
    number_formats: tuple[str, ...] = ()
    account: str = ""


@dataclasses.dataclass
class Statement:
    """`faults` keep their line out of `movements`; `notes` are what somebody should look at; `ignored` counts lines
    that are no movement: blank ones, totals, words of the bank."""

    file: str
    guesses: Guesses = dataclasses.field(default_factory=Guesses)
    movements: list[Movement] = dataclasses.field(default_factory=list)
    faults: list[Fault] = dataclasses.field(default_factory=list)
    notes: list[Fault] = dataclasses.field(default_factory=list)
    ignored: int = 0


def read_statement(name: str, raw: bytes) -> Statement:
    """All that can be read in a bank's file; raises nothing, what cannot be read is among the faults."""
    statement = Statement(name)
    try:
        table, header = _best(raw)
    except Unreadable as error:
        statement.faults.append(Fault(name, 0, "", str(error)))
        return statement
    _Reader(statement, table, header).read()
    return statement


def _best(raw: bytes) -> tuple[Table, Header]:
    found = []
    for table in tables(raw):
        header = find_header(table.rows)
        if header:
            found.append((table, header))
    if not found:
        raise Unreadable(
            _("No line has headings for a day and an amount. Export one account as Excel or CSV, with its headings.")
        )
    # The first of equals: where two encodings show the same headings, the Vietnamese one comes first.
    return max(found, key=lambda pair: len(pair[1].columns))


class _Reader:
    def __init__(self, statement: Statement, table: Table, header: Header) -> None:
        self.statement, self.table, self.header = statement, table, header
        self.body = list(zip(table.lines, table.rows, strict=True))[header.last + 1 :]
        self.order = values.date_order(self._column(DATE))
        debits = self._read_amounts(DEBIT)
        self.signs_debits = bool(debits) and all(amount < 0 for amount in debits)
        """Money out stands with a minus in its own column. A few such lines among others are reversals."""
        self.has_signs = any(amount < 0 for amount in self._read_amounts(AMOUNT))
        self.can_continue = False
        """Whether the line before was a movement, so that words alone belong to its description."""

    def read(self) -> None:
        before = fold(" ".join(str(cell) for row in self.table.rows[: self.header.index] for cell in row if cell))
        account, other = _ACCOUNT.search(before), _OTHER_CURRENCY.search(before)
        self.statement.guesses = Guesses(
            source=self.table.source,
            header_line=self.table.lines[self.header.index],
            columns={kind: self.header.heading(kind) for kind in self.header.columns},
            date_format=self.order,
            number_formats=tuple(values.number_styles(self._amounts())),
            account=account[1] if account else "",
        )
        if other:
            self._fault(0, "", _("This account is in %(currency)s, not in đồng.") % {"currency": other[1].upper()})
            return
        for line, reason in self.table.broken:
            self._fault(line, "", reason)
        for position, (line, row) in enumerate(self.body):
            self._read_line(line, row, is_last=position == len(self.body) - 1)
        is_reversed = is_newest_first(self.statement.movements)
        kept, notes = check(self.statement.movements, is_newest_first=is_reversed)
        self.statement.movements = with_identities(kept, is_newest_first=is_reversed)
        balance = self.header.heading(BALANCE)
        self.statement.notes += [Fault(self.statement.file, line, balance, note) for line, note in notes]
        self._note_the_file()

    def _read_line(self, line: int, row: list[Cell], *, is_last: bool) -> None:
        could_continue, self.can_continue = self.can_continue, False
        if self._is_repeated_header(row) or not any(str("" if cell is None else cell).strip() for cell in row):
            self.statement.ignored += 1
            return
        if is_last and not self.table.is_ended and len(row) < len(self.header.headings):
            self._fault(line, "", _("The file ends in the middle of this line: it was cut off. Export it again."))
            return
        if any(str("" if cell is None else cell).strip() for cell in row[len(self.header.headings) :]):
            reason = _(
                "This line has more cells than headings. An amount with commas needs quotation marks; use Excel."
            )
            self._fault(line, "", reason)
            return
        if could_continue and self._only_describes(row):
            last = self.statement.movements[-1]
            more = f"{last.description} {self._text(row, DESCRIPTION)}"
            self.statement.movements[-1] = dataclasses.replace(last, description=more)
            self.can_continue = True
            return
        self._read_movement(line, row)

    def _read_movement(self, line: int, row: list[Cell]) -> None:
        kind = DATE
        try:
            at = self._moment(row)
            amounts = {}
            for kind in (CREDIT, DEBIT, AMOUNT):
                amounts[kind] = values.dong(self._cell(row, kind)) or 0
            kind = DEBIT if DEBIT in self.header.columns else AMOUNT
            amount = self._amount(row, amounts)
        except Unreadable as error:
            if self._is_total(row) or (kind == DATE and not self._has_amount(row)):
                self.statement.ignored += 1
            else:
                self._fault(line, self.header.heading(kind), str(error))
            return
        if at is None and amount and not self._is_total(row):
            self._fault(
                line, self.header.heading(DATE), _("This line has an amount but no day. Add it, or export again.")
            )
            return
        if at is None or not amount:
            self.statement.ignored += 1
            return
        shares_cell = self.header.columns.get(REFERENCE) == self.header.columns[DATE]
        self.statement.movements.append(
            Movement(
                booked_at=at.at.replace(tzinfo=VIETNAM),
                is_time_known=at.is_time_known,
                amount=amount,
                description=self._text(row, DESCRIPTION),
                bank_reference=at.rest if shares_cell else self._text(row, REFERENCE),
                balance=self._balance(line, row),
                line=line,
            )
        )
        self.can_continue = True

    # -- cells of a line ---------------------------------------------------------------------------

    def _cell(self, row: Sequence[Cell], kind: str) -> Cell:
        place = self.header.columns.get(kind)
        return None if place is None or place >= len(row) else row[place]

    def _text(self, row: Sequence[Cell], kind: str) -> str:
        cell = self._cell(row, kind)
        if isinstance(cell, float) and cell.is_integer():
            cell = int(cell)
        return " ".join(str("" if cell is None else cell).split())

    def _moment(self, row: Sequence[Cell]) -> values.Moment | None:
        return values.moment(self._cell(row, DATE), self.order)

    def _amount(self, row: Sequence[Cell], amounts: dict[str, int]) -> int:
        """In đồng, positive when money came in; 0 where no cell has an amount. Raises Unreadable."""
        if AMOUNT in self.header.columns:
            return self._signed_amount(row, amounts[AMOUNT])
        credit, debit = amounts[CREDIT], amounts[DEBIT]
        if credit and debit:
            raise Unreadable(_("This line has money in and money out. Split it, or export again."))
        return credit + debit if self.signs_debits else credit - debit

    def _signed_amount(self, row: Sequence[Cell], amount: int) -> int:
        if not amount or self.has_signs or DIRECTION not in self.header.columns:
            return amount
        words = self._text(row, DIRECTION)
        direction = fold(words) or words
        if direction in _IN:
            return amount
        if direction in _OUT:
            return -amount
        raise Unreadable(_("“%(text)s” does not say whether money came in or went out.") % {"text": words})

    def _balance(self, line: int, row: Sequence[Cell]) -> int | None:
        try:
            return values.dong(self._cell(row, BALANCE))
        except Unreadable as error:
            self.statement.notes.append(Fault(self.statement.file, line, self.header.heading(BALANCE), str(error)))
            return None

    # -- what kind of line -------------------------------------------------------------------------

    def _is_repeated_header(self, row: Sequence[Cell]) -> bool:
        """Statements in pages say their headings on each."""
        cell = self._cell(row, DATE)
        is_text = isinstance(cell, str) and cell[:1].isalpha()
        return is_text and fold(str(cell)) == fold(self.header.heading(DATE))

    def _is_total(self, row: Sequence[Cell]) -> bool:
        return any(isinstance(cell, str) and _TOTALS.match(fold(cell)) for cell in row) and not self._has_day(row)

    def _has_day(self, row: Sequence[Cell]) -> bool:
        try:
            return self._moment(row) is not None
        except Unreadable:
            return False

    def _has_amount(self, row: Sequence[Cell]) -> bool:
        try:
            return any(values.dong(self._cell(row, kind)) for kind in (CREDIT, DEBIT, AMOUNT))
        except Unreadable:
            return False

    def _only_describes(self, row: Sequence[Cell]) -> bool:
        filled = {place for place, cell in enumerate(row) if str("" if cell is None else cell).strip()}
        return filled == {self.header.columns.get(DESCRIPTION)}

    # -- the whole file ----------------------------------------------------------------------------

    def _column(self, kind: str) -> list[Cell]:
        return [self._cell(row, kind) for _line, row in self.body]

    def _amounts(self) -> list[Cell]:
        return [cell for kind in (CREDIT, DEBIT, AMOUNT, BALANCE) for cell in self._column(kind)]

    def _read_amounts(self, kind: str) -> list[int]:
        """The amounts of a column that can be read, without zeros."""
        amounts = []
        for cell in self._column(kind):
            with contextlib.suppress(Unreadable):
                amounts.append(values.dong(cell) or 0)
        return [amount for amount in amounts if amount]

    def _fault(self, line: int, column: str, reason: str) -> None:
        self.statement.faults.append(Fault(self.statement.file, line, column, reason))

    def _note_the_file(self) -> None:
        notes = []
        if not self.table.is_ended:
            notes.append(_("The last line has no end: if the file was cut off, movements are missing."))
        if len(self.statement.guesses.number_formats) > 1:
            notes.append(_("Amounts are written in two ways. Compare some of them with the bank's page."))
        days = [cell for cell in self._column(DATE) if values.is_value(cell)]
        if any(isinstance(day, str) for day in days) and not all(isinstance(day, str) for day in days):
            notes.append(
                _("Some days are text and some are not: day and month may be swapped. Export the file anew.")
            )
        signed = [movement.amount for movement in self.statement.movements]
        if AMOUNT in self.header.columns and DIRECTION not in self.header.columns and min(signed, default=-1) > 0:
            notes.append(_("No amount has a minus: all are taken for money that came in."))
        if not signed and not self.statement.faults:
            notes.append(_("The file has headings but no movement."))
        self.statement.notes += [Fault(self.statement.file, 0, "", note) for note in notes]
