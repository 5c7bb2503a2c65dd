"""Loading producers into the register."""

from pathlib import Path

from catalogue.geography.lookup import PlaceLookup
from catalogue.importing import Report, Row, RowRefused, apply_changes, read_rows
from catalogue.known_names import KnownNames
from catalogue.slugs import free_slug
from catalogue.text import name_key

from .models import Producer, ProducerType

REQUIRED = ("name", "type")
OPTIONAL = (
    "district", "commune", "address", "founded", "website", "story_facts", "n_products", "old_province", "source_url",
)  # fmt: skip


def import_producers(path: Path, *, places: PlaceLookup, report: Report) -> None:
    """Read producers.csv; key is the name. `n_products` is counted, not stored. Can be rerun."""
    held = KnownNames("name", ((producer.name, None, producer) for producer in Producer.objects.all()))
    seen: dict[str, int] = {}
    for row in read_rows(path, required=REQUIRED, optional=OPTIONAL, report=report):
        with report.row(row):
            name = row.text("name", required=True, max_length=200)
            if (key := name_key(name)) in seen:
                raise RowRefused("name", f"stands already in line {seen[key]}")
            report.did(_write(row, name, held, places), row, name)
            seen[key] = row.line


def _write(row: Row, name: str, held: KnownNames[Producer], places: PlaceLookup) -> str:
    website = row.urls("website")
    if len(website) > 1:
        raise RowRefused("website", "only one address")
    row.integer("n_products", low=0, high=10_000)
    unit, _former = places.unit_of(row)
    values = {
        "type": row.choice("type", ProducerType.values, required=True),
        "unit": unit,
        "address": row.text("address"),
        "founded": row.date("founded"),
        "website": website[0] if website else "",
        "story_facts": row.text("story_facts", max_length=4000),
        "source_urls": row.urls("source_url"),
    }
    producer = held.find(name)
    if producer:
        return apply_changes(producer, **values)
    held.check_new(name)
    short = unit.name if unit else ""
    producer = Producer(name=name, slug=free_slug(Producer, name, f"{name} {short}"), **values)
    producer.save()
    held.add(name, None, producer)
    return "created"
