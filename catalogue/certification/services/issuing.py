"""Putting certificates and what sources report into the register."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from catalogue.dates import PartialDate
from catalogue.geography.models import AdminUnit, Tier
from catalogue.history import acting
from catalogue.importing import Report, Row, RowRefused, apply_changes, read_rows
from catalogue.products.models import Product
from catalogue.text import name_key
from catalogue.users import User

from ..errors import CertificateRefused, DaysTaken
from ..models import Certificate, CouncilLevel, RegisterEvent, ReportedStep

ROW_STATUSES = (
    RegisterEvent.RECOGNISED,
    RegisterEvent.COUNCIL_RANKED,
    RegisterEvent.EVALUATED,
    RegisterEvent.PROPOSED,
    RegisterEvent.LISTED,
)
CORRECTABLE = (
    "stars", "score", "council_level", "issuing_body", "decision_no", "issued", "expires_on", "source_urls", "note",
)  # fmt: skip
"""What a certificate says: the columns that may be written when it is issued, and set right later."""
EVENT_COLUMNS = (
    "product_name_vi", "producer_name", "date", "event", "council_level", "stars", "score", "source_url", "note",
)  # fmt: skip


def issuing_body_of(level: str, unit: AdminUnit | None) -> str:
    """The body as it was, as far as the row says it: the district or province of the level; blank otherwise."""
    tiers: dict[str, Tier] = {CouncilLevel.DISTRICT: Tier.DISTRICT, CouncilLevel.PROVINCE: Tier.PROVINCE}
    tier = tiers.get(level)
    while unit is not None and unit.tier != tier:
        unit = unit.parent
    return f"UBND {unit.name[:1].lower()}{unit.name[1:]}" if unit and tier else ""


def record_register_row(*, product: Product, row: Row, report: Report) -> str:
    """Keep what a products.csv row says of its product's evaluation; issue the certificate of a recognised row.

    Returns `created`, `updated` or `unchanged`. Only `recognised` rows carry a certificate (3-5 stars).
    """
    status = row.choice("recognition_status", [str(value) for value in ROW_STATUSES], required=True)
    stars = row.integer("stars", low=1, high=5)
    year = row.date("year", latest=timezone.localdate())
    values = {
        "event": status,
        "date": year,
        "council_level": row.choice("council_level", CouncilLevel.values),
        "stars": stars,
        "is_potential_five": bool(row.integer("potential_5_star", low=0, high=1)),
        "score": row.decimal("score", low=0, high=100),
        "source_urls": product.source_urls,
        "note": product.source_note,
    }
    if status == RegisterEvent.COUNCIL_RANKED and stars is None and not values["is_potential_five"]:
        raise RowRefused("stars", "a council ranking needs its stars")
    step = ReportedStep.objects.filter(product=product, is_register_row=True).first()
    if step is None:
        ReportedStep.objects.create(product=product, is_register_row=True, **values)
        action = "created"
    else:
        action = apply_changes(step, **values)
    if status != RegisterEvent.RECOGNISED:
        decision = row.text("decision_no", max_length=60)
        if decision:
            raise RowRefused("decision_no", "only a recognised product has a decision")
        return action
    if stars is None:
        raise RowRefused("stars", "a recognised product needs its stars")
    if stars < 3:
        raise RowRefused("stars", f"a certificate has 3 to 5 stars, not {stars}")
    changed = _issue_row(
        product=product,
        stars=stars,
        score=values["score"],
        council_level=values["council_level"],
        issued=year,
        decision_no=row.text("decision_no", max_length=60),
        source_urls=product.source_urls,
    )
    if not year:
        report.note(row, "year", "no year: the certificate is kept without date, so it gives no stars")
    return "created" if "created" in (action, changed) else "updated" if "updated" in (action, changed) else action


@transaction.atomic
def issue_certificate(*, product: Product, stars: int, issued: str, by: User | None, **details: Any) -> str:
    """Put a certificate (giấy chứng nhận) into the register; the same one again changes nothing.

    An older certificate that would still be valid is replaced from the first day the new one may have
    been issued (an upgrade ends the old one). Returns `created`, `updated` or `unchanged`. `by` is who enters it,
    None for a file of the register; `details` are more of the columns CORRECTABLE. The issuing body follows from
    level and place where it is not said. DaysTaken where a newer certificate is valid on some of its days.
    """
    _check_columns(details)
    values = {"score": None, "council_level": "", "decision_no": "", "expires_on": None, "source_urls": [], **details}
    if values.get("issuing_body") is None:
        values["issuing_body"] = issuing_body_of(values["council_level"], product.unit)
    others = list(Certificate.objects.select_for_update().filter(product=product).order_by("pk"))
    with acting(by), _days_are_free():
        for certificate in others:
            if (certificate.stars, certificate.issued) == (stars, issued):
                return apply_changes(certificate, **values)
        if issued:
            _replace_older(others, issued)
        Certificate.objects.create(product=product, stars=stars, issued=issued, **values)
    return "created"


def _check_columns(values: dict[str, Any]) -> None:
    unknown = sorted(set(values) - set(CORRECTABLE))
    if unknown:
        raise TypeError(f"no column that may be written like that: {', '.join(unknown)}")


def _replace_older(certificates: list[Certificate], issued: str) -> None:
    start = PartialDate.parse(issued).earliest
    for older in certificates:
        period = older.valid_period
        if older.issued and older.issued < issued and period and not period.isempty and period.upper > start:
            older.replaced_on = start
            older.save(update_fields=["replaced_on", "updated_at"])


def _issue_row(**values: Any) -> str:
    """Issue what a file says; a refusal is the row's."""
    try:
        return issue_certificate(by=None, **values)
    except CertificateRefused as refusal:
        raise RowRefused("", str(refusal)) from refusal


@transaction.atomic
def correct_certificate(*, certificate: Certificate, by: User, **values: Any) -> str:
    """Set right what was entered wrongly: words and figures of the certificate, never a measure against it.

    `values` are columns among CORRECTABLE. Returns `updated` or `unchanged`. DaysTaken where another certificate
    of the product is valid on some of the days that it would have.
    """
    _check_columns(values)
    row = Certificate.objects.select_for_update().get(pk=certificate.pk)
    with acting(by), _days_are_free():
        return apply_changes(row, **values)


@contextlib.contextmanager
def _days_are_free() -> Iterator[None]:
    """A write that the database may refuse because of another certificate: DaysTaken."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        if "certificate_one_valid_a_day" not in str(error):
            raise
        raise DaysTaken(
            _("Another certificate of this product is valid on some of the same days: look at both dates.")
        ) from error


def import_events(path: Path, *, report: Report) -> None:
    """Read certification_events.csv: dated history, and the certificates of its `recognised` rows."""
    products = {
        (name_key(str(product.title)), name_key(product.producer.name if product.producer else "")): product
        for product in Product.objects.select_related("producer", "unit__parent__parent")
    }
    for row in read_rows(path, required=EVENT_COLUMNS, optional=(), report=report):
        with report.row(row):
            key = (row.text("product_name_vi", required=True), row.text("producer_name"))
            product = products.get((name_key(key[0]), name_key(key[1])))
            if product is None:
                raise RowRefused("product_name_vi", f"{key[0]!r} of {key[1] or 'no producer'} is not in the register")
            report.did(_record_event(product, row), row, product.title)


def _record_event(product: Product, row: Row) -> str:
    event = row.choice("event", RegisterEvent.values, required=True)
    date = row.date("date", latest=timezone.localdate())
    level = row.choice("council_level", CouncilLevel.values)
    stars = row.integer("stars", low=1, high=5)
    values = {
        "stars": stars,
        "score": row.decimal("score", low=0, high=100),
        "source_urls": row.urls("source_url"),
        "note": row.text("note", max_length=4000),
    }
    key = {"product": product, "event": event, "date": date, "council_level": level, "is_register_row": False}
    step = ReportedStep.objects.filter(**key).first()
    if step is None:
        ReportedStep.objects.create(**key, **values)
        action = "created"
    else:
        action = apply_changes(step, **values)
    # A later row of the register itself speaks for its own year; the events add the certificates before it.
    is_dated_award = event == RegisterEvent.RECOGNISED and date
    if is_dated_award and stars and stars >= 3 and not _has_certificate_of(product, stars, year=date[:4]):
        _issue_row(
            product=product, stars=stars, issued=date, council_level=level, score=values["score"],
            source_urls=values["source_urls"],
        )  # fmt: skip
        return "created"
    return action


def _has_certificate_of(product: Product, stars: int, *, year: str) -> bool:
    return Certificate.objects.filter(product=product, stars=stars, issued__startswith=year).exists()
