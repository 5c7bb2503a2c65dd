"""What may stand in a cell of a spreadsheet: the one rule for every table that leaves the site.

A name or note somebody typed must never be run as a formula by the program that opens the table, and Vietnamese must
stay Vietnamese. CSV is UTF-8 with a byte order mark, without which Excel reads another code page. Between the cells
stand commas, which every program, script and authority reads; Excel splits at the list separator of Windows. Where
that is a semicolon, Data → From Text/CSV opens the file, and no text becomes a formula there either. A first line
`sep=,` would help such an Excel, but make it forget the mark, and so the Vietnamese.
"""

import csv
import datetime
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, Final

MARK: Final = "\ufeff"
"""Byte order mark, the first character of a file."""
_SIGNS: Final = "=+-−@"
_BEFORE: Final = re.compile(r"^[\s\"'‘’“”«»`´]*")
"""What a program leaves out, or a person may take away, before it looks for a sign."""
_INSIDE: Final = re.compile(r"(;[\s\"']*)(?=[=+\-@＝＋－＠])")
"""A sign behind a semicolon: the beginning of a cell where the list separator is a semicolon."""
_UNWRITABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""XML 1.0 has no place for them, and the files of Excel are XML."""
_NOT_IN_TITLES: Final = re.compile(r"[\[\]:*?/\\]")
MAX_SHEET_TITLE: Final = 31


def csv_cell(value: Any) -> Any:
    """A value for a cell of CSV: numbers and times as they are, texts so that nothing takes them for a formula.

    A number has no zeros behind its point: 80.000 kg would be eighty thousand where points stand between thousands.
    An apostrophe before the text says that it is one. It stays visible, as in '+84 905 …, which also keeps Excel from
    making a number of a telephone number.
    """
    if value is None:
        return ""
    if isinstance(value, float | Decimal) and Decimal(value).is_finite():
        return int(value) if value == int(value) else f"{Decimal(str(value)).normalize():f}"
    if isinstance(value, int | datetime.date | datetime.time):
        return value
    text = plain_text(value)
    text = _INSIDE.sub(r"\1'", text)
    return f"'{text}" if is_like_formula(text) else text


def plain_text(value: Any) -> str:
    """A text as a file can hold it, without the control characters that no table has."""
    return _UNWRITABLE.sub("", str(value))


def is_like_formula(text: str) -> bool:
    """Whether a program could take the text for a formula, or for a command behind a tabulator or a line break."""
    if text[:1] in ("\t", "\r", "\n"):
        return True
    shown = "".join(letter for letter in text if unicodedata.category(letter) != "Cf")
    first = _BEFORE.sub("", shown)[:1]
    return first != "" and unicodedata.normalize("NFKC", first)[0] in _SIGNS


def csv_lines(rows: Iterable[Iterable[object]]) -> Iterator[bytes]:
    """A CSV file line by line, with its mark; the first row holds the names of the columns."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    mark = MARK
    for row in rows:
        writer.writerow([csv_cell(value) for value in row])
        yield (mark + buffer.getvalue()).encode()
        mark = ""
        buffer.seek(0)
        buffer.truncate()


def xlsx_file(sheets: Iterable[tuple[str, Iterable[Iterable[object]]]]) -> bytes:
    """A workbook with a sheet for each title; the first row of each holds the names of the columns."""
    import openpyxl  # large, and few requests need it
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    book = openpyxl.Workbook(write_only=True)
    for title, rows in sheets:
        sheet = book.create_sheet(_NOT_IN_TITLES.sub(" ", title)[:MAX_SHEET_TITLE])
        for place, row in enumerate(rows):
            cells = [xlsx_cell(WriteOnlyCell(sheet, value=_xlsx_value(value))) for value in row]
            for cell in cells if place == 0 else ():
                cell.font = Font(bold=True)
            sheet.append(cells)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _xlsx_value(value: Any) -> Any:
    if value is None or isinstance(value, int | float | Decimal | datetime.date):
        return value
    return plain_text(value)


def xlsx_cell(cell: Any) -> Any:
    """A cell of openpyxl in which a text is a text, also after somebody has edited it in Excel."""
    if isinstance(cell.value, str):
        cell.data_type = "s"
        cell.quotePrefix = is_like_formula(cell.value)
    return cell
