"""The real data of the site, loaded in the order in which it depends on itself."""

from collections.abc import Callable
from pathlib import Path

from catalogue.certification.services import import_events
from catalogue.geography.lookup import PlaceLookup
from catalogue.geography.services import import_units
from catalogue.importing import Report
from catalogue.producers.services import import_producers
from catalogue.products.services import import_groups
from catalogue.register.products import import_products
from cms.services import ensure_roles as ensure_page_roles
from cms.services import ensure_site, import_fairs, import_news
from storefront.accounts.roles import ensure_roles
from storefront.salespoints.services import import_sales_points


def _places(folder: Path, report: Report) -> PlaceLookup:
    return PlaceLookup(folder / "former_communes.csv", report=report)


IMPORTS: dict[str, Callable[[Path, Path, Report], None]] = {
    "units": lambda file, folder, report: import_units(file, folder / "unit_aliases.csv", report=report),
    "product_groups": lambda file, folder, report: import_groups(file, report=report),
    "producers": lambda file, folder, report: import_producers(file, places=_places(folder, report), report=report),
    "products": lambda file, folder, report: import_products(file, places=_places(folder, report), report=report),
    "certification_events": lambda file, folder, report: import_events(file, report=report),
    "sales_points": lambda file, folder, report: import_sales_points(
        file, places=_places(folder, report), report=report
    ),
    "news": lambda file, folder, report: import_news(file, report=report),
    "fairs": lambda file, folder, report: import_fairs(file, report=report),
}


def prepare_site() -> None:
    """The frame the data needs: sections of the site, roles and what they may do. Changes nothing if all is there."""
    ensure_roles()
    ensure_site()
    ensure_page_roles()


def load(name: str, *, file: Path, folder: Path) -> Report:
    """Import one kind of file; `folder` holds the fixed lists (aliases, former communes)."""
    report = Report()
    IMPORTS[name](file, folder, report)
    return report
