"""A file as tables of cells: CSV in the encodings of Windows, or Excel."""

import codecs
import csv
import dataclasses
import datetime
import io
import json
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from django.utils.translation import gettext as _

from .faults import Unreadable
from .values import Cell

MAX_BYTES = 10_000_000
MAX_ROWS = 50_000
WORKBOOK = Path(__file__).with_name("workbook.py")
MEMORY_MB = 1024
CPU_SECONDS = 20
DEADLINE_SECONDS = 30
SEPARATORS = (",", ";", "\t")
XLSX, XLS = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


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
        raise Unreadable(_("The file is larger than 10 MB. Export less of it."))
    if not raw.strip():
        raise Unreadable(_("The file is empty. Export it again."))
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
            raise Unreadable(_("The text of the file is damaged. Export it again.")) from None
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
    raise Unreadable(_("The file has more than 50,000 lines. Export less of it."))


def _sheets(raw: bytes) -> Iterator[Table]:
    command = [sys.executable, "-I", str(WORKBOOK), str(MEMORY_MB), str(CPU_SECONDS), str(MAX_ROWS + 1)]
    try:
        done = subprocess.run(  # noqa: S603 (our own program with our own arguments)
            command, input=raw, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=DEADLINE_SECONDS, env={},
            check=True,
        )  # fmt: skip
    except subprocess.SubprocessError as error:
        reason = _("The Excel file is damaged, cut off or has a password. Export it again, or save it anew in Excel.")
        raise Unreadable(reason) from error
    for name, sheet in json.loads(done.stdout):
        if len(sheet) > MAX_ROWS:
            raise Unreadable(_("The file has more than 50,000 lines. Export less of it."))
        rows = [[_cell(cell) for cell in row] for row in sheet]
        yield Table(name, rows, list(range(1, len(rows) + 1)))


def _cell(cell: str | float | bool | dict[str, str]) -> Cell:
    return datetime.datetime.fromisoformat(cell["day"]) if isinstance(cell, dict) else cell
