"""A file of a bank as tables of cells: CSV in the encodings of Windows, or Excel."""

import codecs
import csv
import dataclasses
import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator

import python_calamine
from django.utils.translation import gettext as _

from .faults import Unreadable
from .values import Cell

MAX_BYTES = 10_000_000
MAX_ROWS = 50_000
MAX_UNPACKED = 100_000_000
MAX_CELLS = 5_000_000
SEPARATORS = (",", ";", "\t")
XLSX, XLS = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_CELL = re.compile(rb'<c\s[^>]*?\br="([A-Z]{1,3})([0-9]{1,7})"')


@dataclasses.dataclass
class Table:
    """`rows` and the line each begins on, from 1. `source` names encoding and separator, or the sheet."""

    source: str
    rows: list[list[Cell]]
    lines: list[int]
    broken: list[tuple[int, str]] = dataclasses.field(default_factory=list)
    """Lines that could not be split into cells, with the reason."""
    is_ended: bool = True
    """Whether the last line ends as the others do; a file that was cut does not."""


def tables(raw: bytes) -> Iterator[Table]:
    """Every way to read the file; the one with the best headings is right. Raises Unreadable."""
    if len(raw) > MAX_BYTES:
        raise Unreadable(_("The file is larger than 10 MB. Export a shorter period."))
    if not raw.strip():
        raise Unreadable(_("The file is empty. Export the statement again."))
    if raw.startswith((XLSX, XLS)):
        yield from _sheets(raw)
        return
    if raw.lstrip()[:1] == b"<":
        raise Unreadable(_("This is a web page, whatever its name says. Open it in Excel and save it as .xlsx."))
    if raw.startswith(b"%PDF"):
        raise Unreadable(_("This is a PDF. Ask the bank's page for Excel or CSV instead."))
    for encoding, text in _decoded(raw):
        for separator in SEPARATORS:
            yield _split(text, separator, encoding)


def _decoded(raw: bytes) -> Iterator[tuple[str, str]]:
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        yield "UTF-16", _text(raw, "utf-16")
        return
    if 0 in raw[:2]:  # the first letter is a Latin one, half of which is zero there
        yield "UTF-16", _text(raw, "utf-16-le" if raw[0] else "utf-16-be")
        return
    try:
        yield "UTF-8", _text(raw, "utf-8-sig", errors="strict")
    except UnicodeDecodeError:
        if raw.startswith(codecs.BOM_UTF8):
            raise Unreadable(_("The text of the file is damaged. Export the statement again.")) from None
        for encoding in ("cp1258", "cp1252"):
            yield f"Windows-{encoding[2:]}", _text(raw, encoding)


def _text(raw: bytes, encoding: str, errors: str = "replace") -> str:
    return unicodedata.normalize("NFC", raw.decode(encoding, errors=errors)).replace("\0", "")


def _split(text: str, separator: str, encoding: str) -> Table:
    name = {",": ",", ";": ";", "\t": "tab"}[separator]
    table = Table(f"{encoding}, {name}", [], [], is_ended=text.endswith(("\n", "\r")))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    while len(table.rows) <= MAX_ROWS:
        line = reader.line_num + 1
        try:
            row = next(reader)
        except StopIteration:
            return table
        except csv.Error as error:
            is_open = "unexpected end of data" in str(error)
            if is_open:
                table.broken.append(
                    (line, _("A quotation mark is never closed: the file was cut off. Export it again."))
                )
                return table
            table.broken.append((line, _("The cells of this line cannot be told apart. Export the file again.")))
            continue
        table.rows.append(list(row))
        table.lines.append(line)
    raise Unreadable(_("The file has more than 50,000 lines. Export a shorter period."))


def _sheets(raw: bytes) -> Iterator[Table]:
    damaged = _("The Excel file is damaged, cut off or has a password. Export it again, or save it anew in Excel.")
    try:
        if raw.startswith(XLSX):
            _check_size(raw)
        workbook = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(raw))
        for name in workbook.sheet_names:
            rows: list[list[Cell]] = [
                list(row) for row in workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
            ]
            if len(rows) > MAX_ROWS:
                raise Unreadable(_("The file has more than 50,000 lines. Export a shorter period."))
            yield Table(name, rows, list(range(1, len(rows) + 1)))
    except (python_calamine.CalamineError, zipfile.BadZipFile, OSError, ValueError) as error:
        raise Unreadable(damaged) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # the Rust in calamine panics on some files that were cut
            raise
        raise Unreadable(damaged) from None


def _check_size(raw: bytes) -> None:
    """A sheet is unpacked with all cells between the first and the last: a small file may hold a giant one."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > MAX_UNPACKED:
            raise Unreadable(_("The file is larger than it says. Export a shorter period."))
        for name in archive.namelist():
            if name.startswith("xl/worksheets/") and name.endswith(".xml"):
                cells = [(match[1], int(match[2])) for match in _CELL.finditer(archive.read(name))]
                height = max((row for _column, row in cells), default=0)
                width = max((_column_number(column) for column, _row in cells), default=0)
                if height * width > MAX_CELLS:
                    raise Unreadable(_("The file is larger than it says. Export a shorter period."))


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
