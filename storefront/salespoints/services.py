"""Loading sales points."""

from pathlib import Path

from django.utils import timezone

from catalogue.geography.lookup import PlaceLookup
from catalogue.importing import Report, Row, RowRefused, apply_changes, read_rows
from catalogue.known_names import KnownNames
from catalogue.slugs import free_slug
from catalogue.text import name_key
from storefront.partner.models import Partner

from .models import SalesPoint

REQUIRED = ("name", "address")
OPTIONAL = ("district", "opened", "operator", "source_url", "note")


def import_sales_points(path: Path, *, places: PlaceLookup, report: Report) -> None:
    """Read sales_points.csv; key is the name. Each point gets a partner for its stock. Can be rerun."""
    points = SalesPoint.objects.select_related("partner")
    held = KnownNames("name", ((point.name, None, point) for point in points))
    seen: dict[str, int] = {}
    for row in read_rows(path, required=REQUIRED, optional=OPTIONAL, report=report):
        with report.row(row):
            name = row.text("name", required=True, max_length=128)
            if (key := name_key(name)) in seen:
                raise RowRefused("name", f"stands already in line {seen[key]}")
            report.did(_write(row, name, held, places), row, name)
            seen[key] = row.line


def _write(row: Row, name: str, held: KnownNames[SalesPoint], places: PlaceLookup) -> str:
    unit, _former = places.unit_of(row)
    values = {
        "address": row.text("address", required=True),
        "unit": unit,
        "opened": row.date("opened", latest=timezone.localdate()),
        "operator": row.text("operator", max_length=200),
        "note": row.text("note", max_length=2000),
        "source_urls": row.urls("source_url"),
    }
    point = held.find(name)
    if point:
        action = apply_changes(point, **values)
    else:
        held.check_new(name)
        short = unit.name if unit else ""
        point = SalesPoint(name=name, slug=free_slug(SalesPoint, name, f"{name} {short}"), **values)
        point.save()
        action = "created"
    if not hasattr(point, "partner"):
        Partner.objects.create(name=name, sales_point=point)
        action = "updated" if action == "unchanged" else action
    held.add(name, None, point)
    return action
