"""News and fairs from CSV files: every good row a live page, every bad row a named fault."""

from pathlib import Path

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from catalogue.dates import PartialDate
from catalogue.importing import Report, Row, RowRefused, apply_changes, kept_name, read_rows
from catalogue.known_names import KnownNames
from catalogue.products.models import Product
from catalogue.text import name_key
from cms.models import FairIndexPage, FairPage, FairProduct, NewsIndexPage, NewsPage

from .tree import add_live_page, free_page_slug, lock_page_tree, was_edited

NEWS_COLUMNS = ("headline", "date", "summary", "source_url")
FAIR_REQUIRED = ("name", "start_date", "end_date", "source_url")
FAIR_OPTIONAL = ("venue", "organiser", "booths", "products", "note")


def import_news(path: Path, *, report: Report) -> None:
    """Read news.csv into live pages below /tin-tuc/. Key: headline and date. Can be rerun."""
    _import(path, NewsPage, NewsIndexPage, _news_values, NEWS_COLUMNS, (), report)


def import_fairs(path: Path, *, report: Report) -> None:
    """Read fairs.csv into live pages below /hoi-cho/. Key: name and first day. Can be rerun."""
    _import(path, FairPage, FairIndexPage, _fair_values, FAIR_REQUIRED, FAIR_OPTIONAL, report)


def _news_values(row: Row) -> tuple[str, dict]:
    date = row.date("date", latest=timezone.localdate())
    values = {
        "title": row.text("headline", required=True, max_length=255),
        "date": date,
        "summary": row.text("summary", required=True, max_length=600),
        "source_url": _source_url(row),
    }
    return date, values


def _fair_values(row: Row) -> tuple[str, dict]:
    starts, ends = row.date("start_date"), row.date("end_date")
    if starts and ends and PartialDate.parse(ends).latest < PartialDate.parse(starts).earliest:
        raise RowRefused("end_date", f"{ends} lies before the first day, {starts}")
    values = {
        "title": row.text("name", required=True, max_length=255),
        "venue": row.text("venue"),
        "starts": starts,
        "ends": ends,
        "organiser": row.text("organiser"),
        "booths": row.integer("booths", low=1, high=100_000),
        "fair_products": _products(row),
        "note": row.text("note", max_length=4000),
        "source_url": _source_url(row),
    }
    return starts, values


def _products(row: Row) -> list[FairProduct]:
    """Products of the register that were or will be there: `name | producer; name | producer`."""
    found = []
    for place, text in enumerate(filter(None, map(str.strip, row.text("products").split(";")))):
        name, _bar, producer = (part.strip() for part in text.partition("|"))
        product = Product.objects.filter(title=name, producer__name=producer).first()
        if product is None:
            raise RowRefused("products", f"the register has no product {name!r} of {producer!r}")
        found.append(FairProduct(product=product, sort_order=place))
    return found


def _source_url(row: Row) -> str:
    addresses = row.urls("source_url")
    if len(addresses) != 1:
        raise RowRefused("source_url", "must hold exactly one web address")
    return addresses[0]


@transaction.atomic
def _import(path, model, index_model, values_of, required, optional, report: Report) -> None:
    lock_page_tree()
    index = index_model.objects.first()
    if index is None:
        raise LookupError("no page to put the rows under: run ensure_site first")
    pages = model.objects.exclude(import_key="")
    held = KnownNames(required[0], ((*_name_and_day(page.import_key), page) for page in pages))
    seen: dict[str, int] = {}
    for row in read_rows(path, required=required, optional=optional, report=report):
        with report.row(row):
            date, values = values_of(row)
            title = values["title"]
            if (key := f"{name_key(title)}|{date}") in seen:
                raise RowRefused(required[0], f"this name and date stand already in line {seen[key]}")
            seen[key] = row.line
            page = held.find(title, date)
            if page is None:
                held.check_new(title, date)
                held.add(title, date, page := model(import_key=f"{title}|{date}"))
            report.did(_write(row, index, page, values, report, column=required[0]), row, title)


def _name_and_day(key: str) -> tuple[str, str]:
    name, _bar, day = key.rpartition("|")
    return name, day


def _write(row: Row, index: Page, page, values: dict, report: Report, *, column: str) -> str:
    products = values.pop("fair_products", None)
    if page.pk is None:
        for name, value in values.items():
            setattr(page, name, value)
        if products:
            page.fair_products.set(products)
        page.slug = free_page_slug(index, values["title"], page.import_key)
        add_live_page(index, page)
        return "created"
    values["title"] = kept_name(page.title, values["title"], row=row, column=column, report=report)
    if was_edited(page):
        if any(getattr(page, name) != value for name, value in values.items()):
            report.note(row, "", "an editor has changed the page; it stays as it is")
        return "unchanged"
    # draft_title is what Wagtail's lists show.
    done = apply_changes(page, **values, draft_title=values["title"])
    return "updated" if products is not None and _has_kept(page, products) else done


def _has_kept(fair: FairPage, products: list[FairProduct]) -> bool:
    """Let these be the products of a fair; whether they were others before."""
    wanted = [row.product_id for row in products]
    if wanted == list(fair.fair_products.order_by("sort_order").values_list("product", flat=True)):
        return False
    fair.fair_products.set(products)
    fair.save()
    return True
