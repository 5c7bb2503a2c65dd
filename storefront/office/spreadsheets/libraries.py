"""The writers of Oscar and Wagtail, each guarded at the one place all its exports go through.

Neither has a setting for it, and both import their writer by name in many views: the methods of the classes are
replaced. A test exports from every view there is, so that an update which goes another way is noticed.
"""

import csv
from functools import wraps
from typing import Any

from oscar.core.compat import UnicodeCSVWriter
from wagtail.admin.views.mixins import SpreadsheetExportMixin

from catalogue.spreadsheets import MARK, csv_cell, plain_text, xlsx_cell


def guard() -> None:
    """To be called once, when the site is set up."""
    UnicodeCSVWriter.writerow = _oscar_row
    mixin = SpreadsheetExportMixin
    mixin.preprocess_field_value = _wagtail_value(mixin.preprocess_field_value)
    mixin.get_heading = _wagtail_heading(mixin.get_heading)
    mixin.generate_xlsx_row = _wagtail_xlsx_row(mixin.generate_xlsx_row)
    mixin.stream_csv = _wagtail_csv(mixin.stream_csv)


def _oscar_row(self: UnicodeCSVWriter, row: Any) -> None:
    """As Oscar's own; the mark is written by it (OSCAR_CSV_INCLUDE_BOM)."""
    if self.writer is None:
        self.writer = csv.writer(self.f, dialect=self.dialect, **self.kw)
    self.writer.writerow([csv_cell(value) for value in row])


def _wagtail_value(original):
    @wraps(original)
    def preprocess_field_value(self, field, value, export_format):
        value = original(self, field, value, export_format)
        if export_format == self.FORMAT_CSV:
            return csv_cell(value)
        return plain_text(value) if isinstance(value, str) else value

    return preprocess_field_value


def _wagtail_heading(original):
    @wraps(original)
    def get_heading(self, queryset, field):
        return csv_cell(original(self, queryset, field))

    return get_heading


def _wagtail_xlsx_row(original):
    @wraps(original)
    def generate_xlsx_row(self, *args, **kwargs):
        for cell in original(self, *args, **kwargs):
            yield xlsx_cell(cell)

    return generate_xlsx_row


def _wagtail_csv(original):
    @wraps(original)
    def stream_csv(self, queryset):
        yield MARK.encode()
        yield from original(self, queryset)

    return stream_csv
