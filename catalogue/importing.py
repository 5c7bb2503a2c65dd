"""Reading CSV files for the register: every fault with file, line, column and reason; good rows still go in."""

import codecs
import contextlib
import csv
import dataclasses
import datetime
import hashlib
import io
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import DataError, IntegrityError, models, transaction

from .dates import PartialDate
from .text import name_key, plain_spaces

MAX_BYTES = 20_000_000
MAX_CELL = 20_000
SEPARATORS = (",", ";", "\t", "|")
"""Which one a spreadsheet writes depends on the language of its computer."""


@dataclasses.dataclass(frozen=True)
class Fault:
    """Why a row (or a file) was refused. `line` counts from 1, the header is line 1; `column` is its heading."""

    file: str
    line: int
    column: str
    reason: str

    def __str__(self) -> str:
        where = f"{self.file}, line {self.line}" + (f", column {self.column}" if self.column else "")
        return f"{where}: {self.reason}"


class RowRefused(Exception):
    """Raised inside the import of one row; the other rows go on."""

    def __init__(self, column: str, reason: str):
        super().__init__(f"{column}: {reason}")
        self.column = column
        self.reason = reason


class Report:
    """What an import did, row by row."""

    def __init__(self) -> None:
        self.lines: list[tuple[str, str, int, str]] = []
        self.faults: list[Fault] = []
        self.notes: list[Fault] = []

    def did(self, action: str, row: "Row", what: str) -> None:
        """Record `created`, `updated` or `unchanged` for a row."""
        self.lines.append((action, row.file, row.line, what))

    def refuse(self, fault: Fault) -> None:
        self.faults.append(fault)

    @contextlib.contextmanager
    def row(self, row: "Row") -> Iterator[None]:
        """The import of one row in its own transaction: refused, it leaves a fault and nothing else."""
        try:
            with transaction.atomic():
                yield
        except RowRefused as refusal:
            self.refuse(Fault(row.file, row.line, refusal.column, refusal.reason))
        except (IntegrityError, DataError) as error:
            self.refuse(Fault(row.file, row.line, "", f"the database refuses the row: {error}".splitlines()[0]))

    def note(self, row: "Row", column: str, text: str) -> None:
        """Something a reader of the report should know although the row went in."""
        self.notes.append(Fault(row.file, row.line, column, text))

    @property
    def counts(self) -> Counter[str]:
        return Counter(action for action, *_ in self.lines) + Counter(refused=len(self.faults))

    @property
    def changed(self) -> bool:
        return any(action != "unchanged" for action, *_ in self.lines)


class Row:
    """One data row with readers for its cells. Each reader raises RowRefused naming its column."""

    def __init__(self, file: str, line: int, cells: dict[str, str]):
        self.file, self.line, self.cells = file, line, cells

    def text(self, column: str, *, required: bool = False, max_length: int = 300) -> str:
        value = plain_spaces(self.cells.get(column, ""))
        if required and not value:
            raise RowRefused(column, "must not be empty")
        if len(value) > max_length:
            raise RowRefused(column, f"longer than {max_length} characters ({len(value)})")
        return value

    def choice(self, column: str, allowed: Collection[str], *, required: bool = False) -> str:
        value = self.text(column, required=required)
        if value and value not in allowed:
            raise RowRefused(column, f"{value!r} is not one of {', '.join(allowed)}")
        return value

    def integer(self, column: str, *, low: int, high: int, required: bool = False) -> int | None:
        value = self.text(column, required=required)
        if not value:
            return None
        if not (value.isascii() and value.isdigit()):
            raise RowRefused(column, f"{value!r} is not a whole number")
        if not low <= int(value) <= high:
            raise RowRefused(column, f"{value} is not between {low} and {high}")
        return int(value)

    def decimal(self, column: str, *, low: int, high: int) -> Decimal | None:
        """Number with at most two decimals, a point as separator; None when blank."""
        value = self.text(column)
        if not value:
            return None
        try:
            number = Decimal(value)
        except InvalidOperation as error:
            raise RowRefused(column, f"{value!r} is not a number (use a point: 95.64)") from error
        if not number.is_finite() or not low <= number <= high:
            raise RowRefused(column, f"{value} is not between {low} and {high}")
        if number != round(number, 2):
            raise RowRefused(column, f"{value} has more than two decimals")
        return round(number, 2)

    def date(self, column: str, *, latest: datetime.date | None = None) -> str:
        """Partial date text; blank when unknown."""
        value = self.text(column)
        if not value:
            return ""
        try:
            date = PartialDate.parse(value)
        except ValueError as error:
            raise RowRefused(column, f"{value!r} is not a date like 2023, 2023-11 or 2023-11-05") from error
        if date.year < 1900 or (latest and date.earliest > latest):
            raise RowRefused(column, f"{value} cannot be: before 1900 or in the future")
        return str(date)

    def urls(self, column: str) -> list[str]:
        """Web addresses separated by spaces."""
        addresses = self.text(column, max_length=4000).split()
        check = URLValidator(schemes=["http", "https"])
        for address in addresses:
            try:
                check(address)
            except ValidationError as error:
                raise RowRefused(column, f"{address!r} is not a web address") from error
            if len(address) > 600:
                raise RowRefused(column, "address longer than 600 characters")
        return addresses


def _decoded(raw: bytes) -> str:
    """UTF-8, or UTF-16 as spreadsheets save "Unicode text"; what is neither is found in its cells."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return raw.decode("utf-16", errors="replace")
    if 0 in raw[:2]:  # a header begins with a Latin letter, half of which is zero there
        return raw.decode("utf-16-le" if raw[0] else "utf-16-be", errors="replace")
    return raw.removeprefix(codecs.BOM_UTF8).decode("utf-8", errors="surrogateescape")


def _separator(text: str, required: Collection[str]) -> str:
    """The sign between the cells: the one that makes the required columns of the first line."""
    first = text.lstrip("\r\n").partition("\n")[0].partition("\r")[0]

    def columns_by(sign: str) -> int:
        cells = {cell.strip().strip('"') for cell in first.split(sign)}
        return len(cells & set(required))

    return max(SEPARATORS, key=columns_by)


def _cell_fault(cells: dict[str, str]) -> tuple[str, str] | None:
    for column, value in cells.items():
        if any("\udc80" <= letter <= "\udcff" for letter in value):
            return column, "is not UTF-8 text"
        if "\ufffd" in value:
            return column, "holds a replacement character: the text was damaged before"
        if any(unicodedata.category(letter) == "Cc" and letter not in "\n\r\t" for letter in value):
            return column, "holds a control character"
        if len(value) > MAX_CELL:
            return column, f"longer than {MAX_CELL} characters"
    return None


def _header_is_fine(
    header: list[str], name: str, required: Collection[str], optional: Collection[str], report: Report
) -> bool:
    faults = [Fault(name, 1, column, "the column is missing") for column in required if column not in header]
    for column, times in Counter(header).items():
        if times > 1:
            faults.append(Fault(name, 1, column, "the column stands twice"))
        elif column not in required and column not in optional:
            faults.append(Fault(name, 1, column or "(empty)", "unknown column"))
    for fault in faults:
        report.refuse(fault)
    return not faults


def read_rows(path: Path, *, required: tuple[str, ...], optional: tuple[str, ...], report: Report) -> Iterator[Row]:
    """Rows of a CSV file (UTF-8 or UTF-16, comma, semicolon or tab, RFC 4180).

    Faults of file, header or shape go into the report.
    """
    name = path.name
    try:
        if path.stat().st_size > MAX_BYTES:
            report.refuse(Fault(name, 1, "", f"larger than {MAX_BYTES // 1_000_000} MB"))
            return
        raw = path.read_bytes()
    except OSError as error:
        report.refuse(Fault(name, 1, "", f"cannot be read: {error.strerror}"))
        return
    if not raw.strip():
        report.refuse(Fault(name, 1, "", "the file is empty"))
        return
    text = _decoded(raw)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text, required), strict=True)
    try:
        header = [plain_spaces(cell) for cell in next(reader)]
    except csv.Error as error:
        report.refuse(Fault(name, 1, "", f"the header cannot be read: {error}"))
        return
    if not _header_is_fine(header, name, required, optional, report):
        return
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            unclosed = "unexpected end of data" in str(error)
            reason = "a quotation mark is never closed; the rest of the file was not read" if unclosed else str(error)
            report.refuse(Fault(name, line, "", reason))
            if unclosed:
                return
            continue
        if not cells or not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(header):
            column = header[len(cells)] if len(cells) < len(header) else header[-1]
            report.refuse(Fault(name, line, column, f"{len(cells)} cells where the header has {len(header)}"))
            continue
        row = Row(name, line, dict(zip(header, cells, strict=True)))
        fault = _cell_fault(row.cells)
        if fault:
            report.refuse(Fault(name, line, *fault))
            continue
        yield row


def apply_changes(instance: models.Model, **values: Any) -> str:
    """Set the values that differ and save once. Returns `unchanged` or `updated`."""
    changed = [field for field, value in values.items() if getattr(instance, field) != value]
    if not changed:
        return "unchanged"
    for field in changed:
        setattr(instance, field, values[field])
    instance.save()
    return "updated"


def kept_name(held: str, name: str, *, row: Row, column: str, report: Report) -> str:
    """The name of a row that is held already: its own, if the file only writes it in another way."""
    if held == name or name_key(held) != name_key(name):
        return name
    report.note(row, column, f"is called {held!r} already, and keeps that name")
    return held


def folder_fingerprint(folder: Path) -> str:
    """Hash of all CSV files of a folder, to tell whether anything must be read again."""
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.csv")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
