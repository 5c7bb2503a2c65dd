"""Writing certificates and what sources report."""

import datetime
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from catalogue.dates import PartialDate
from catalogue.geography.models import AdminUnit, Tier
from catalogue.importing import Report, Row, RowRefused, apply_changes, read_rows

from .models import Certificate, CouncilLevel, RegisterEvent, ReportedStep

ROW_STATUSES = (
    RegisterEvent.RECOGNISED,
    RegisterEvent.COUNCIL_RANKED,
    RegisterEvent.EVALUATED,
    RegisterEvent.PROPOSED,
    RegisterEvent.LISTED,
)
EVENT_COLUMNS = (
    "product_name_vi", "producer_name", "date", "event", "council_level", "stars", "score", "source_url", "note",
)  # fmt: skip


def issuing_body_of(level: str, unit: AdminUnit | None) -> str:
    """The body as it was, as far as the row says it: the district or province of the level; blank otherwise."""
    tier = {CouncilLevel.DISTRICT: Tier.DISTRICT, CouncilLevel.PROVINCE: Tier.PROVINCE}.get(level)
    while unit is not None and unit.tier != tier:
        unit = unit.parent
    return f"UBND {unit.name[:1].lower()}{unit.name[1:]}" if unit and tier else ""


def record_register_row(*, product, row: Row, report: Report) -> str:
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
    changed = issue_certificate(
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
def issue_certificate(
    *,
    product,
    stars: int,
    issued: str,
    council_level: str = "",
    score=None,
    decision_no: str = "",
    issuing_body: str | None = None,
    expires_on: datetime.date | None = None,
    source_urls: list[str] | None = None,
) -> str:
    """Put a certificate (giấy chứng nhận) into the register; the same one again changes nothing.

    An older certificate that would still be valid is replaced from the first day the new one may have
    been issued (an upgrade ends the old one). Returns `created`, `updated` or `unchanged`.
    """
    unit = product.unit
    body = issuing_body if issuing_body is not None else issuing_body_of(council_level, unit)
    values = {
        "score": score,
        "council_level": council_level,
        "issuing_body": body,
        "decision_no": decision_no,
        "expires_on": expires_on,
        "source_urls": source_urls or [],
    }
    others = list(Certificate.objects.select_for_update().filter(product=product).order_by("pk"))
    for certificate in others:
        if (certificate.stars, certificate.issued) == (stars, issued):
            return apply_changes(certificate, **values)
    if issued:
        start = PartialDate.parse(issued).earliest
        for older in others:
            period = older.valid_period
            if older.issued and older.issued < issued and period and not period.isempty and period.upper > start:
                older.replaced_on = start
                older.save(update_fields=["replaced_on", "updated_at"])
    Certificate.objects.create(product=product, stars=stars, issued=issued, **values)
    return "created"


@transaction.atomic
def revoke_certificate(*, certificate_id: int, on: datetime.date, reason: str) -> Certificate:
    """Withdraw a certificate (thu hồi); from that day on the product has no stars.

    ValueError without a reason or for one already revoked.
    """
    certificate = Certificate.objects.select_for_update().get(pk=certificate_id)
    if certificate.revoked_on:
        raise ValueError(f"revoked already on {certificate.revoked_on}")
    if not reason.strip():
        raise ValueError("a revocation needs its reason")
    certificate.revoked_on, certificate.revocation_reason = on, reason.strip()
    certificate.save()
    certificate.refresh_from_db()
    return certificate


@transaction.atomic
def restore_certificate(*, certificate_id: int) -> Certificate:
    """Take a revocation back, as if it had not been; the history keeps both.

    ValueError for one that is not revoked, IntegrityError where another certificate holds those days now.
    """
    certificate = Certificate.objects.select_for_update().get(pk=certificate_id)
    if not certificate.revoked_on:
        raise ValueError("not revoked")
    certificate.revoked_on, certificate.revocation_reason = None, ""
    certificate.save()
    certificate.refresh_from_db()
    return certificate


def import_events(path: Path, *, report: Report) -> None:
    """Read certification_events.csv: dated history, and the certificates of its `recognised` rows."""
    from catalogue.products.models import Product

    products = {
        (product.title, product.producer.name if product.producer else ""): product
        for product in Product.objects.select_related("producer", "unit__parent__parent")
    }
    for row in read_rows(path, required=EVENT_COLUMNS, optional=(), report=report):
        with report.row(row):
            key = (row.text("product_name_vi", required=True), row.text("producer_name"))
            product = products.get(key)
            if product is None:
                raise RowRefused("product_name_vi", f"{key[0]!r} of {key[1] or 'no producer'} is not in the register")
            report.did(_record_event(product, row), row, product.title)


def _record_event(product, row: Row) -> str:
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
    is_held = Certificate.objects.filter(product=product, stars=stars, issued__startswith=date[:4]).exists()
    if event == RegisterEvent.RECOGNISED and stars and stars >= 3 and date and not is_held:
        issue_certificate(
            product=product, stars=stars, issued=date, council_level=level, score=values["score"],
            source_urls=values["source_urls"],
        )  # fmt: skip
        return "created"
    return action
