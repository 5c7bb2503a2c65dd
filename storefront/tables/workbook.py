"""Opens one Excel file in a process of its own: a program, started by `files`, that knows nothing of the site.

The library aborts its process on some damaged files, and a small file may hold a giant sheet. Memory and time are
limited before the first byte is read; whatever happens, only this process ends.

Standard input: the file. Arguments: megabytes, seconds, rows. Standard output: JSON, a list of sheets, each its name
and its rows; a day is `{"day": "2026-11-24T00:00:00"}`.
"""

import datetime
import io
import json
import resource
import sys

import python_calamine

Plain = str | float | bool | dict[str, str]


def main() -> None:
    megabytes, seconds, rows = map(int, sys.argv[1:])
    resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    workbook = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(sys.stdin.buffer.read()))
    sheets = []
    for name in workbook.sheet_names:
        sheet = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False, nrows=rows)
        sheets.append([name, [[_plain(cell) for cell in row] for row in sheet]])
    json.dump(sheets, sys.stdout)


def _plain(cell: object) -> Plain:
    if isinstance(cell, datetime.date):  # also with its time
        return {"day": cell.isoformat()}
    return cell if isinstance(cell, str | int | float) else str(cell)


if __name__ == "__main__":
    main()
