"""The register's own data, loaded in the order in which it depends on itself."""

from collections.abc import Callable
from pathlib import Path

from catalogue.certification.services import import_events
from catalogue.geography.lookup import PlaceLookup
from catalogue.geography.services import import_units
from catalogue.importing import Report
from catalogue.producers.services import import_producers
from catalogue.products.services import import_groups, import_products


def _places(folder: Path, report: Report) -> PlaceLookup:
    return PlaceLookup(folder / "former_communes.csv", report=report)


IMPORTS: dict[str, Callable[[Path, Path, Report], None]] = {
    "units": lambda file, folder, report: import_units(file, folder / "unit_aliases.csv", report=report),
    "product_groups": lambda file, folder, report: import_groups(file, report=report),
    "producers": lambda file, folder, report: import_producers(
        file, places=_places(folder, report), report=report
    ),
    "products": lambda file, folder, report: import_products(
        file, places=_places(folder, report), report=report
    ),
    "certification_events": lambda file, folder, report: import_events(file, report=report),
}


def load(name: str, *, file: Path, folder: Path) -> Report:
    """Import one kind of file; `folder` holds the fixed lists (aliases, former communes)."""
    report = Report()
    IMPORTS[name](file, folder, report)
    return report
