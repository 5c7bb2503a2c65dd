"""Tables for download."""

from collections.abc import Iterable

from django.http import HttpResponse

from catalogue.spreadsheets import csv_lines, xlsx_file

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def csv_answer(rows: Iterable[Iterable[object]], name: str) -> HttpResponse:
    return _answer(b"".join(csv_lines(rows)), "text/csv; charset=utf-8", f"{name}.csv")


def xlsx_answer(sheets: Iterable[tuple[str, Iterable[Iterable[object]]]], name: str) -> HttpResponse:
    return _answer(xlsx_file(sheets), XLSX, f"{name}.xlsx")


def _answer(content: bytes, kind: str, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
