"""What sales points were told of recalls and measures, in words."""

import dataclasses

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from catalogue.certification.models import Certificate
from catalogue.dates import PartialDate
from catalogue.traceability.models import Recall, RecallScope
from catalogue.traceability.recalls.services import (
    RecallWarning,
    active_recalls,
    product_of,
    warning_of,
    what_is_recalled,
)
from storefront.salespoints.models import RecallNotice, SalesPoint

GOOD_NEWS = (RecallNotice.Kind.ENDED, RecallNotice.Kind.RESTORED, RecallNotice.Kind.REINSTATED)


@dataclasses.dataclass(frozen=True)
class NoticeSummary:
    """A notice in words. `tone` is bad, or good for the end of a recall or a measure."""

    notice: RecallNotice
    product_name: str
    product_url: str
    headline: str
    text: str
    tone: str


def with_names(rows: QuerySet[RecallNotice]) -> QuerySet[RecallNotice]:
    """Notices with everything that their words name."""
    things = [f"recall__{thing}__product" for thing in ("lot", "batch", "certificate")]
    rows = rows.select_related(*things, "certificate__product", "sales_point", "confirmed_by")
    return rows.prefetch_related("recall__ends")


def notices_of(point: SalesPoint, *, most: int = 50) -> list[NoticeSummary]:
    """What a sales point was told, newest first. Two queries."""
    rows = with_names(RecallNotice.objects.filter(sales_point=point))
    return [present(row) for row in rows[:most]]


def present(notice: RecallNotice) -> NoticeSummary:
    """One notice as its page and its mail say it."""
    recall = notice.recall
    if recall is None:
        return _shown(notice, notice.certificate.product, *_measure(notice))
    product = product_of(recall)
    if notice.kind == RecallNotice.Kind.ENDED:
        headline = _("The recall has ended")
        text = _("Two officers have ended the recall of %(packs)s. Reason: %(reason)s")
        return _shown(
            notice, product, headline, text % {"packs": what_is_recalled(recall), "reason": recall.agreed_end.reason}
        )
    if recall.scope == RecallScope.CERTIFICATE:
        return _shown(notice, product, *_revoked(recall.reason))
    headline = _("Recalled: take it off the shelf at once")
    text = _("Sell no more of %(packs)s and keep them apart. Reason: %(reason)s")
    return _shown(notice, product, headline, text % {"packs": what_is_recalled(recall), "reason": recall.reason})


def _measure(notice: RecallNotice) -> tuple[str, str]:
    """Headline and text of a revocation, a suspension, or that one was taken back; the reason while it lasts."""
    certificate, is_over = notice.certificate, notice.taken_back_at is not None
    if notice.kind == RecallNotice.Kind.RESTORED:
        return _("The certificate was restored"), _restored()
    if notice.kind == RecallNotice.Kind.REVOKED:
        headline, text = _revoked(certificate.revocation_reason)
        return headline, _restored() if is_over else text
    if notice.kind == RecallNotice.Kind.REINSTATED:
        return _("The suspension of the certificate was lifted"), _reinstated()
    return _("The certificate is suspended: do not sell it as an OCOP product meanwhile"), (
        _reinstated() if is_over else _suspended(certificate)
    )


def _suspended(certificate: Certificate) -> str:
    until = certificate.suspended_until
    if until is None:
        return _("Take the product and its stars off the OCOP shelf until you hear from us. Reason: %(reason)s") % {
            "reason": certificate.suspension_reason
        }
    return _("Take the product and its stars off the OCOP shelf until %(day)s has passed. Reason: %(reason)s") % {
        "day": PartialDate(until.year, until.month, until.day).display(),
        "reason": certificate.suspension_reason,
    }


def _reinstated() -> str:
    return _("The suspension is over. The page of the product says which stars it has now.")


def _revoked(reason: str) -> tuple[str, str]:
    return (
        _("The certificate was revoked: sell it no more as an OCOP product"),
        _("Take the product and its stars off the OCOP shelf. Reason: %(reason)s") % {"reason": reason},
    )


def _restored() -> str:
    return _("The authority has taken the revocation back. The page of the product says which stars it has now.")


def _shown(notice: RecallNotice, product, headline: str, text: str) -> NoticeSummary:
    tone = "good" if notice.kind in GOOD_NEWS else "bad"
    return NoticeSummary(notice, product.title, product.get_absolute_url(), headline, text, tone)


@dataclasses.dataclass(frozen=True)
class ShelfWarning:
    """A recall in force of something that a sales point has."""

    product_name: str
    product_url: str
    warnings: tuple[RecallWarning, ...]


def recalled_on_shelf(point: SalesPoint) -> list[ShelfWarning]:
    """Recalls in force of products on a sales point's list. One query."""
    on_list = Q()
    for side in ("lot__product", "batch__product", "certificate__product"):
        for way in ("", "parent__", "children__"):
            on_list |= Q(**{f"{side}__{way}stockrecords__partner__sales_point": point})
    recalled = []
    for recall in active_recalls().filter(on_list).distinct():
        product = product_of(recall)
        recalled.append(ShelfWarning(product.title, product.get_absolute_url(), (warning_of(recall),)))
    return recalled


def notices_for(recall: Recall) -> list[RecallNotice]:
    """Who was told of a recall and its end, by name. One query."""
    rows = RecallNotice.objects.filter(recall=recall).select_related("sales_point", "confirmed_by")
    return list(rows.order_by("sales_point__name", "pk"))
