"""The groups of the official catalogue, and the one class of our products."""

from pathlib import Path

from django.db import transaction

from catalogue.importing import Report, RowRefused, apply_changes, read_rows
from catalogue.text import slug_of

from .models import Category, ProductClass

GROUP_COLUMNS = ("code", "parent_code", "name_vi", "lead_ministry_2025", "product_group")
READ_ELSEWHERE = ("name_en",)
"""Columns of the same file: see `catalogue.products.group_names`."""


@transaction.atomic
def import_groups(path: Path, *, report: Report) -> None:
    """Read product_groups.csv (Decision 148/QĐ-TTg) into the category tree; can be rerun."""
    held = {category.code: category for category in Category.objects.all()}
    for row in read_rows(path, required=GROUP_COLUMNS, optional=READ_ELSEWHERE, report=report):
        with report.row(row):
            code, parent_code = row.text("code", required=True, max_length=10), row.text("parent_code")
            name = row.text("name_vi", required=True, max_length=255)
            ministry = row.text("lead_ministry_2025")
            if code in held:
                report.did(apply_changes(held[code], name=name, description=ministry), row, code)
                continue
            if parent_code and parent_code not in held:
                raise RowRefused("parent_code", f"no group {parent_code!r} above this line")
            fields = {
                "name": name,
                "code": code,
                "slug": slug_of(f"{code} {name}")[:255],
                "description": ministry,
            }
            if parent_code:
                parent = Category.objects.get(pk=held[parent_code].pk)
                held[code] = parent.add_child(**fields)
            else:
                held[code] = Category.add_root(**fields)
            report.did("created", row, code)


def ocop_product_class() -> ProductClass:
    """The one class of our products: shipped, stock tracked."""
    product_class, _created = ProductClass.objects.get_or_create(
        slug="ocop", defaults={"name": "OCOP", "requires_shipping": True, "track_stock": True}
    )
    return product_class
